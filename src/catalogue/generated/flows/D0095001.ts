// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J1168, J1169 } from "../codes.ts";

/**
 * D0095 version 001: Non Half Hourly Data Aggregation Exception Report.
 * A message is an occurrence of group EXM Metering System Identifier.
 */
export type D0095001 = {
  /** J0083 Metering System Id, NUM(13), inferred. */
  readonly meteringSystemId: string;
  /** EXH Exception Header, 1. */
  readonly exceptionHeader: ExceptionHeader;
  /** EXP MPAS Agent Identifier, the one above it. */
  readonly mpasAgentIdentifier: MpasAgentIdentifier;
  /** E01 Exception Details (no EAC or AA for appointed DC), any number. */
  readonly exceptionDetailsNoEacOrAaForAppointedDc?: readonly ExceptionDetailsNoEacOrAaForAppointedDc[];
  /** E02 Exception Details (missing subsequent consumption data), any number. */
  readonly exceptionDetailsMissingSubsequentConsumptionData?: readonly ExceptionDetailsMissingSubsequentConsumptionData[];
  /** E03 Exception Details (AA with no DAA appointment), any number. */
  readonly exceptionDetailsAaWithNoDaaAppointment?: readonly ExceptionDetailsAaWithNoDaaAppointment[];
  /** E04 Exception Details (EAC with no DAA appointment), any number. */
  readonly exceptionDetailsEacWithNoDaaAppointment?: readonly ExceptionDetailsEacWithNoDaaAppointment[];
  /** E05 Exception Details (non zero AA when de-energised), any number. */
  readonly exceptionDetailsNonZeroAaWhenDeEnergised?: readonly ExceptionDetailsNonZeroAaWhenDeEnergised[];
  /** E06 Exception Details (missing preceding consumption data), any number. */
  readonly exceptionDetailsMissingPrecedingConsumptionData?: readonly ExceptionDetailsMissingPrecedingConsumptionData[];
  /** E07 Exception Details (overlapping MAPs), any number. */
  readonly exceptionDetailsOverlappingMaps?: readonly ExceptionDetailsOverlappingMaps[];
  /** E08 Exception Details (Supplier incorrect), any number. */
  readonly exceptionDetailsSupplierIncorrect?: readonly ExceptionDetailsSupplierIncorrect[];
  /** E09 Exception Details (Measurement Class incorrect), any number. */
  readonly exceptionDetailsMeasurementClassIncorrect?: readonly ExceptionDetailsMeasurementClassIncorrect[];
  /** E10 Exception Details (GSP Group incorrect), any number. */
  readonly exceptionDetailsGspGroupIncorrect?: readonly ExceptionDetailsGspGroupIncorrect[];
  /** E11 Exception Details (Profile Class incorrect), any number. */
  readonly exceptionDetailsProfileClassIncorrect?: readonly ExceptionDetailsProfileClassIncorrect[];
  /** E12 Exception Details (Energisation Status incorrect), any number. */
  readonly exceptionDetailsEnergisationStatusIncorrect?: readonly ExceptionDetailsEnergisationStatusIncorrect[];
  /** E13 Exception Details (Standard Settlement Configuration incorrect), any number. */
  readonly exceptionDetailsStandardSettlementConfigurationIncorrect?: readonly ExceptionDetailsStandardSettlementConfigurationIncorrect[];
  /** E14 Exception Details (no Registration), any number. */
  readonly exceptionDetailsNoRegistration?: readonly ExceptionDetailsNoRegistration[];
};

