// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0098, J0103, J0474, J0483 } from "../codes.ts";

/**
 * D0367 version 001: Smart Meter Configuration Details.
 * A message is an occurrence of group 01J MPAN Cores.
 */
export type D0367001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J1254 Effective from Settlement Date {MSMTD}, DATE. */
  readonly effectiveFromSettlementDateMsmtd: string;
  /** J0098 Retrieval Method, CHAR(1). */
  readonly retrievalMethod: J0098;
  /** J0722 Retrieval Method Effective Date, DATE. */
  readonly retrievalMethodEffectiveDate: string;
  /** J0483 Meter Type, CHAR(5). */
  readonly meterType: J0483;
  /** 02J NHH Mapping Details, 1. */
  readonly nhhMappingDetails: NhhMappingDetails;
};

/** Group 02J NHH Mapping Details. */
export type NhhMappingDetails = {
  /** J0076 Standard Settlement Configuration (SSC) Id, CHAR(4). */
  readonly standardSettlementConfigurationSscId: string;
  /** J0300 Effective from Settlement Date {SCON}, DATE. */
  readonly effectiveFromSettlementDateScon: string;
  /** 03J Time Pattern Regimes, 1 or more. */
  readonly timePatternRegimes: readonly TimePatternRegimes[];
  /** 06J Non Settlements Registers, 0 or 1. */
  readonly nonSettlementsRegisters?: NonSettlementsRegisters;
};

/** Group 03J Time Pattern Regimes. */
export type TimePatternRegimes = {
  /** J0078 Time Pattern Regime, CHAR(5), inferred. */
  readonly timePatternRegime: string;
  /** 04J Meter Details, 1 or more. */
  readonly meterDetails: readonly MeterDetails[];
};

/** Group 04J Meter Details. */
export type MeterDetails = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** 05J Meter Register, 1 or more. */
  readonly meterRegister: readonly MeterRegister[];
};

/** Group 05J Meter Register. */
export type MeterRegister = {
  /** J0010 Meter Register Id, CHAR(2). */
  readonly meterRegisterId: string;
  /** J1712 Meter Register Description, CHAR(16). */
  readonly meterRegisterDescription?: string;
  /** J0679 Register Mapping Coefficient, ±NUM(1). */
  readonly registerMappingCoefficient: string;
  /** J0474 Meter Register Type, CHAR(1). */
  readonly meterRegisterType: J0474;
  /** J0103 Measurement Quantity Id, CHAR(2). */
  readonly measurementQuantityId: J0103;
  /** J0475 Meter Register Multiplier, NUM(9,2). */
  readonly meterRegisterMultiplier: string;
  /** J0478 Number of Register Digits, NUM(1). */
  readonly numberOfRegisterDigits: string;
};

/** Group 06J Non Settlements Registers. */
export type NonSettlementsRegisters = {
  /** J1267 Metering System Non Settlement Functionality Code, CHAR(10). */
  readonly meteringSystemNonSettlementFunctionalityCode: string;
  /** J1268 Effective From Settlement Date {MSNSFC}, DATE. */
  readonly effectiveFromSettlementDateMsnsfc?: string;
  /** 07J Meter Details, 1 or more. */
  readonly meterDetails: readonly MeterDetails07J[];
};

/** Group 07J Meter Details. */
export type MeterDetails07J = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** 08J Meter Register, 1 or more. */
  readonly meterRegister: readonly MeterRegister08J[];
};

/** Group 08J Meter Register. */
export type MeterRegister08J = {
  /** J0010 Meter Register Id, CHAR(2). */
  readonly meterRegisterId: string;
  /** J1712 Meter Register Description, CHAR(16). */
  readonly meterRegisterDescription?: string;
  /** J0474 Meter Register Type, CHAR(1). */
  readonly meterRegisterType: J0474;
  /** J0103 Measurement Quantity Id, CHAR(2). */
  readonly measurementQuantityId: J0103;
  /** J0475 Meter Register Multiplier, NUM(9,2). */
  readonly meterRegisterMultiplier: string;
  /** J0478 Number of Register Digits, NUM(1). */
  readonly numberOfRegisterDigits: string;
};
