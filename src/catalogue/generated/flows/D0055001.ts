// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0080, J0163, J0218, J0675 } from "../codes.ts";

/**
 * D0055 version 001: Registration of Supplier to Specified Metering Point.
 * A message is an occurrence of group 126 .
 */
export type D0055001 = {
  /** J0109 Instruction Number, NUM(12), inferred. */
  readonly instructionNumber?: string;
  /** J0723 Instruction Type, CHAR(4), inferred. */
  readonly instructionType?: "SP01" | "SP04" | (string & {});
  /** J0003 MPAN Core, NUM(13), inferred. */
  readonly mpanCore?: string;
  /** J0049 Effective from Settlement Date {REGI}, DATE, inferred. */
  readonly effectiveFromSettlementDateRegi?: string;
  /** J0080 Energisation Status, CHAR(1), inferred. */
  readonly energisationStatus?: J0080;
  /** J0082 Measurement Class Id, CHAR(1), inferred. */
  readonly measurementClassId?: string;
  /** J0220 Meter Timeswitch Code, NUM(3), inferred. */
  readonly meterTimeswitchCode?: string;
  /** J0071 Profile Class Id, NUM(2), inferred. */
  readonly profileClassId?: string;
  /** Standard Settlement Configuration Id, any text. */
  readonly standardSettlementConfigurationId?: string;
  /** J0183 Data Aggregator Id, CHAR(4), inferred. */
  readonly dataAggregatorId?: string;
  /** J0163 Data Aggregation Type, CHAR(1), inferred. */
  readonly dataAggregationType?: J0163;
  /** J0205 Data Collector Id, CHAR(4), inferred. */
  readonly dataCollectorId?: string;
  /** J0218 Data Collector Type, CHAR(1), inferred. */
  readonly dataCollectorType?: J0218;
  /** J0178 Meter Operator Id, CHAR(4), inferred. */
  readonly meterOperatorId?: string;
  /** J0675 Meter Operator Type, CHAR(1), inferred. */
  readonly meterOperatorType?: J0675;
  /** Change of Tenancy Indicator, any text. */
  readonly changeOfTenancyIndicator?: "T" | "F" | (string & {});
  /** 733 File Sequence Number, 1. */
  readonly fileSequenceNumber: FileSequenceNumber;
};

/** Group 733 File Sequence Number. */
export type FileSequenceNumber = {
  /** J0330 File Sequence Number, NUM(12), inferred. */
  readonly fileSequenceNumber?: string;
};
