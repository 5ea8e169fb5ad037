// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0146 } from "../codes.ts";

/**
 * D0242 version 001: Supercustomer DUoS Daily Statement.
 * The whole file is one message.
 */
export type D0242001 = {
  /** 665 Flow Structure Header, 1. */
  readonly flowStructureHeader: FlowStructureHeader;
};

/** Group 665 Flow Structure Header. */
export type FlowStructureHeader = {
  /** J0908 Statement Number, NUM(10). */
  readonly statementNumber: string;
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0189 Distributor Id, CHAR(4). */
  readonly distributorId: string;
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** J0146 Settlement Code, CHAR(2). */
  readonly settlementCode: J0146;
  /** J0196 SSR Run Number, NUM(7). */
  readonly ssrRunNumber: string;
  /** J0785 Statement Total MSID Count, NUM(8). */
  readonly statementTotalMsidCount: string;
  /** J0904 Statement Total MSID Charge, NUM(14,2). */
  readonly statementTotalMsidCharge: string;
  /** J0786 Statement Total Unit Volume, ±NUM(13,4). */
  readonly statementTotalUnitVolume: string;
  /** J0909 Statement Total Unit Charge, ±NUM(14,2). */
  readonly statementTotalUnitCharge: string;
  /** J0910 Statement Supercustomer DUoS Charge Amount, ±NUM(14,2). */
  readonly statementSupercustomerDuosChargeAmount: string;
  /** 666 Charges by Settlement Class, 1 or more. */
  readonly chargesBySettlementClass: readonly ChargesBySettlementClass[];
};

/** Group 666 Charges by Settlement Class. */
export type ChargesBySettlementClass = {
  /** J0147 Line Loss Factor Class Id, CHAR(3). */
  readonly lineLossFactorClassId: string;
  /** J0071 Profile Class Id, NUM(2). */
  readonly profileClassId: string;
  /** J0078 Time Pattern Regime, CHAR(5), inferred. */
  readonly timePatternRegime: string;
  /** J0076 Standard Settlement Configuration (SSC) Id, CHAR(4). */
  readonly standardSettlementConfigurationSscId: string;
  /** J0791 Settlement Class MSID Count, NUM(8). */
  readonly settlementClassMsidCount: string;
  /** J0906 MSID Charge Indicator, NUM(1). */
  readonly msidChargeIndicator: string;
  /** J0792 Settlement Class MSID Charge, NUM(12,2). */
  readonly settlementClassMsidCharge: string;
  /** J0794 Settlement Class Unit Count, ±NUM(12,4). */
  readonly settlementClassUnitCount: string;
  /** J0793 Settlement Class Unit Charge, ±NUM(12,2). */
  readonly settlementClassUnitCharge: string;
};
