// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J1099 } from "../codes.ts";

/**
 * D0209 version 001: Instruction(s) to Non Half Hourly or Half Hourly Data Aggregator.
 * One of several kinds of message.
 */
export type D0209001 = MeteringSystemHeader | InstructionNumber;

/** A message is an occurrence of group MSH Metering System Header. */
export type MeteringSystemHeader = {
  /** J0083 Metering System Id, NUM(13), inferred. */
  readonly meteringSystemId: string;
  /** ZPI Instruction File Additional Header, 1. */
  readonly instructionFileAdditionalHeader: InstructionFileAdditionalHeader;
  /** ZIN Instruction Header, 1, conditional. */
  readonly instructionHeader: InstructionHeader;
  /** SUP Supplier Registration, any number. */
  readonly supplierRegistration?: readonly SupplierRegistration[];
  /** DAA Data Aggregator Appointment, any number. */
  readonly dataAggregatorAppointment?: readonly DataAggregatorAppointment[];
  /** DCA Data Collector Appointment, any number. */
  readonly dataCollectorAppointment?: readonly DataCollectorAppointment[];
  /** PSS Profile Class/Standard Settlement Configuration, any number. */
  readonly profileClassStandardSettlementConfiguration?: readonly ProfileClassStandardSettlementConfiguration[];
  /** MCL Measurement Class, any number. */
  readonly measurementClass?: readonly MeasurementClass[];
  /** EST Energisation Status, any number. */
  readonly energisationStatus?: readonly EnergisationStatus[];
  /** LLF Line Loss Factor Class, any number. */
  readonly lineLossFactorClass?: readonly LineLossFactorClass[];
  /** GGP GSP Group, any number. */
  readonly gspGroup?: readonly GspGroup[];
};

/** Group ZPI Instruction File Additional Header. */
export type InstructionFileAdditionalHeader = {
  /** J0330 File Sequence Number, NUM(12). */
  readonly fileSequenceNumber: string;
};

/** Group ZIN Instruction Header. */
export type InstructionHeader = {
  /** J0109 Instruction Number, NUM(12). */
  readonly instructionNumber: string;
  /** J1109 Type Code, CHAR(4), inferred. */
  readonly typeCode: string;
  /** J1094 Market Role, CHAR(1), inferred. */
  readonly marketRole: string;
  /** J1095 Participant Id, CHAR(4), inferred. */
  readonly participantId: string;
  /** ISD Significant Date, 1. */
  readonly significantDateIsd: SignificantDateIsd;
};

/** Group ISD Significant Date. */
export type SignificantDateIsd = {
  /** J0328 Significant Date, DATE. */
  readonly significantDate: string;
};

/** Group SUP Supplier Registration. */
export type SupplierRegistration = {
  /** J0049 Effective from Settlement Date {REGI}, DATE. */
  readonly effectiveFromSettlementDateRegi: string;
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
};

/** Group DAA Data Aggregator Appointment. */
export type DataAggregatorAppointment = {
  /** J0049 Effective from Settlement Date {REGI}, DATE. */
  readonly effectiveFromSettlementDateRegi: string;
  /** J0334 Effective from Settlement Date {DAA}, DATE. */
  readonly effectiveFromSettlementDateDaa: string;
  /** J0340 Effective to Settlement Date {DAA}, DATE. */
  readonly effectiveToSettlementDateDaa?: string;
};

/** Group DCA Data Collector Appointment. */
export type DataCollectorAppointment = {
  /** J0049 Effective from Settlement Date {REGI}, DATE. */
  readonly effectiveFromSettlementDateRegi: string;
  /** J0219 Effective from Date {DCA}, DATE. */
  readonly effectiveFromDateDca: string;
  /** J0205 Data Collector Id, CHAR(4), inferred. */
  readonly dataCollectorId: string;
};

/** Group PSS Profile Class/Standard Settlement Configuration. */
export type ProfileClassStandardSettlementConfiguration = {
  /** J0049 Effective from Settlement Date {REGI}, DATE. */
  readonly effectiveFromSettlementDateRegi: string;
  /** J1562 Effective from Settlement Date {PCSSCR}, DATE. */
  readonly effectiveFromSettlementDatePcsscr: string;
  /** J0071 Profile Class Id, NUM(2). */
  readonly profileClassId: string;
  /** J0076 Standard Settlement Configuration (SSC) Id, CHAR(4). */
  readonly standardSettlementConfigurationSscId: string;
};

/** Group MCL Measurement Class. */
export type MeasurementClass = {
  /** J0049 Effective from Settlement Date {REGI}, DATE. */
  readonly effectiveFromSettlementDateRegi: string;
  /** J1563 Effective from Settlement Date {MCR}, DATE. */
  readonly effectiveFromSettlementDateMcr: string;
  /** J0082 Measurement Class Id, CHAR(1). */
  readonly measurementClassId: string;
};

/** Group EST Energisation Status. */
export type EnergisationStatus = {
  /** J0049 Effective from Settlement Date {REGI}, DATE. */
  readonly effectiveFromSettlementDateRegi: string;
  /** J1564 Effective from Settlement Date {ESR}, DATE. */
  readonly effectiveFromSettlementDateEsr: string;
  /** J1099 Energisation Status Id, CHAR(1), inferred. */
  readonly energisationStatusId: J1099;
};

