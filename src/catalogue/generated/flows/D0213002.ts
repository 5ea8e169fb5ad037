// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0080, J0163, J0218, J0675, J0723 } from "../codes.ts";

/**
 * D0213 version 002: Advice from MPAS of Changed Metering Point Details.
 * A message is an occurrence of group 480 Metering Point Change Details.
 */
export type D0213002 = {
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
  /** J0080 Energisation Status, CHAR(1). */
  readonly energisationStatus?: J0080;
  /** J0297 Effective from Settlement Date {MSES}, DATE. */
  readonly effectiveFromSettlementDateMses?: string;
  /** J0082 Measurement Class Id, CHAR(1). */
  readonly measurementClassId?: string;
  /** J0307 Effective from Settlement Date {MSMC}, DATE. */
  readonly effectiveFromSettlementDateMsmc?: string;
  /** J0220 Meter Timeswitch Code, NUM(3). */
  readonly meterTimeswitchCode?: string;
  /** J0301 Meter Timeswitch Code Effective from Date, DATE. */
  readonly meterTimeswitchCodeEffectiveFromDate?: string;
  /** J0071 Profile Class Id, NUM(2). */
  readonly profileClassId?: string;
  /** J0308 Effective from Settlement Date {MSPC}, DATE. */
  readonly effectiveFromSettlementDateMspc?: string;
  /** J0076 Standard Settlement Configuration (SSC) Id, CHAR(4). */
  readonly standardSettlementConfigurationSscId?: string;
  /** J0300 Effective from Settlement Date {SCON}, DATE. */
  readonly effectiveFromSettlementDateScon?: string;
  /** J0183 Data Aggregator Id, CHAR(4), inferred. */
  readonly dataAggregatorId?: string;
  /** J0163 Data Aggregation Type, CHAR(1). */
  readonly dataAggregationType?: J0163;
  /** J0334 Effective from Settlement Date {DAA}, DATE. */
  readonly effectiveFromSettlementDateDaa?: string;
  /** J0205 Data Collector Id, CHAR(4), inferred. */
  readonly dataCollectorId?: string;
  /** J0218 Data Collector Type, CHAR(1). */
  readonly dataCollectorType?: J0218;
  /** J0219 Effective from Date {DCA}, DATE. */
  readonly effectiveFromDateDca?: string;
  /** J0178 Meter Operator Id, CHAR(4). */
  readonly meterOperatorId?: string;
  /** J0675 Meter Operator Type, CHAR(1). */
  readonly meterOperatorType?: J0675;
  /** J0210 Effective from Date {MOA}, DATE. */
  readonly effectiveFromDateMoa?: string;
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
  /** 753 File Sequence Number, 1. */
  readonly fileSequenceNumber: FileSequenceNumber;
  /** 57M Related MPANs, any number, conditional. */
  readonly relatedMpans?: readonly RelatedMpans[];
};

/** Group 753 File Sequence Number. */
export type FileSequenceNumber = {
  /** J0330 File Sequence Number, NUM(12). */
  readonly fileSequenceNumber: string;
};

/** Group 57M Related MPANs. */
export type RelatedMpans = {
  /** J2243 Primary MPAN, NUM(13). */
  readonly primaryMpan: string;
  /** J2244 Secondary MPAN, NUM(13). */
  readonly secondaryMpan: string;
};
