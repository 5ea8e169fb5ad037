// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0103, J0146, J0162, J2329 } from "../codes.ts";

/**
 * D0403 version 001: MHHS - GSP Group Demand Disconnection Totals Report.
 * The whole file is one message.
 */
export type D0403001 = {
  /** 35K Data File Additional Header, 1. */
  readonly dataFileAdditionalHeader: DataFileAdditionalHeader;
  /** 36K Demand Control Event Details, 1. */
  readonly demandControlEventDetails: DemandControlEventDetails;
};

/** Group 35K Data File Additional Header. */
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

/** Group 36K Demand Control Event Details. */
export type DemandControlEventDetails = {
  /** J2079 Demand Control Event ID, CHAR(30). */
  readonly demandControlEventId: string;
  /** J1577 Start Date and Time, DATETIME. */
  readonly startDateAndTime: string;
  /** J1578 End Date and Time, DATETIME. */
  readonly endDateAndTime: string;
  /** 21Z Report Data, 1. */
  readonly reportData: ReportData;
  /** 38K GSP Group, any number. */
  readonly gspGroup?: readonly GspGroup[];
};

/** Group 21Z Report Data. */
export type ReportData = {
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** J0146 Settlement Code, CHAR(2). */
  readonly settlementCode: J0146;
  /** J0195 SSR Run Date, DATE. */
  readonly ssrRunDate: string;
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** J0248 Supplier Name, any text. */
  readonly supplierName: string;
};

/** Group 38K GSP Group. */
export type GspGroup = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0269 GSP Group Name, CHAR(30). */
  readonly gspGroupName: string;
  /** MCC MHHS Consumption Component Class, any number. */
  readonly mhhsConsumptionComponentClass?: readonly MhhsConsumptionComponentClass[];
};

/** Group MCC MHHS Consumption Component Class. */
export type MhhsConsumptionComponentClass = {
  /** J2326 MHHS Consumption Component Class ID, NUM(3). */
  readonly mhhsConsumptionComponentClassId: string;
  /** J2327 GSP Group Correction Scaling Weight, NUM(4,2). */
  readonly gspGroupCorrectionScalingWeight: string;
  /** J2329 Market Segment Indicator, CHAR(1). */
  readonly marketSegmentIndicator: J2329;
  /** J2314 Connection Type, CHAR(1). */
  readonly connectionType: string;
  /** J0162 Consumption Component Indicator, CHAR(1). */
  readonly consumptionComponentIndicator: J0162;
  /** J0103 Measurement Quantity Id, CHAR(2). */
  readonly measurementQuantityId: J0103;
  /** 23Z MHHS Settlement Period, any number. */
  readonly mhhsSettlementPeriod?: readonly MhhsSettlementPeriod[];
};

/** Group 23Z MHHS Settlement Period. */
export type MhhsSettlementPeriod = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J2361 Total CCC Aggregated Supplier Demand Disconnection, ±NUM(16,6). */
  readonly totalCccAggregatedSupplierDemandDisconnection?: string;
  /** J2362 Total CCC Aggregated Supplier Demand Disconnection Line Loss, ±NUM(16,6). */
  readonly totalCccAggregatedSupplierDemandDisconnectionLineLoss?: string;
  /** J2363 Total CCC Corrected Supplier Demand Disconnection, ±NUM(16,6). */
  readonly totalCccCorrectedSupplierDemandDisconnection?: string;
  /** J2364 Total CCC Corrected Supplier Demand Disconnection Line Loss, ±NUM(16,6). */
  readonly totalCccCorrectedSupplierDemandDisconnectionLineLoss?: string;
  /** J2163 Total CCC Disconnected MSID Count, NUM(8). */
  readonly totalCccDisconnectedMsidCount?: string;
};
