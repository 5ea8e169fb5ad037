// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * C0291 version 002: Aggregated GSP Group Take Volumes.
 * A message is an occurrence of group AGV GSP Group.
 */
export type C0291002 = {
  /** GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** Settlement Date, DATE. */
  readonly settlementDate: string;
  /** Settlement Run Type, CHAR(2). */
  readonly settlementRunType: "II" | "SF" | "R1" | "R2" | "R3" | "RF" | "DF" | (string & {});
  /** CDCA Run Number, NUM(2). */
  readonly cdcaRunNumber: string;
  /** Date of Aggregation, DATE. */
  readonly dateOfAggregation: string;
  /** AGP Period, 46, 48 or 50. */
  readonly period: readonly Period[];
};

/** Group AGP Period. */
export type Period = {
  /** Settlement Period, NUM(2). */
  readonly settlementPeriod: string;
  /** Estimate Indicator, BOOLEAN. */
  readonly estimateIndicator: "T" | "F";
  /** Import/Export Indicator, CHAR(1). */
  readonly importExportIndicator: "I" | "E" | (string & {});
  /** GSP Group Take Volume, ±NUM(14,4). */
  readonly gspGroupTakeVolume: string;
};
