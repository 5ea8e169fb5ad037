// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0024, J0171 } from "../codes.ts";

/**
 * D0004 version 001: Notification of Failure to Obtain Reading.
 * A message is an occurrence of group 014 MPAN Cores.
 */
export type D0004001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** 015 Attempted Reading Details, 1 or more. */
  readonly attemptedReadingDetails: readonly AttemptedReadingDetails[];
};

/** Group 015 Attempted Reading Details. */
export type AttemptedReadingDetails = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** J0171 Reading Type, CHAR(1). */
  readonly readingType: J0171;
  /** J0016 Reading Date & Time, DATETIME. */
  readonly readingDateTime: string;
  /** 016 Site Visit Information, 1 or more. */
  readonly siteVisitInformation: readonly SiteVisitInformation[];
};

/** Group 016 Site Visit Information. */
export type SiteVisitInformation = {
  /** J0024 Site Visit Check Code, CHAR(2). */
  readonly siteVisitCheckCode: J0024;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
};
