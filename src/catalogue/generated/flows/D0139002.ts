// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0024, J0080, J0171 } from "../codes.ts";

/**
 * D0139 version 002: Confirmation or Rejection of Energisation Status Change.
 * A message is an occurrence of group 261 MPAN Cores.
 */
export type D0139002 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0080 Energisation Status, CHAR(1). */
  readonly energisationStatus: J0080;
  /** J0014 Date of Action, DATE. */
  readonly dateOfAction: string;
  /** J1253 Failure to Energise or De-Energise Reason Code, NUM(2). */
  readonly failureToEnergiseOrDeEnergiseReasonCode?: string;
  /** J0024 Site Visit Check Code, CHAR(2). */
  readonly siteVisitCheckCode?: J0024;
  /** 262 Meter Detail per MPAN Core, any number. */
  readonly meterDetailPerMpanCore?: readonly MeterDetailPerMpanCore[];
};

/** Group 262 Meter Detail per MPAN Core. */
export type MeterDetailPerMpanCore = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** 263 Register Details per Meter, any number. */
  readonly registerDetailsPerMeter?: readonly RegisterDetailsPerMeter[];
};

/** Group 263 Register Details per Meter. */
export type RegisterDetailsPerMeter = {
  /** J0010 Meter Register Id, CHAR(2). */
  readonly meterRegisterId: string;
  /** J0171 Reading Type, CHAR(1). */
  readonly readingType: J0171;
  /** J0040 Register Reading, NUM(9,1). */
  readonly registerReading?: string;
};
