// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0019, J0020, J0024, J0103, J0171, J0708 } from "../codes.ts";

/**
 * D0003 version 001: Half Hourly Advances.
 * A message is an occurrence of group 007 MPAN Cores.
 */
export type D0003001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** 008 Meter Ids, 1 or more. */
  readonly meterIds: readonly MeterIds[];
  /** 013 Site Visit Information, any number. */
  readonly siteVisitInformation?: readonly SiteVisitInformation[];
};

/** Group 008 Meter Ids. */
export type MeterIds = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** 009 Reading Dates/Types, 1 or more. */
  readonly readingDatesTypes: readonly ReadingDatesTypes[];
};

/** Group 009 Reading Dates/Types. */
export type ReadingDatesTypes = {
  /** J1019 Reading Date & Time in UTC, DATETIME. */
  readonly readingDateTimeInUtc: string;
  /** J0171 Reading Type, CHAR(1). */
  readonly readingType: J0171;
  /** 010 Meter Registers, 1 or more. */
  readonly meterRegisters: readonly MeterRegisters[];
};

/** Group 010 Meter Registers. */
export type MeterRegisters = {
  /** J0010 Meter Register Id, CHAR(2). */
  readonly meterRegisterId: string;
  /** J0103 Measurement Quantity Id, CHAR(2). */
  readonly measurementQuantityId: J0103;
  /** 011 Dates for HH Data, 1 or more. */
  readonly datesForHhData: readonly DatesForHhData[];
};

/** Group 011 Dates for HH Data. */
export type DatesForHhData = {
  /** J0018 Date (Midnight to Midnight UTC), DATE. */
  readonly dateMidnightToMidnightUtc: string;
  /** 012 HH Advances, 48. */
  readonly hhAdvances: readonly HhAdvances[];
};

/** Group 012 HH Advances. */
export type HhAdvances = {
  /** J0019 Meter Period Number, CHAR(2). */
  readonly meterPeriodNumber: J0019;
  /** J0020 Actual/Estimated Indicator, CHAR(1). */
  readonly actualEstimatedIndicator: J0020;
  /** J0021 Meter Period Value, ±NUM(8,1). */
  readonly meterPeriodValue: string;
  /** J0378 Meter Period Tag, CHAR(16). */
  readonly meterPeriodTag?: string;
  /** J0707 Meter Period Flag, BOOLEAN. */
  readonly meterPeriodFlag?: "T" | "F";
  /** J0709 Meter Period Status, BOOLEAN. */
  readonly meterPeriodStatus?: "T" | "F";
  /** J0708 Meter Period Reason Code, CHAR(2). */
  readonly meterPeriodReasonCode?: J0708;
};

/** Group 013 Site Visit Information. */
export type SiteVisitInformation = {
  /** J0024 Site Visit Check Code, CHAR(2). */
  readonly siteVisitCheckCode: J0024;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
};