/** Group LLF Line Loss Factor Class. */
export type LineLossFactorClass = {
  /** J0658 Effective from Settlement Date {MSLLFC}, DATE. */
  readonly effectiveFromSettlementDateMsllfc: string;
  /** J0189 Distributor Id, CHAR(4). */
  readonly distributorId: string;
  /** J0147 Line Loss Factor Class Id, CHAR(3). */
  readonly lineLossFactorClassId: string;
};

/** Group GGP GSP Group. */
export type GspGroup = {
  /** J0306 Effective from Settlement Date {MSGG}, DATE. */
  readonly effectiveFromSettlementDateMsgg: string;
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
};

/** A message is an occurrence of group ZIN Instruction Number. */
export type InstructionNumber = {
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
};

/** Group ISD Significant Date. */
export type SignificantDate = {
  /** J0328 Significant Date, DATE. */
  readonly significantDate: string;
  /** SUP Supplier Registration, any number. */
  readonly supplierRegistration?: readonly SupplierRegistrationSUP[];
  /** DAA Data Aggregation Appointment, any number. */
  readonly dataAggregationAppointment?: readonly DataAggregationAppointment[];
  /** DCA Data Collector Appointment, any number. */
  readonly dataCollectorAppointment?: readonly DataCollectorAppointmentDCA[];
  /** PSS Profile Class/Standard Settlement Configuration, any number. */
  readonly profileClassStandardSettlementConfiguration?: readonly ProfileClassStandardSettlementConfigurationPSS[];
  /** MCL Measurement Class, any number. */
  readonly measurementClass?: readonly MeasurementClassMCL[];
  /** EST Energisation Status, any number. */
  readonly energisationStatus?: readonly EnergisationStatusEST[];
  /** LLF Line Loss Factor Class, any number. */
  readonly lineLossFactorClass?: readonly LineLossFactorClassLLF[];
  /** GGP GSP Group, any number. */
  readonly gspGroup?: readonly GspGroupGGP[];
};

/** Group SUP Supplier Registration. */
export type SupplierRegistrationSUP = {
  /** J0049 Effective from Settlement Date {REGI}, DATE. */
  readonly effectiveFromSettlementDateRegi: string;
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
};

/** Group DAA Data Aggregation Appointment. */
export type DataAggregationAppointment = {
  /** J0049 Effective from Settlement Date {REGI}, DATE. */
  readonly effectiveFromSettlementDateRegi: string;
  /** J0334 Effective from Settlement Date {DAA}, DATE. */
  readonly effectiveFromSettlementDateDaa: string;
  /** J0340 Effective to Settlement Date {DAA}, DATE. */
  readonly effectiveToSettlementDateDaa?: string;
};

/** Group DCA Data Collector Appointment. */
export type DataCollectorAppointmentDCA = {
  /** J0049 Effective from Settlement Date {REGI}, DATE. */
  readonly effectiveFromSettlementDateRegi: string;
  /** J0219 Effective from Date {DCA}, DATE. */
  readonly effectiveFromDateDca: string;
  /** J0205 Data Collector Id, CHAR(4), inferred. */
  readonly dataCollectorId: string;
};

/** Group PSS Profile Class/Standard Settlement Configuration. */
export type ProfileClassStandardSettlementConfigurationPSS = {
  /** J0049 Effective from Settlement Date {REGI}, DATE. */
  readonly effectiveFromSettlementDateRegi: string;
  /** J1562 Effective from Settlement Date {PCSSCR}, DATE. */
  readonly effectiveFromSettlementDatePcsscr: string;
  /** J0071 Profile Class Id, NUM(2). */
  readonly profileClassId: string;
  /** J0076 Standard Settlement Configuration (SSC) Id, CHAR(4). */
  readonly standardSettlementConfigurationSscId: string;
};

/** Group MCL Measurement Class. */
export type MeasurementClassMCL = {
  /** J0049 Effective from Settlement Date {REGI}, DATE. */
  readonly effectiveFromSettlementDateRegi: string;
  /** J1563 Effective from Settlement Date {MCR}, DATE. */
  readonly effectiveFromSettlementDateMcr: string;
  /** J0082 Measurement Class Id, CHAR(1). */
  readonly measurementClassId: string;
};

/** Group EST Energisation Status. */
export type EnergisationStatusEST = {
  /** J0049 Effective from Settlement Date {REGI}, DATE. */
  readonly effectiveFromSettlementDateRegi: string;
  /** J1564 Effective from Settlement Date {ESR}, DATE. */
  readonly effectiveFromSettlementDateEsr: string;
  /** J1099 Energisation Status Id, CHAR(1), inferred. */
  readonly energisationStatusId: J1099;
};

/** Group LLF Line Loss Factor Class. */
export type LineLossFactorClassLLF = {
  /** J0658 Effective from Settlement Date {MSLLFC}, DATE. */
  readonly effectiveFromSettlementDateMsllfc: string;
  /** J0189 Distributor Id, CHAR(4). */
  readonly distributorId: string;
  /** J0147 Line Loss Factor Class Id, CHAR(3). */
  readonly lineLossFactorClassId: string;
};

/** Group GGP GSP Group. */
export type GspGroupGGP = {
  /** J0306 Effective from Settlement Date {MSGG}, DATE. */
  readonly effectiveFromSettlementDateMsgg: string;
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
};
