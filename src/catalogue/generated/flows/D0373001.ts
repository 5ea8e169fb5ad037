// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0020, J0103, J0146, J0161, J0162, J0163, J0164 } from "../codes.ts";

/**
 * D0373 version 001: GSP Group Demand Disconnection Totals Report.
 * The whole file is one message.
 */
export type D0373001 = {
  /** 35K Data File Additional Header, 1. */
  readonly dataFileAdditionalHeader: DataFileAdditionalHeader;
  /** 36K Demand Control Event Details, 1 or more. */
  readonly demandControlEventDetails: readonly DemandControlEventDetails[];
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
  /** 37K Report Data, 1. */
  readonly reportData: ReportData;
  /** 38K GSP Group, any number. */
  readonly gspGroup?: readonly GspGroup[];
};

/** Group 37K Report Data. */
export type ReportData = {
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
  /** 39K Consumption Component Class, any number. */
  readonly consumptionComponentClass?: readonly ConsumptionComponentClass[];
};

/** Group 39K Consumption Component Class. */
export type ConsumptionComponentClass = {
  /** J0160 Consumption Component Class Id, NUM(2). */
  readonly consumptionComponentClassId: string;
  /** J0165 GSP Group Correction Scaling Factor, ±NUM(4,2). */
  readonly gspGroupCorrectionScalingFactor: string;
  /** J0161 AA/EAC Indicator, CHAR(1). */
  readonly aaEacIndicator?: J0161;
  /** J0020 Actual/Estimated Indicator, CHAR(1). */
  readonly actualEstimatedIndicator?: J0020;
  /** J0163 Data Aggregation Type, CHAR(1). */
  readonly dataAggregationType: J0163;
  /** J0164 Metered/Unmetered Indicator, CHAR(1). */
  readonly meteredUnmeteredIndicator: J0164;
  /** J0162 Consumption Component Indicator, CHAR(1). */
  readonly consumptionComponentIndicator: J0162;
  /** J0103 Measurement Quantity Id, CHAR(2). */
  readonly measurementQuantityId: J0103;
  /** 40K Settlement Period, any number. */
  readonly settlementPeriod?: readonly SettlementPeriod[];
};

/** Group 40K Settlement Period. */
export type SettlementPeriod = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J0167 Settlement Period Label, CHAR(6). */
  readonly settlementPeriodLabel: string;
  /** J2159 Total CCC Aggregated Supplier Demand Disconnection, ±NUM(13,3). */
  readonly totalCccAggregatedSupplierDemandDisconnection?: string;
  /** J2160 Total CCC Aggregated Supplier Demand Disconnection Line Loss, ±NUM(13,3). */
  readonly totalCccAggregatedSupplierDemandDisconnectionLineLoss?: string;
  /** J2161 Total CCC Corrected Supplier Demand Disconnection, ±NUM(13,3). */
  readonly totalCccCorrectedSupplierDemandDisconnection?: string;
  /** J2162 Total CCC Corrected Supplier Demand Disconnection Line Loss, ±NUM(13,3). */
  readonly totalCccCorrectedSupplierDemandDisconnectionLineLoss?: string;
  /** J2163 Total CCC Disconnected MSID Count, NUM(8). */
  readonly totalCccDisconnectedMsidCount?: string;
};
