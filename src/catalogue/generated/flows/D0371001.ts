// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0146, J0163 } from "../codes.ts";

/**
 * D0371 version 001: Supplier - Supplier Disconnection Matrix Report.
 * The whole file is one message.
 */
export type D0371001 = {
  /** 16K Data File Additional Header, 1. */
  readonly dataFileAdditionalHeader: DataFileAdditionalHeader;
  /** 17K Report Details, 1. */
  readonly reportDetails: ReportDetails;
  /** 18K Demand Control Event Details, 1 or more. */
  readonly demandControlEventDetails: readonly DemandControlEventDetails[];
};

/** Group 16K Data File Additional Header. */
export type DataFileAdditionalHeader = {
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** J0146 Settlement Code, CHAR(2). */
  readonly settlementCode: J0146;
  /** J1086 Run Type Code, CHAR(2). */
  readonly runTypeCode: string;
  /** J1087 Run Number, NUM(7). */
  readonly runNumber: string;
};

/** Group 17K Report Details. */
export type ReportDetails = {
  /** J1089 User Name, CHAR(8). */
  readonly userName: string;
  /** J1090 Report Parameters, CHAR(30). */
  readonly reportParameters: string;
};

/** Group 18K Demand Control Event Details. */
export type DemandControlEventDetails = {
  /** J2079 Demand Control Event ID, CHAR(30). */
  readonly demandControlEventId: string;
  /** J1577 Start Date and Time, DATETIME. */
  readonly startDateAndTime: string;
  /** J1578 End Date and Time, DATETIME. */
  readonly endDateAndTime: string;
  /** 19K Header, 1. */
  readonly header: Header;
  /** 20K Supplier Details, 1. */
  readonly supplierDetails: SupplierDetails;
};

/** Group 19K Header. */
export type Header = {
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

/** Group 20K Supplier Details. */
export type SupplierDetails = {
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** J0248 Supplier Name, any text. */
  readonly supplierName: string;
  /** 21K GSP Group Details, any number. */
  readonly gspGroupDetails?: readonly GspGroupDetails[];
};

/** Group 21K GSP Group Details. */
export type GspGroupDetails = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0269 GSP Group Name, CHAR(30). */
  readonly gspGroupName: string;
  /** 22K Data Aggregator Details, any number. */
  readonly dataAggregatorDetails?: readonly DataAggregatorDetails[];
};

/** Group 22K Data Aggregator Details. */
export type DataAggregatorDetails = {
  /** J0183 Data Aggregator Id, CHAR(4), inferred. */
  readonly dataAggregatorId: string;
  /** J0271 Data Aggregator Name, CHAR(40). */
  readonly dataAggregatorName: string;
  /** J0163 Data Aggregation Type, CHAR(1). */
  readonly dataAggregationType: J0163;
  /** J0259 Data Aggregation Run Number, NUM(7). */
  readonly dataAggregationRunNumber: string;
  /** 23K DPM Details, any number. */
  readonly dpmDetails?: readonly DpmDetails[];
};

/** Group 23K DPM Details. */
export type DpmDetails = {
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
  /** J2155 DPM Total EAC Report Value, ±NUM(13,3). */
  readonly dpmTotalEacReportValue: string;
  /** J2084 DPM Total EAC MSID Count, NUM(8). */
  readonly dpmTotalEacMsidCount: string;
  /** J2083 DPM Total Annualised Advance Report Value, ±NUM(13,3). */
  readonly dpmTotalAnnualisedAdvanceReportValue: string;
  /** J2081 DPM Total AA MSID Count, NUM(8). */
  readonly dpmTotalAaMsidCount: string;
  /** J2156 DPM Total Unmetered Consumption Report Value, ±NUM(13,3). */
  readonly dpmTotalUnmeteredConsumptionReportValue: string;
  /** J2157 DPM Total Unmetered MSID Count, NUM(8). */
  readonly dpmTotalUnmeteredMsidCount: string;
  /** J2080 DPM Default EAC MSID Count, NUM(8). */
  readonly dpmDefaultEacMsidCount: string;
  /** J2154 DPM Default Unmetered MSID Count, NUM(8). */
  readonly dpmDefaultUnmeteredMsidCount: string;
};
