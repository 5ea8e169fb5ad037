// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J1099 } from "../codes.ts";

/**
 * D0019 version 001: Metering System EAC/AA Data.
 * A message is an occurrence of group ZIN Instruction Header.
 */
export type D0019001 = {
  /** J0109 Instruction Number, NUM(12). */
  readonly instructionNumber: string;
  /** J1109 Type Code, CHAR(4), inferred. */
  readonly typeCode: string;
  /** J0083 Metering System Id, NUM(13), inferred. */
  readonly meteringSystemId: string;
  /** ZPI Instruction File Additional Header, 1. */
  readonly instructionFileAdditionalHeader: InstructionFileAdditionalHeader;
  /** ISD Significant Date, 1. */
  readonly significantDate: SignificantDate;
  /** AAH Annualised Advance Set Header, any number. */
  readonly annualisedAdvanceSetHeader?: readonly AnnualisedAdvanceSetHeader[];
  /** EAH Estimated Annual Consumption Header, any number. */
  readonly estimatedAnnualConsumptionHeader?: readonly EstimatedAnnualConsumptionHeader[];
  /** REG Registration Details (DC), any number. */
  readonly registrationDetailsDc?: readonly RegistrationDetailsDc[];
  /** PSC Profile Class/Standard Settlement Configuration, any number. */
  readonly profileClassStandardSettlementConfiguration?: readonly ProfileClassStandardSettlementConfiguration[];
  /** IMC Measurement Class (DC), any number. */
  readonly measurementClassDc?: readonly MeasurementClassDc[];
  /** GSP GSP Group (DC), any number. */
  readonly gspGroupDc?: readonly GspGroupDc[];
  /** IES Energisation Status (DC), any number. */
  readonly energisationStatusDc?: readonly EnergisationStatusDc[];
};

/** Group ZPI Instruction File Additional Header. */
export type InstructionFileAdditionalHeader = {
  /** J0330 File Sequence Number, NUM(12). */
  readonly fileSequenceNumber: string;
};

/** Group ISD Significant Date. */
export type SignificantDate = {
  /** J0328 Significant Date, DATE. */
  readonly significantDate: string;
};

/** Group AAH Annualised Advance Set Header. */
export type AnnualisedAdvanceSetHeader = {
  /** J1096 Effective from Settlement Date, DATE. */
  readonly effectiveFromSettlementDate: string;
  /** J1097 Effective to Settlement Date, DATE. */
  readonly effectiveToSettlementDate: string;
  /** AAD Annualised Advance Details, 1 or more. */
  readonly annualisedAdvanceDetails: readonly AnnualisedAdvanceDetails[];
};

/** Group AAD Annualised Advance Details. */
export type AnnualisedAdvanceDetails = {
  /** J0078 Time Pattern Regime, CHAR(5), inferred. */
  readonly timePatternRegime: string;
  /** J0079 Annualised Advance, ±NUM(14,1). */
  readonly annualisedAdvance: string;
};

/** Group EAH Estimated Annual Consumption Header. */
export type EstimatedAnnualConsumptionHeader = {
  /** J1096 Effective from Settlement Date, DATE. */
  readonly effectiveFromSettlementDate: string;
  /** EAD Estimated Annual Consumption Details, 1 or more. */
  readonly estimatedAnnualConsumptionDetails: readonly EstimatedAnnualConsumptionDetails[];
};

/** Group EAD Estimated Annual Consumption Details. */
export type EstimatedAnnualConsumptionDetails = {
  /** J0078 Time Pattern Regime, CHAR(5), inferred. */
  readonly timePatternRegime: string;
  /** J0081 Estimated Annual Consumption, ±NUM(14,1). */
  readonly estimatedAnnualConsumption: string;
};

/** Group REG Registration Details (DC). */
export type RegistrationDetailsDc = {
  /** J1096 Effective from Settlement Date, DATE. */
  readonly effectiveFromSettlementDate: string;
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
};

/** Group PSC Profile Class/Standard Settlement Configuration. */
export type ProfileClassStandardSettlementConfiguration = {
  /** J1096 Effective from Settlement Date, DATE. */
  readonly effectiveFromSettlementDate: string;
  /** J0071 Profile Class Id, NUM(2). */
  readonly profileClassId: string;
  /** J0076 Standard Settlement Configuration (SSC) Id, CHAR(4). */
  readonly standardSettlementConfigurationSscId: string;
};

/** Group IMC Measurement Class (DC). */
export type MeasurementClassDc = {
  /** J1096 Effective from Settlement Date, DATE. */
  readonly effectiveFromSettlementDate: string;
  /** J0082 Measurement Class Id, CHAR(1). */
  readonly measurementClassId: string;
};

/** Group GSP GSP Group (DC). */
export type GspGroupDc = {
  /** J1096 Effective from Settlement Date, DATE. */
  readonly effectiveFromSettlementDate: string;
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
};

/** Group IES Energisation Status (DC). */
export type EnergisationStatusDc = {
  /** J1096 Effective from Settlement Date, DATE. */
  readonly effectiveFromSettlementDate: string;
  /** J1099 Energisation Status Id, CHAR(1), inferred. */
  readonly energisationStatusId: J1099;
};
