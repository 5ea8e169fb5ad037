// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0039 version 001: Daily Profile Coefficient File.
 * The whole file is one message.
 */
export type D0039001 = {
  /** ZPD Data File Additional Header, 1. */
  readonly dataFileAdditionalHeader: DataFileAdditionalHeader;
  /** GSP GSP Group, any number. */
  readonly gspGroup?: readonly GspGroup[];
};

/** Group ZPD Data File Additional Header. */
export type DataFileAdditionalHeader = {
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** J1086 Run Type Code, CHAR(2). */
  readonly runTypeCode: string;
  /** J1087 Run Number, NUM(7). */
  readonly runNumber: string;
  /** J1104 GSP Group, CHAR(2), inferred. */
  readonly gspGroup?: string;
};

/** Group GSP GSP Group. */
export type GspGroup = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** PCI Profile Class, any number. */
  readonly profileClass?: readonly ProfileClass[];
};

/** Group PCI Profile Class. */
export type ProfileClass = {
  /** J0071 Profile Class Id, NUM(2). */
  readonly profileClassId: string;
  /** SCI Standard Settlement Configuration, any number. */
  readonly standardSettlementConfiguration?: readonly StandardSettlementConfiguration[];
};

/** Group SCI Standard Settlement Configuration. */
export type StandardSettlementConfiguration = {
  /** J0076 Standard Settlement Configuration (SSC) Id, CHAR(4). */
  readonly standardSettlementConfigurationSscId: string;
  /** DPC Daily Profile Coefficient, any number. */
  readonly dailyProfileCoefficient?: readonly DailyProfileCoefficient[];
};

/** Group DPC Daily Profile Coefficient. */
export type DailyProfileCoefficient = {
  /** J0078 Time Pattern Regime, CHAR(5), inferred. */
  readonly timePatternRegime: string;
  /** J0184 Daily Profile Coefficient, ±NUM(14,13). */
  readonly dailyProfileCoefficient: string;
};
