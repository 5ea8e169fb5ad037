// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0227 version 001: BSCCo Market Domain Data File.
 * The whole file is one message.
 */
export type D0227001 = {
  /** ZPD Data File Additional Header, 1. */
  readonly dataFileAdditionalHeader: DataFileAdditionalHeader;
};

/** Group ZPD Data File Additional Header. */
export type DataFileAdditionalHeader = {
  /** SCI Standard Settlement Configuration Details, any number. */
  readonly standardSettlementConfigurationDetails?: readonly StandardSettlementConfigurationDetails[];
};

/** Group SCI Standard Settlement Configuration Details. */
export type StandardSettlementConfigurationDetails = {
  /** J0076 Standard Settlement Configuration (SSC) Id, CHAR(4). */
  readonly standardSettlementConfigurationSscId: string;
  /** J0075 Standard Settlement Configuration Desc, CHAR(50). */
  readonly standardSettlementConfigurationDesc: string;
  /** TPR Measurement Requirement, any number. */
  readonly measurementRequirement?: readonly MeasurementRequirement[];
  /** VSD Valid Settlement Configuration Profile Class Details, any number. */
  readonly validSettlementConfigurationProfileClassDetails?: readonly ValidSettlementConfigurationProfileClassDetails[];
};

/** Group TPR Measurement Requirement. */
export type MeasurementRequirement = {
  /** J0078 Time Pattern Regime, CHAR(5), inferred. */
  readonly timePatternRegime: string;
};

/** Group VSD Valid Settlement Configuration Profile Class Details. */
export type ValidSettlementConfigurationProfileClassDetails = {
  /** J0071 Profile Class Id, NUM(2). */
  readonly profileClassId: string;
  /** J1096 Effective from Settlement Date, DATE. */
  readonly effectiveFromSettlementDate: string;
  /** J1097 Effective to Settlement Date, DATE. */
  readonly effectiveToSettlementDate?: string;
  /** ASD Average Fraction of Yearly Consumption Set Details, any number. */
  readonly averageFractionOfYearlyConsumptionSetDetails?: readonly AverageFractionOfYearlyConsumptionSetDetails[];
};

/** Group ASD Average Fraction of Yearly Consumption Set Details. */
export type AverageFractionOfYearlyConsumptionSetDetails = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J1096 Effective from Settlement Date, DATE. */
  readonly effectiveFromSettlementDate: string;
  /** J1097 Effective to Settlement Date, DATE. */
  readonly effectiveToSettlementDate?: string;
  /** AFD Average Fraction of Yearly Consumption Details, 1 or more. */
  readonly averageFractionOfYearlyConsumptionDetails: readonly AverageFractionOfYearlyConsumptionDetails[];
};

/** Group AFD Average Fraction of Yearly Consumption Details. */
export type AverageFractionOfYearlyConsumptionDetails = {
  /** J0133 Average Fraction of Yearly Consumption, ±NUM(7,6). */
  readonly averageFractionOfYearlyConsumption: string;
  /** J0078 Time Pattern Regime, CHAR(5), inferred. */
  readonly timePatternRegime: string;
};
