// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J1702 } from "../codes.ts";

/**
 * D0310 version 001: Notification of Failure to load or receive Metering System Settlement Details.
 * A message is an occurrence of group 00D MPAN Details with NHHDC received Data.
 */
export type D0310001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0076 Standard Settlement Configuration (SSC) Id, CHAR(4). */
  readonly standardSettlementConfigurationSscId?: string;
  /** J0300 Effective from Settlement Date {SCON}, DATE. */
  readonly effectiveFromSettlementDateScon?: string;
  /** 01D Error Details, 1 or more. */
  readonly errorDetails: readonly ErrorDetails[];
  /** 02D MPAN Cores with Settlement Dates from D0052, 1. */
  readonly mpanCoresWithSettlementDatesFromD0052: MpanCoresWithSettlementDatesFromD0052;
};

/** Group 01D Error Details. */
export type ErrorDetails = {
  /** J1702 Settlement Details Failure Reason Code, CHAR(2). */
  readonly settlementDetailsFailureReasonCode: J1702;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
};

/** Group 02D MPAN Cores with Settlement Dates from D0052. */
export type MpanCoresWithSettlementDatesFromD0052 = {
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
  /** 03D Settlement Details from D0052, 1. */
  readonly settlementDetailsFromD0052: SettlementDetailsFromD0052;
};

/** Group 03D Settlement Details from D0052. */
export type SettlementDetailsFromD0052 = {
  /** J0076 Standard Settlement Configuration (SSC) Id, CHAR(4). */
  readonly standardSettlementConfigurationSscId: string;
  /** J0300 Effective from Settlement Date {SCON}, DATE. */
  readonly effectiveFromSettlementDateScon: string;
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0093 Effective from Settlement Date {MSGGDC}, DATE. */
  readonly effectiveFromSettlementDateMsggdc: string;
  /** 04D Time Pattern Regime from D0052, 1 or more. */
  readonly timePatternRegimeFromD0052: readonly TimePatternRegimeFromD0052[];
};

/** Group 04D Time Pattern Regime from D0052. */
export type TimePatternRegimeFromD0052 = {
  /** J0078 Time Pattern Regime, CHAR(5), inferred. */
  readonly timePatternRegime: string;
  /** J0081 Estimated Annual Consumption, ±NUM(14,1). */
  readonly estimatedAnnualConsumption: string;
  /** J0090 Effective from Settlement Date {EACDC}, DATE. */
  readonly effectiveFromSettlementDateEacdc: string;
};
