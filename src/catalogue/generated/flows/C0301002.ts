// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * C0301 version 002: Meter Period Data for Distribution Area.
 * A message is an occurrence of group MPD GSP Group.
 */
export type C0301002 = {
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
  /** GP9 GSP, any number. */
  readonly gsp?: readonly Gsp[];
  /** EPD Interconnector, any number. */
  readonly interconnector?: readonly Interconnector[];
  /** IPD Inter-GSP-Group Connection, any number. */
  readonly interGspGroupConnection?: readonly InterGspGroupConnection[];
};

/** Group GP9 GSP. */
export type Gsp = {
  /** GSP Id, CHAR(10). */
  readonly gspId: string;
  /** GMP GSP Period, 46, 48 or 50. */
  readonly gspPeriod: readonly GspPeriod[];
};

/** Group GMP GSP Period. */
export type GspPeriod = {
  /** Settlement Period, NUM(2). */
  readonly settlementPeriod: string;
  /** Estimate Indicator, BOOLEAN. */
  readonly estimateIndicator: "T" | "F";
  /** Meter Volume, ±NUM(10,3). */
  readonly meterVolume: string;
  /** Import/Export Indicator, CHAR(1). */
  readonly importExportIndicator: "I" | "E" | (string & {});
};

/** Group EPD Interconnector. */
export type Interconnector = {
  /** Interconnector Id, CHAR(10). */
  readonly interconnectorId: string;
  /** EMP Interconnector Period, 46, 48 or 50. */
  readonly interconnectorPeriod: readonly InterconnectorPeriod[];
};

/** Group EMP Interconnector Period. */
export type InterconnectorPeriod = {
  /** Settlement Period, NUM(2). */
  readonly settlementPeriod: string;
  /** Estimate Indicator, BOOLEAN. */
  readonly estimateIndicator: "T" | "F";
  /** Meter Volume, ±NUM(10,3). */
  readonly meterVolume: string;
  /** Import/Export Indicator, CHAR(1). */
  readonly importExportIndicator: "I" | "E" | (string & {});
};

/** Group IPD Inter-GSP-Group Connection. */
export type InterGspGroupConnection = {
  /** Inter-GSP-Group Id, CHAR(10). */
  readonly interGspGroupId: string;
  /** IMP Connection Period, 46, 48 or 50. */
  readonly connectionPeriod: readonly ConnectionPeriod[];
};

/** Group IMP Connection Period. */
export type ConnectionPeriod = {
  /** Settlement Period, NUM(2). */
  readonly settlementPeriod: string;
  /** Estimate Indicator, BOOLEAN. */
  readonly estimateIndicator: "T" | "F";
  /** Meter Volume, ±NUM(10,3). */
  readonly meterVolume: string;
  /** Import/Export Indicator, CHAR(1). */
  readonly importExportIndicator: "I" | "E" | (string & {});
};
