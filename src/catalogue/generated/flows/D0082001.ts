// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0146, J0163 } from "../codes.ts";

/**
 * D0082 version 001: Supplier - Supplier Purchase Matrix Report.
 * The whole file is one message.
 */
export type D0082001 = {
  /** ZPD , 1. */
  readonly groupZpd: GroupZpd;
  /** RDT , 1. */
  readonly groupRdt: GroupRdt;
  /** HDR , 1. */
  readonly groupHdr: GroupHdr;
  /** SUP , 1. */
  readonly groupSup: GroupSup;
};

/** Group ZPD. */
export type GroupZpd = {
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** J0146 Settlement Code, CHAR(2). */
  readonly settlementCode: J0146;
  /** J1086 Run Type Code, CHAR(2). */
  readonly runTypeCode: string;
  /** J1087 Run Number, NUM(7). */
  readonly runNumber: string;
};

/** Group RDT. */
export type GroupRdt = {
  /** J1089 User Name, CHAR(8). */
  readonly userName: string;
  /** J1090 Report Parameters, CHAR(30). */
  readonly reportParameters: string;
};

/** Group HDR. */
export type GroupHdr = {
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** J0146 Settlement Code, CHAR(2). */
  readonly settlementCode: J0146;
  /** J0882 Settlement Code Description, CHAR(30). */
  readonly settlementCodeDescription: string;
  /** J0195 SSR Run Date, DATE. */
  readonly ssrRunDate: string;
  /** J0196 SSR Run Number, NUM(7). */
  readonly ssrRunNumber: string;
  /** J0197 SSR Run Type Id, any text. */
  readonly ssrRunTypeId: string;
};

/** Group SUP. */
export type GroupSup = {
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** J0248 Supplier Name, any text. */
  readonly supplierName: string;
  /** GSP , any number. */
  readonly groupGsp?: readonly GroupGsp[];
};

/** Group GSP. */
export type GroupGsp = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0269 GSP Group Name, CHAR(30). */
  readonly gspGroupName: string;
  /** DA , any number. */
  readonly groupDa?: readonly GroupDa[];
};

/** Group DA. */
export type GroupDa = {
  /** J0183 Data Aggregator Id, CHAR(4), inferred. */
  readonly dataAggregatorId: string;
  /** J0271 Data Aggregator Name, CHAR(40). */
  readonly dataAggregatorName: string;
  /** J0163 Data Aggregation Type, CHAR(1). */
  readonly dataAggregationType: J0163;
  /** J0259 Data Aggregation Run Number, NUM(7). */
  readonly dataAggregationRunNumber: string;
  /** CON , any number. */
  readonly groupCon?: readonly GroupCon[];
};

/** Group CON. */
export type GroupCon = {
  /** J0071 Profile Class Id, NUM(2). */
  readonly profileClassId: string;
  /** J0076 Standard Settlement Configuration (SSC) Id, CHAR(4). */
  readonly standardSettlementConfigurationSscId: string;
  /** J0147 Line Loss Factor Class Id, CHAR(3). */
  readonly lineLossFactorClassId: string;
  /** J0189 Distributor Id, CHAR(4). */
  readonly distributorId: string;
  /** J0078 Time Pattern Regime, CHAR(5), inferred. */
  readonly timePatternRegime: string;
  /** J1196 SPM Total EAC Report Value, ±NUM(13,3). */
  readonly spmTotalEacReportValue: string;
  /** J0150 SPM Total EAC MSID Count, NUM(8). */
  readonly spmTotalEacMsidCount: string;
  /** J1195 SPM Total Annualised Advance Report Value, ±NUM(13,3). */
  readonly spmTotalAnnualisedAdvanceReportValue: string;
  /** J0153 SPM Total AA MSID Count, NUM(8). */
  readonly spmTotalAaMsidCount: string;
  /** J1198 SPM Total Unmetered Consumption Report Value, ±NUM(13,3). */
  readonly spmTotalUnmeteredConsumptionReportValue: string;
  /** J0152 SPM Total Unmetered MSID Count, NUM(8). */
  readonly spmTotalUnmeteredMsidCount: string;
  /** J0190 SPM Default EAC MSID Count, NUM(8). */
  readonly spmDefaultEacMsidCount: string;
  /** J0191 SPM Default Unmetered MSID Count, NUM(8). */
  readonly spmDefaultUnmeteredMsidCount: string;
};
