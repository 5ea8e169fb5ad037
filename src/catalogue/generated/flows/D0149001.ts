// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0149 version 001: Notification of Mapping Details.
 * A message is an occurrence of group 280 MPAN Cores.
 */
export type D0149001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J1254 Effective from Settlement Date {MSMTD}, DATE. */
  readonly effectiveFromSettlementDateMsmtd: string;
  /** 281 NHH Mapping Details, 1. */
  readonly nhhMappingDetails: NhhMappingDetails;
  /** 23A Non Settlements Registers, 0 or 1. */
  readonly nonSettlementsRegisters?: NonSettlementsRegisters;
};

/** Group 281 NHH Mapping Details. */
export type NhhMappingDetails = {
  /** J0076 Standard Settlement Configuration (SSC) Id, CHAR(4). */
  readonly standardSettlementConfigurationSscId: string;
  /** J0300 Effective from Settlement Date {SCON}, DATE. */
  readonly effectiveFromSettlementDateScon: string;
  /** 778 Time Pattern Regimes, 1 or more. */
  readonly timePatternRegimes: readonly TimePatternRegimes[];
};

/** Group 778 Time Pattern Regimes. */
export type TimePatternRegimes = {
  /** J0078 Time Pattern Regime, CHAR(5), inferred. */
  readonly timePatternRegime: string;
  /** 283 Meter Details, 1 or more. */
  readonly meterDetails: readonly MeterDetails[];
};

/** Group 283 Meter Details. */
export type MeterDetails = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** 284 Meter Register, 1 or more. */
  readonly meterRegister: readonly MeterRegister[];
};

/** Group 284 Meter Register. */
export type MeterRegister = {
  /** J0010 Meter Register Id, CHAR(2). */
  readonly meterRegisterId: string;
  /** J0679 Register Mapping Coefficient, ±NUM(1). */
  readonly registerMappingCoefficient: string;
};

/** Group 23A Non Settlements Registers. */
export type NonSettlementsRegisters = {
  /** J1267 Metering System Non Settlement Functionality Code, CHAR(10). */
  readonly meteringSystemNonSettlementFunctionalityCode: string;
  /** J1268 Effective From Settlement Date {MSNSFC}, DATE. */
  readonly effectiveFromSettlementDateMsnsfc?: string;
  /** 24A Time Pattern Regimes, 1 or more. */
  readonly timePatternRegimes: readonly TimePatternRegimes24A[];
};

/** Group 24A Time Pattern Regimes. */
export type TimePatternRegimes24A = {
  /** J0078 Time Pattern Regime, CHAR(5), inferred. */
  readonly timePatternRegime: string;
  /** 25A Meter Details, 1 or more. */
  readonly meterDetails: readonly MeterDetails25A[];
};

/** Group 25A Meter Details. */
export type MeterDetails25A = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** 26A Meter Register, 1 or more. */
  readonly meterRegister: readonly MeterRegister26A[];
};

/** Group 26A Meter Register. */
export type MeterRegister26A = {
  /** J0010 Meter Register Id, CHAR(2). */
  readonly meterRegisterId: string;
  /** J0679 Register Mapping Coefficient, ±NUM(1). */
  readonly registerMappingCoefficient: string;
};
