// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0024 } from "../codes.ts";

/**
 * D0002 version 001: Fault Resolution Report or Request for Decision on Further Action.
 * A message is an occurrence of group 004 Metering Points Inspected.
 */
export type D0002001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0173 Reason for Request, CHAR(100). */
  readonly reasonForRequest: string;
  /** J1012 Date Fault Suspected/Detected, DATE. */
  readonly dateFaultSuspectedDetected: string;
  /** 005 Meter Detail per MPAN Core, 1 or more. */
  readonly meterDetailPerMpanCore: readonly MeterDetailPerMpanCore[];
  /** 760 Site Visit Information, any number. */
  readonly siteVisitInformation?: readonly SiteVisitInformation[];
};

/** Group 005 Meter Detail per MPAN Core. */
export type MeterDetailPerMpanCore = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
  /** 006 Meter Registers Inspected, 1 or more. */
  readonly meterRegistersInspected: readonly MeterRegistersInspected[];
};

/** Group 006 Meter Registers Inspected. */
export type MeterRegistersInspected = {
  /** J0010 Meter Register Id, CHAR(2). */
  readonly meterRegisterId: string;
  /** J0014 Date of Action, DATE. */
  readonly dateOfAction?: string;
  /** J0008 Nature of Maintenance, CHAR(200). */
  readonly natureOfMaintenance?: string;
};

/** Group 760 Site Visit Information. */
export type SiteVisitInformation = {
  /** J0024 Site Visit Check Code, CHAR(2). */
  readonly siteVisitCheckCode: J0024;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
};