/** Group EXH Exception Header. */
export type ExceptionHeader = {
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** J0205 Data Collector Id, CHAR(4), inferred. */
  readonly dataCollectorId: string;
  /** J1133 From Settlement Date, DATE. */
  readonly fromSettlementDate: string;
  /** J1134 To Settlement Date, DATE. */
  readonly toSettlementDate: string;
  /** J1135 Count of Metering Systems with at least 1 exception of type 01, any text. */
  readonly countOfMeteringSystemsWithAtLeast1ExceptionOfType01: string;
  /** J1137 Count of Metering Systems with at least 1 exception of type 02, any text. */
  readonly countOfMeteringSystemsWithAtLeast1ExceptionOfType02: string;
  /** J1138 Count of Metering Systems with at least 1 exception of type 03, any text. */
  readonly countOfMeteringSystemsWithAtLeast1ExceptionOfType03: string;
  /** J1139 Count of Metering Systems with at least 1 exception of type 04, any text. */
  readonly countOfMeteringSystemsWithAtLeast1ExceptionOfType04: string;
  /** J1140 Count of Metering Systems with at least 1 exception of type 05, any text. */
  readonly countOfMeteringSystemsWithAtLeast1ExceptionOfType05: string;
  /** J1141 Count of Metering Systems with at least 1 exception of type 06, any text. */
  readonly countOfMeteringSystemsWithAtLeast1ExceptionOfType06: string;
  /** J1142 Count of Metering Systems with at least 1 exception of type 07, any text. */
  readonly countOfMeteringSystemsWithAtLeast1ExceptionOfType07: string;
  /** J1143 Count of Metering Systems with at least 1 exception of type 08, any text. */
  readonly countOfMeteringSystemsWithAtLeast1ExceptionOfType08: string;
  /** J1144 Count of Metering Systems with at least 1 exception of type 09, any text. */
  readonly countOfMeteringSystemsWithAtLeast1ExceptionOfType09: string;
  /** J1145 Count of Metering Systems with at least 1 exception of type 10, any text. */
  readonly countOfMeteringSystemsWithAtLeast1ExceptionOfType10: string;
  /** J1146 Count of Metering Systems with at least 1 exception of type 11, any text. */
  readonly countOfMeteringSystemsWithAtLeast1ExceptionOfType11: string;
  /** J1147 Count of Metering Systems with at least 1 exception of type 12, any text. */
  readonly countOfMeteringSystemsWithAtLeast1ExceptionOfType12: string;
  /** J1148 Count of Metering Systems with at least 1 exception of type 13, any text. */
  readonly countOfMeteringSystemsWithAtLeast1ExceptionOfType13: string;
  /** J1149 Count of Metering Systems with at least 1 exception of type 14, any text. */
  readonly countOfMeteringSystemsWithAtLeast1ExceptionOfType14: string;
  /** J1311 Count of Metering Systems with at least 1 exception, any text. */
  readonly countOfMeteringSystemsWithAtLeast1Exception: string;
};

/** Group EXP MPAS Agent Identifier. */
export type MpasAgentIdentifier = {
  /** J0111 MPAS Agent Id, CHAR(4), inferred. */
  readonly mpasAgentId: string;
};

/** Group E01 Exception Details (no EAC or AA for appointed DC). */
export type ExceptionDetailsNoEacOrAaForAppointedDc = {
  /** J1150 Registration Effective from Settlement Date, DATE, inferred. */
  readonly registrationEffectiveFromSettlementDate: string;
  /** J1151 Data Aggregator Appointment Effective from Settlement Date, DATE, inferred. */
  readonly dataAggregatorAppointmentEffectiveFromSettlementDate: string;
};

/** Group E02 Exception Details (missing subsequent consumption data). */
export type ExceptionDetailsMissingSubsequentConsumptionData = {
  /** J1150 Registration Effective from Settlement Date, DATE, inferred. */
  readonly registrationEffectiveFromSettlementDate: string;
  /** J1151 Data Aggregator Appointment Effective from Settlement Date, DATE, inferred. */
  readonly dataAggregatorAppointmentEffectiveFromSettlementDate: string;
  /** J1152 First Settlement Date with no data, DATE. */
  readonly firstSettlementDateWithNoData: string;
};

/** Group E03 Exception Details (AA with no DAA appointment). */
export type ExceptionDetailsAaWithNoDaaAppointment = {
  /** J1153 AA Effective from Settlement Date, DATE, inferred. */
  readonly aaEffectiveFromSettlementDate: string;
};

/** Group E04 Exception Details (EAC with no DAA appointment). */
export type ExceptionDetailsEacWithNoDaaAppointment = {
  /** J1154 EAC Effective from Settlement Date, DATE. */
  readonly eacEffectiveFromSettlementDate: string;
};

/** Group E05 Exception Details (non zero AA when de-energised). */
export type ExceptionDetailsNonZeroAaWhenDeEnergised = {
  /** J1153 AA Effective from Settlement Date, DATE, inferred. */
  readonly aaEffectiveFromSettlementDate: string;
};

/** Group E06 Exception Details (missing preceding consumption data). */
export type ExceptionDetailsMissingPrecedingConsumptionData = {
  /** J1152 First Settlement Date with no data, DATE. */
  readonly firstSettlementDateWithNoData: string;
};

/** Group E07 Exception Details (overlapping MAPs). */
export type ExceptionDetailsOverlappingMaps = {
  /** J1155 Effective from Settlement Date for AA from specified Data Collector, DATE. */
  readonly effectiveFromSettlementDateForAaFromSpecifiedDataCollector: string;
  /** J1156 Other Data Collector Id, CHAR(4), inferred. */
  readonly otherDataCollectorId: string;
  /** J1157 Effective from Settlement Date for AA from other Data Collector, DATE. */
  readonly effectiveFromSettlementDateForAaFromOtherDataCollector: string;
};

