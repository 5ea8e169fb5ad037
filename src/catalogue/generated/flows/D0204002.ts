// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0080, J0163, J0218, J0675, J0723 } from "../codes.ts";

/**
 * D0204 version 002: Selective or Full Refresh of MPAS Details.
 * A message is an occurrence of group 440 Current MPAS Details.
 */
export type D0204002 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J1036 Metering Point Address Line 1, CHAR(40), inferred. */
  readonly meteringPointAddressLine1?: string;
  /** J1037 Metering Point Address Line 2, CHAR(40), inferred. */
  readonly meteringPointAddressLine2?: string;
  /** J1038 Metering Point Address Line 3, CHAR(40), inferred. */
  readonly meteringPointAddressLine3?: string;
  /** J1039 Metering Point Address Line 4, CHAR(40), inferred. */
  readonly meteringPointAddressLine4?: string;
  /** J1040 Metering Point Address Line 5, CHAR(40), inferred. */
  readonly meteringPointAddressLine5?: string;
  /** J1041 Metering Point Address Line 6, CHAR(40), inferred. */
  readonly meteringPointAddressLine6?: string;
  /** J1042 Metering Point Address Line 7, CHAR(40), inferred. */
  readonly meteringPointAddressLine7?: string;
  /** J1043 Metering Point Address Line 8, CHAR(40), inferred. */
  readonly meteringPointAddressLine8?: string;
  /** J1044 Metering Point Address Line 9, CHAR(40), inferred. */
  readonly meteringPointAddressLine9?: string;
  /** J0263 Metering Point Postcode, CHAR(10), inferred. */
  readonly meteringPointPostcode?: string;
  /** 751 File Sequence Number, 1. */
  readonly fileSequenceNumber: FileSequenceNumber;
  /** 763 Instruction Details, the one above it. */
  readonly instructionDetails: InstructionDetails;
  /** 451 GSP Group Settlement Date Detail, 1 or more. */
  readonly gspGroupSettlementDateDetail: readonly GspGroupSettlementDateDetail[];
  /** 450 Line Loss Factor Class/Date Detail, any number. */
  readonly lineLossFactorClassDateDetail?: readonly LineLossFactorClassDateDetail[];
  /** 441 Registration of Supplier Details, any number. */
  readonly registrationOfSupplierDetails?: readonly RegistrationOfSupplierDetails[];
  /** 445 Energisation Status Details, any number. */
  readonly energisationStatusDetails?: readonly EnergisationStatusDetails[];
  /** 447 Meter/Timeswitch Details, any number. */
  readonly meterTimeswitchDetails?: readonly MeterTimeswitchDetails[];
  /** 448 Profile Class Settlement Date Detail, any number. */
  readonly profileClassSettlementDateDetail?: readonly ProfileClassSettlementDateDetail[];
  /** 449 SSC Detail, any number. */
  readonly sscDetail?: readonly SscDetail[];
  /** 446 Measurement Class Details, any number. */
  readonly measurementClassDetails?: readonly MeasurementClassDetails[];
  /** 764 Data Aggregator Details, any number. */
  readonly dataAggregatorDetails?: readonly DataAggregatorDetails[];
  /** 443 Data Collector Details, any number. */
  readonly dataCollectorDetails?: readonly DataCollectorDetails[];
  /** 444 Meter Operator Details, any number. */
  readonly meterOperatorDetails?: readonly MeterOperatorDetails[];
  /** 90H DCC Service Flag, any number. */
  readonly dccServiceFlag?: readonly DccServiceFlag[];
  /** 91H SMETS Version, any number. */
  readonly smetsVersion?: readonly SmetsVersion[];
  /** 92H SMSO ID, any number. */
  readonly smsoId?: readonly SmsoId[];
  /** 93H IHD Install Status, any number. */
  readonly ihdInstallStatus?: readonly IhdInstallStatus[];
  /** 47M Related Status, 1 or more. */
  readonly relatedStatus: readonly RelatedStatus[];
};

/** Group 751 File Sequence Number. */
export type FileSequenceNumber = {
  /** J0330 File Sequence Number, NUM(12). */
  readonly fileSequenceNumber: string;
};

/** Group 763 Instruction Details. */
export type InstructionDetails = {
  /** J0109 Instruction Number, NUM(12). */
  readonly instructionNumber: string;
  /** J0723 Instruction Type, CHAR(4). */
  readonly instructionType: J0723;
};

/** Group 451 GSP Group Settlement Date Detail. */
export type GspGroupSettlementDateDetail = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0306 Effective from Settlement Date {MSGG}, DATE. */
  readonly effectiveFromSettlementDateMsgg: string;
};

/** Group 450 Line Loss Factor Class/Date Detail. */
export type LineLossFactorClassDateDetail = {
  /** J0147 Line Loss Factor Class Id, CHAR(3). */
  readonly lineLossFactorClassId: string;
  /** J0189 Distributor Id, CHAR(4). */
  readonly distributorId: string;
  /** J0658 Effective from Settlement Date {MSLLFC}, DATE. */
  readonly effectiveFromSettlementDateMsllfc: string;
};

