// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0007 } from "../codes.ts";

/**
 * D0170 version 001: Request for Metering System Related Details.
 * A message is an occurrence of group 351 MPAN Cores.
 */
export type D0170001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** 350 Request Details, the one above it. */
  readonly requestDetails: RequestDetails;
};

/** Group 350 Request Details. */
export type RequestDetails = {
  /** J0028 Date Action Required By, DATE. */
  readonly dateActionRequiredBy: string;
  /** J0007 Requested Action Code, CHAR(2). */
  readonly requestedActionCode: J0007;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
  /** J0926 New Meter Operator Id, CHAR(4), inferred. */
  readonly newMeterOperatorId?: string;
  /** J0927 New Data Collector Id, CHAR(4), inferred. */
  readonly newDataCollectorId?: string;
};