/** Group E08 Exception Details (Supplier incorrect). */
export type ExceptionDetailsSupplierIncorrect = {
  /** J1158 Supplier Id (DC), CHAR(4), inferred. */
  readonly supplierIdDc: string;
  /** J1167 Effective from Settlement Date of last MPAS data, DATE. */
  readonly effectiveFromSettlementDateOfLastMpasData: string;
  /** J1219 Effective from Settlement Date of last Data Collector data, DATE, inferred. */
  readonly effectiveFromSettlementDateOfLastDataCollectorData: string;
};

/** Group E09 Exception Details (Measurement Class incorrect). */
export type ExceptionDetailsMeasurementClassIncorrect = {
  /** J1160 Measurement Class Id (MPAS), CHAR(1), inferred. */
  readonly measurementClassIdMpas: string;
  /** J1161 Measurement Class Id (DC), CHAR(1), inferred. */
  readonly measurementClassIdDc: string;
  /** J1167 Effective from Settlement Date of last MPAS data, DATE. */
  readonly effectiveFromSettlementDateOfLastMpasData: string;
  /** J1159 Effective from Settlement Date of last DC data, DATE. */
  readonly effectiveFromSettlementDateOfLastDcData: string;
};

/** Group E10 Exception Details (GSP Group incorrect). */
export type ExceptionDetailsGspGroupIncorrect = {
  /** J1162 GSP Group Id (MPAS), CHAR(2), inferred. */
  readonly gspGroupIdMpas: string;
  /** J1163 GSP Group Id (DC), CHAR(2), inferred. */
  readonly gspGroupIdDc: string;
  /** J1167 Effective from Settlement Date of last MPAS data, DATE. */
  readonly effectiveFromSettlementDateOfLastMpasData: string;
  /** J1159 Effective from Settlement Date of last DC data, DATE. */
  readonly effectiveFromSettlementDateOfLastDcData: string;
};

/** Group E11 Exception Details (Profile Class incorrect). */
export type ExceptionDetailsProfileClassIncorrect = {
  /** J1164 Profile Class Id (MPAS), NUM(2), inferred. */
  readonly profileClassIdMpas: string;
  /** J1166 Profile Class Id (DC), NUM(2), inferred. */
  readonly profileClassIdDc: string;
  /** J1167 Effective from Settlement Date of last MPAS data, DATE. */
  readonly effectiveFromSettlementDateOfLastMpasData: string;
  /** J1159 Effective from Settlement Date of last DC data, DATE. */
  readonly effectiveFromSettlementDateOfLastDcData: string;
};

/** Group E12 Exception Details (Energisation Status incorrect). */
export type ExceptionDetailsEnergisationStatusIncorrect = {
  /** J1168 Energisation Status (MPAS), CHAR(1), inferred. */
  readonly energisationStatusMpas: J1168;
  /** J1169 Energisation Status (DC), CHAR(1), inferred. */
  readonly energisationStatusDc: J1169;
  /** J1167 Effective from Settlement Date of last MPAS data, DATE. */
  readonly effectiveFromSettlementDateOfLastMpasData: string;
  /** J1159 Effective from Settlement Date of last DC data, DATE. */
  readonly effectiveFromSettlementDateOfLastDcData: string;
};

/** Group E13 Exception Details (Standard Settlement Configuration incorrect). */
export type ExceptionDetailsStandardSettlementConfigurationIncorrect = {
  /** J1170 SSC Id (MPAS), CHAR(4), inferred. */
  readonly sscIdMpas: string;
  /** J1171 SSC Id (DC), CHAR(4), inferred. */
  readonly sscIdDc: string;
  /** J1167 Effective from Settlement Date of last MPAS data, DATE. */
  readonly effectiveFromSettlementDateOfLastMpasData: string;
  /** J1159 Effective from Settlement Date of last DC data, DATE. */
  readonly effectiveFromSettlementDateOfLastDcData: string;
};

/** Group E14 Exception Details (no Registration). */
export type ExceptionDetailsNoRegistration = {
  /** J1172 Supplier Id (MPAS), CHAR(4), inferred. */
  readonly supplierIdMpas: string;
  /** J1167 Effective from Settlement Date of last MPAS data, DATE. */
  readonly effectiveFromSettlementDateOfLastMpasData: string;
  /** J1159 Effective from Settlement Date of last DC data, DATE. */
  readonly effectiveFromSettlementDateOfLastDcData: string;
};
