// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * C0421 version 002: BM Unit Aggregation Report.
 * A message is an occurrence of group ABV BM Unit.
 */
export type C0421002 = {
  /** BM Unit Id, CHAR(11). */
  readonly bmUnitId: string;
  /** Settlement Date, DATE. */
  readonly settlementDate: string;
  /** Settlement Run Type, CHAR(2). */
  readonly settlementRunType: "II" | "SF" | "R1" | "R2" | "R3" | "RF" | "DF" | (string & {});
  /** CDCA Run Number, NUM(2). */
  readonly cdcaRunNumber: string;
  /** Date of Aggregation, DATE. */
  readonly dateOfAggregation: string;
  /** ABP Period, 46, 48 or 50. */
  readonly period: readonly Period[];
};

/** Group ABP Period. */
export type Period = {
  /** Settlement Period, NUM(2). */
  readonly settlementPeriod: string;
  /** Estimate Indicator, BOOLEAN. */
  readonly estimateIndicator: "T" | "F";
  /** Meter Volume, ±NUM(10,3). */
  readonly meterVolume: string;
  /** Import/Export Indicator, CHAR(1). */
  readonly importExportIndicator: "I" | "E" | (string & {});
};
