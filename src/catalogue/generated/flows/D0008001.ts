// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0024, J0041, J0171 } from "../codes.ts";

/**
 * D0008 version 001: Meter Advance Reconciliation Report.
 * A message is an occurrence of group 022 MPAN Cores.
 */
export type D0008001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0041 MAR Status, CHAR(1). */
  readonly marStatus: J0041;
  /** 023 Meter Consumption Summary, any number. */
  readonly meterConsumptionSummary?: readonly MeterConsumptionSummary[];
  /** 025 Site Visit Information, any number. */
  readonly siteVisitInformation?: readonly SiteVisitInformation[];
};

/** Group 023 Meter Consumption Summary. */
export type MeterConsumptionSummary = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** J0171 Reading Type, CHAR(1). */
  readonly readingType: J0171;
  /** J0272 Total Period Metered Consumption, NUM(7,1). */
  readonly totalPeriodMeteredConsumption: string;
  /** J0273 MAR Percentage Difference, NUM(5,2). */
  readonly marPercentageDifference: string;
  /** 024 Register Readings, any number. */
  readonly registerReadings?: readonly RegisterReadings[];
};

/** Group 024 Register Readings. */
export type RegisterReadings = {
  /** J0010 Meter Register Id, CHAR(2). */
  readonly meterRegisterId: string;
  /** J1019 Reading Date & Time in UTC, DATETIME. */
  readonly readingDateTimeInUtc: string;
  /** J0040 Register Reading, NUM(9,1). */
  readonly registerReading: string;
};

/** Group 025 Site Visit Information. */
export type SiteVisitInformation = {
  /** J0024 Site Visit Check Code, CHAR(2). */
  readonly siteVisitCheckCode: J0024;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
};