/** Group 441 Registration of Supplier Details. */
export type RegistrationOfSupplierDetails = {
  /** J0049 Effective from Settlement Date {REGI}, DATE. */
  readonly effectiveFromSettlementDateRegi: string;
  /** J0117 Effective to Settlement Date {REGI}, DATE. */
  readonly effectiveToSettlementDateRegi?: string;
  /** J0821 Deemed Received Date, DATE. */
  readonly deemedReceivedDate: string;
  /** 669 Objection Registration, 0 or 1. */
  readonly objectionRegistration?: ObjectionRegistration;
  /** 670 Objection Removal, 0 or 1. */
  readonly objectionRemoval?: ObjectionRemoval;
};

/** Group 669 Objection Registration. */
export type ObjectionRegistration = {
  /** J0821 Deemed Received Date, DATE. */
  readonly deemedReceivedDate: string;
};

/** Group 670 Objection Removal. */
export type ObjectionRemoval = {
  /** J0821 Deemed Received Date, DATE. */
  readonly deemedReceivedDate: string;
};

/** Group 445 Energisation Status Details. */
export type EnergisationStatusDetails = {
  /** J0080 Energisation Status, CHAR(1). */
  readonly energisationStatus: J0080;
  /** J0297 Effective from Settlement Date {MSES}, DATE. */
  readonly effectiveFromSettlementDateMses: string;
};

/** Group 447 Meter/Timeswitch Details. */
export type MeterTimeswitchDetails = {
  /** J0220 Meter Timeswitch Code, NUM(3). */
  readonly meterTimeswitchCode: string;
  /** J0301 Meter Timeswitch Code Effective from Date, DATE. */
  readonly meterTimeswitchCodeEffectiveFromDate: string;
};

/** Group 448 Profile Class Settlement Date Detail. */
export type ProfileClassSettlementDateDetail = {
  /** J0071 Profile Class Id, NUM(2). */
  readonly profileClassId: string;
  /** J0308 Effective from Settlement Date {MSPC}, DATE. */
  readonly effectiveFromSettlementDateMspc: string;
};

/** Group 449 SSC Detail. */
export type SscDetail = {
  /** J0076 Standard Settlement Configuration (SSC) Id, CHAR(4). */
  readonly standardSettlementConfigurationSscId: string;
  /** J0300 Effective from Settlement Date {SCON}, DATE. */
  readonly effectiveFromSettlementDateScon: string;
};

/** Group 446 Measurement Class Details. */
export type MeasurementClassDetails = {
  /** J0082 Measurement Class Id, CHAR(1). */
  readonly measurementClassId: string;
  /** J0307 Effective from Settlement Date {MSMC}, DATE. */
  readonly effectiveFromSettlementDateMsmc: string;
};

/** Group 764 Data Aggregator Details. */
export type DataAggregatorDetails = {
  /** J0183 Data Aggregator Id, CHAR(4), inferred. */
  readonly dataAggregatorId: string;
  /** J0163 Data Aggregation Type, CHAR(1). */
  readonly dataAggregationType: J0163;
  /** J0334 Effective from Settlement Date {DAA}, DATE. */
  readonly effectiveFromSettlementDateDaa: string;
};

/** Group 443 Data Collector Details. */
export type DataCollectorDetails = {
  /** J0205 Data Collector Id, CHAR(4), inferred. */
  readonly dataCollectorId: string;
  /** J0218 Data Collector Type, CHAR(1). */
  readonly dataCollectorType: J0218;
  /** J0219 Effective from Date {DCA}, DATE. */
  readonly effectiveFromDateDca: string;
};

/** Group 444 Meter Operator Details. */
export type MeterOperatorDetails = {
  /** J0178 Meter Operator Id, CHAR(4). */
  readonly meterOperatorId: string;
  /** J0675 Meter Operator Type, CHAR(1). */
  readonly meterOperatorType: J0675;
  /** J0210 Effective from Date {MOA}, DATE. */
  readonly effectiveFromDateMoa: string;
};

/** Group 90H DCC Service Flag. */
export type DccServiceFlag = {
  /** J1833 DCC Service Flag, CHAR(1). */
  readonly dccServiceFlag?: string;
  /** J1834 Effective from Date {DCCF}, DATE. */
  readonly effectiveFromDateDccf?: string;
};

/** Group 91H SMETS Version. */
export type SmetsVersion = {
  /** J1839 SMETS Version, CHAR(8). */
  readonly smetsVersion?: string;
};

/** Group 92H SMSO ID. */
export type SmsoId = {
  /** J1837 Smart Metering System Operator Id, CHAR(4), inferred. */
  readonly smartMeteringSystemOperatorId?: string;
  /** J1838 Effective from Date {SMSO}, DATE. */
  readonly effectiveFromDateSmso?: string;
};

/** Group 93H IHD Install Status. */
export type IhdInstallStatus = {
  /** J1835 In Home Display (IHD) Install Status, CHAR(1). */
  readonly inHomeDisplayIhdInstallStatus?: string;
  /** J1836 Effective from Date {IHDI}, DATE. */
  readonly effectiveFromDateIhdi?: string;
};

/** Group 47M Related Status. */
export type RelatedStatus = {
  /** J2245 Related MPAN Indicator, CHAR(1). */
  readonly relatedMpanIndicator: string;
  /** 48M Related MPANs, 1 or more. */
  readonly relatedMpans: readonly RelatedMpans[];
};

/** Group 48M Related MPANs. */
export type RelatedMpans = {
  /** J2243 Primary MPAN, NUM(13). */
  readonly primaryMpan: string;
  /** J2244 Secondary MPAN, NUM(13). */
  readonly secondaryMpan: string;
};
