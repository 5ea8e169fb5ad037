// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0052 version 001: Affirmation of Metering System Settlement Details.
 * A message is an occurrence of group 121 MPAN Cores with Settlement Dates.
 */
export type D0052001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0049 Effective from Settlement Date {REGI}, DATE. */
  readonly effectiveFromSettlementDateRegi: string;
  /** J0071 Profile Class Id, NUM(2). */
  readonly profileClassId: string;
  /** J0092 Effective from Settlement Date {MSPCDC}, DATE. */
  readonly effectiveFromSettlementDateMspcdc: string;
  /** J0082 Measurement Class Id, CHAR(1). */
  readonly measurementClassId: string;
  /** J0094 Effective from Settlement Date {MSMCDC}, DATE. */
  readonly effectiveFromSettlementDateMsmcdc: string;
  /** 122 Settlement Details, 1. */
  readonly settlementDetails: SettlementDetails;
};

/** Group 122 Settlement Details. */
export type SettlementDetails = {
  /** J0076 Standard Settlement Configuration (SSC) Id, CHAR(4). */
  readonly standardSettlementConfigurationSscId: string;
  /** J0300 Effective from Settlement Date {SCON}, DATE. */
  readonly effectiveFromSettlementDateScon: string;
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0093 Effective from Settlement Date {MSGGDC}, DATE. */
  readonly effectiveFromSettlementDateMsggdc: string;
  /** 124 Time Pattern Regime, 1 or more. */
  readonly timePatternRegime: readonly TimePatternRegime[];
};

/** Group 124 Time Pattern Regime. */
export type TimePatternRegime = {
  /** J0078 Time Pattern Regime, CHAR(5), inferred. */
  readonly timePatternRegime: string;
  /** J0081 Estimated Annual Consumption, ±NUM(14,1). */
  readonly estimatedAnnualConsumption: string;
  /** J0090 Effective from Settlement Date {EACDC}, DATE. */
  readonly effectiveFromSettlementDateEacdc: string;
};
