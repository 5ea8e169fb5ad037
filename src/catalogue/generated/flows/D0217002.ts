// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0080, J0163, J0218, J0675, J0723 } from "../codes.ts";

/**
 * D0217 version 002: Confirmation of the Registration of a Metering Point.
 * A message is an occurrence of group 492 Registration Confirmation Details.
 */
export type D0217002 = {
  /** J0109 Instruction Number, NUM(12). */
  readonly instructionNumber: string;
  /** J0723 Instruction Type, CHAR(4). */
  readonly instructionType: J0723;
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0821 Deemed Received Date, DATE. */
  readonly deemedReceivedDate: string;
  /** J0049 Effective from Settlement Date {REGI}, DATE. */
  readonly effectiveFromSettlementDateRegi: string;
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
  /** J0147 Line Loss Factor Class Id, CHAR(3). */
  readonly lineLossFactorClassId?: string;
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0080 Energisation Status, CHAR(1). */
  readonly energisationStatus?: J0080;
  /** J0082 Measurement Class Id, CHAR(1). */
  readonly measurementClassId?: string;
  /** J0220 Meter Timeswitch Code, NUM(3). */
  readonly meterTimeswitchCode?: string;
  /** J0071 Profile Class Id, NUM(2). */
  readonly profileClassId?: string;
  /** J0076 Standard Settlement Configuration (SSC) Id, CHAR(4). */
  readonly standardSettlementConfigurationSscId?: string;
  /** J0183 Data Aggregator Id, CHAR(4), inferred. */
  readonly dataAggregatorId?: string;
  /** J0163 Data Aggregation Type, CHAR(1). */
  readonly dataAggregationType?: J0163;
  /** J0205 Data Collector Id, CHAR(4), inferred. */
  readonly dataCollectorId?: string;
  /** J0218 Data Collector Type, CHAR(1). */
  readonly dataCollectorType?: J0218;
  /** J0178 Meter Operator Id, CHAR(4). */
  readonly meterOperatorId?: string;
  /** J0675 Meter Operator Type, CHAR(1). */
  readonly meterOperatorType?: J0675;
  /** J1839 SMETS Version, CHAR(8). */
  readonly smetsVersion?: string;
  /** J1837 Smart Metering System Operator Id, CHAR(4), inferred. */
  readonly smartMeteringSystemOperatorId?: string;
  /** J1838 Effective from Date {SMSO}, DATE. */
  readonly effectiveFromDateSmso?: string;
  /** J1835 In Home Display (IHD) Install Status, CHAR(1). */
  readonly inHomeDisplayIhdInstallStatus?: string;
  /** J1836 Effective from Date {IHDI}, DATE. */
  readonly effectiveFromDateIhdi?: string;
  /** J1833 DCC Service Flag, CHAR(1). */
  readonly dccServiceFlag?: string;
  /** J1834 Effective from Date {DCCF}, DATE. */
  readonly effectiveFromDateDccf?: string;
  /** J2245 Related MPAN Indicator, CHAR(1). */
  readonly relatedMpanIndicator: string;
  /** 754 File Sequence Number, 1. */
  readonly fileSequenceNumber: FileSequenceNumber;
  /** 58M Related MPANs, any number, conditional. */
  readonly relatedMpans?: readonly RelatedMpans[];
};

/** Group 754 File Sequence Number. */
export type FileSequenceNumber = {
  /** J0330 File Sequence Number, NUM(12). */
  readonly fileSequenceNumber: string;
};

/** Group 58M Related MPANs. */
export type RelatedMpans = {
  /** J2243 Primary MPAN, NUM(13). */
  readonly primaryMpan: string;
  /** J2244 Secondary MPAN, NUM(13). */
  readonly secondaryMpan: string;
};
