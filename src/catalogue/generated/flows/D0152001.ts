// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0080 } from "../codes.ts";

/**
 * D0152 version 001: Metering System EAC/AA Historical Data.
 * A message is an occurrence of group 301 MPAN Cores.
 */
export type D0152001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** 302 Meter Advance Period Settlement Dates, any number. */
  readonly meterAdvancePeriodSettlementDates?: readonly MeterAdvancePeriodSettlementDates[];
  /** 304 EAC Effective Date, 1 or more. */
  readonly eacEffectiveDate: readonly EacEffectiveDate[];
  /** 306 SSC, 1 or more. */
  readonly ssc: readonly Ssc[];
  /** 307 Supplier and Effective Date, 1 or more. */
  readonly supplierAndEffectiveDate: readonly SupplierAndEffectiveDate[];
  /** 308 Profile Class, 1 or more. */
  readonly profileClass: readonly ProfileClass[];
  /** 309 GSP Group, 1 or more. */
  readonly gspGroup: readonly GspGroup[];
  /** 310 Measurement Class, 1 or more. */
  readonly measurementClass: readonly MeasurementClass[];
  /** 311 Energisation Status, 1 or more. */
  readonly energisationStatus: readonly EnergisationStatus[];
};

/** Group 302 Meter Advance Period Settlement Dates. */
export type MeterAdvancePeriodSettlementDates = {
  /** J0087 Effective from Settlement Date {MACDC}, DATE. */
  readonly effectiveFromSettlementDateMacdc: string;
  /** J0088 Effective to Settlement Date {MACDC}, DATE. */
  readonly effectiveToSettlementDateMacdc: string;
  /** 303 Annualised Advances, 1 or more. */
  readonly annualisedAdvances: readonly AnnualisedAdvances[];
};

/** Group 303 Annualised Advances. */
export type AnnualisedAdvances = {
  /** J0078 Time Pattern Regime, CHAR(5), inferred. */
  readonly timePatternRegime: string;
  /** J0079 Annualised Advance, ±NUM(14,1). */
  readonly annualisedAdvance: string;
};

/** Group 304 EAC Effective Date. */
export type EacEffectiveDate = {
  /** J0090 Effective from Settlement Date {EACDC}, DATE. */
  readonly effectiveFromSettlementDateEacdc: string;
  /** 305 EACs, 1 or more. */
  readonly eacs: readonly Eacs[];
};

/** Group 305 EACs. */
export type Eacs = {
  /** J0078 Time Pattern Regime, CHAR(5), inferred. */
  readonly timePatternRegime: string;
  /** J0081 Estimated Annual Consumption, ±NUM(14,1). */
  readonly estimatedAnnualConsumption: string;
};

/** Group 306 SSC. */
export type Ssc = {
  /** J0076 Standard Settlement Configuration (SSC) Id, CHAR(4). */
  readonly standardSettlementConfigurationSscId: string;
  /** J0091 Effective from Settlement Date {SCDC}, DATE. */
  readonly effectiveFromSettlementDateScdc: string;
};

/** Group 307 Supplier and Effective Date. */
export type SupplierAndEffectiveDate = {
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** J0049 Effective from Settlement Date {REGI}, DATE. */
  readonly effectiveFromSettlementDateRegi: string;
};

/** Group 308 Profile Class. */
export type ProfileClass = {
  /** J0071 Profile Class Id, NUM(2). */
  readonly profileClassId: string;
  /** J0092 Effective from Settlement Date {MSPCDC}, DATE. */
  readonly effectiveFromSettlementDateMspcdc: string;
};

/** Group 309 GSP Group. */
export type GspGroup = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0093 Effective from Settlement Date {MSGGDC}, DATE. */
  readonly effectiveFromSettlementDateMsggdc: string;
};

/** Group 310 Measurement Class. */
export type MeasurementClass = {
  /** J0082 Measurement Class Id, CHAR(1). */
  readonly measurementClassId: string;
  /** J0094 Effective from Settlement Date {MSMCDC}, DATE. */
  readonly effectiveFromSettlementDateMsmcdc: string;
};

/** Group 311 Energisation Status. */
export type EnergisationStatus = {
  /** J0080 Energisation Status, CHAR(1). */
  readonly energisationStatus: J0080;
  /** J0297 Effective from Settlement Date {MSES}, DATE. */
  readonly effectiveFromSettlementDateMses: string;
};
