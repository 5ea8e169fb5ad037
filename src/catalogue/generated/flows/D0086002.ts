// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0022, J0024, J0171, J0332, J1888 } from "../codes.ts";

/**
 * D0086 version 002: Notification of Change of Supplier Readings.
 * A message is an occurrence of group 196 MPAN Cores.
 */
export type D0086002 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0022 BSC Validation Status, CHAR(1). */
  readonly bscValidationStatus: J0022;
  /** 765 Site Visit Information, any number. */
  readonly siteVisitInformation?: readonly SiteVisitInformation[];
  /** 197 Meter/Reading Types, 1 or more. */
  readonly meterReadingTypes: readonly MeterReadingTypes[];
};

/** Group 765 Site Visit Information. */
export type SiteVisitInformation = {
  /** J0024 Site Visit Check Code, CHAR(2). */
  readonly siteVisitCheckCode: J0024;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
};

/** Group 197 Meter/Reading Types. */
export type MeterReadingTypes = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** J0171 Reading Type, CHAR(1). */
  readonly readingType: J0171;
  /** 766 Site Visit Information, any number. */
  readonly siteVisitInformation?: readonly SiteVisitInformation766[];
  /** 198 Register Readings, any number. */
  readonly registerReadings?: readonly RegisterReadings[];
};

/** Group 766 Site Visit Information. */
export type SiteVisitInformation766 = {
  /** J0024 Site Visit Check Code, CHAR(2). */
  readonly siteVisitCheckCode: J0024;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
};

/** Group 198 Register Readings. */
export type RegisterReadings = {
  /** J0010 Meter Register Id, CHAR(2). */
  readonly meterRegisterId: string;
  /** J0016 Reading Date & Time, DATETIME. */
  readonly readingDateTime: string;
  /** J0040 Register Reading, NUM(9,1). */
  readonly registerReading: string;
  /** J0044 MD Reset Date & Time, DATETIME. */
  readonly mdResetDateTime?: string;
  /** J1013 Number of MD Resets, NUM(3). */
  readonly numberOfMdResets?: string;
  /** J0045 Meter Reading Flag, BOOLEAN. */
  readonly meterReadingFlag?: "T" | "F";
  /** J1888 Reading Method, CHAR(1). */
  readonly readingMethod: J1888;
  /** 07A Meter Reading Validation Result, 0 or 1, conditional. */
  readonly meterReadingValidationResult?: MeterReadingValidationResult;
  /** 199 Site Visit Information, any number. */
  readonly siteVisitInformation?: readonly SiteVisitInformation199[];
};

/** Group 07A Meter Reading Validation Result. */
export type MeterReadingValidationResult = {
  /** J0332 Meter Reading Reason Code, CHAR(2). */
  readonly meterReadingReasonCode: J0332;
  /** J0047 Meter Reading Status, BOOLEAN. */
  readonly meterReadingStatus: "T" | "F";
};

/** Group 199 Site Visit Information. */
export type SiteVisitInformation199 = {
  /** J0024 Site Visit Check Code, CHAR(2). */
  readonly siteVisitCheckCode: J0024;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
};
