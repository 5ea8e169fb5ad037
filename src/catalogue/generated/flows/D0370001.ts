// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0020, J0103, J0146, J0161, J0162, J0163, J0164 } from "../codes.ts";

/**
 * D0370 version 001: Supplier Half Hourly Demand Disconnection Report.
 * The whole file is one message.
 */
export type D0370001 = {
  /** 01K Data File Additional Header, 1. */
  readonly dataFileAdditionalHeader: DataFileAdditionalHeader;
  /** 02K Report Details, 1. */
  readonly reportDetails: ReportDetails;
  /** 04K Demand Control Event Details, 1 or more. */
  readonly demandControlEventDetails: readonly DemandControlEventDetails[];
};

/** Group 01K Data File Additional Header. */
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

/** Group 02K Report Details. */
export type ReportDetails = {
  /** J1089 User Name, CHAR(8). */
  readonly userName: string;
  /** J1090 Report Parameters, CHAR(30). */
  readonly reportParameters: string;
};

/** Group 04K Demand Control Event Details. */
export type DemandControlEventDetails = {
  /** J2079 Demand Control Event ID, CHAR(30). */
  readonly demandControlEventId: string;
  /** J1577 Start Date and Time, DATETIME. */
  readonly startDateAndTime: string;
  /** J1578 End Date and Time, DATETIME. */
  readonly endDateAndTime: string;
  /** 05K Header, 1. */
  readonly header: Header;
  /** 06K GSP Group Details, any number. */
  readonly gspGroupDetails?: readonly GspGroupDetails[];
  /** 10K Supplier Details, 0 or 1. */
  readonly supplierDetails?: SupplierDetails;
  /** 11K GSP Group Details 2, any number. */
  readonly gspGroupDetails2?: readonly GspGroupDetails2[];
};

/** Group 05K Header. */
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
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** J0248 Supplier Name, any text. */
  readonly supplierName: string;
};

/** Group 06K GSP Group Details. */
export type GspGroupDetails = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0269 GSP Group Name, CHAR(30). */
  readonly gspGroupName: string;
  /** 07K CCC Details, any number. */
  readonly cccDetails?: readonly CccDetails[];
};

/** Group 07K CCC Details. */
export type CccDetails = {
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
  /** 08K Period Disconnection Values, any number. */
  readonly periodDisconnectionValues?: readonly PeriodDisconnectionValues[];
  /** 09K Daily Disconnection Values, 1. */
  readonly dailyDisconnectionValues: DailyDisconnectionValues;
};

/** Group 08K Period Disconnection Values. */
export type PeriodDisconnectionValues = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J0167 Settlement Period Label, CHAR(6). */
  readonly settlementPeriodLabel: string;
  /** J2136 Aggregated Supplier Demand Disconnection Report Value, ±NUM(13,3). */
  readonly aggregatedSupplierDemandDisconnectionReportValue?: string;
  /** J2135 Aggregated Supplier Demand Disconnection Line Loss Report Value, ±NUM(13,3). */
  readonly aggregatedSupplierDemandDisconnectionLineLossReportValue?: string;
  /** J2138 Corrected Supplier Demand Disconnection, ±NUM(13,3). */
  readonly correctedSupplierDemandDisconnection?: string;
  /** J2139 Corrected Supplier Demand Disconnection Line Loss, ±NUM(13,3). */
  readonly correctedSupplierDemandDisconnectionLineLoss?: string;
};

/** Group 09K Daily Disconnection Values. */
export type DailyDisconnectionValues = {
  /** J2142 Daily CCC Aggregated Supplier Demand Disconnection, ±NUM(13,3). */
  readonly dailyCccAggregatedSupplierDemandDisconnection?: string;
  /** J2143 Daily CCC Aggregated Supplier Demand Disconnection Line Loss, ±NUM(13,3). */
  readonly dailyCccAggregatedSupplierDemandDisconnectionLineLoss?: string;
  /** J2144 Daily CCC Corrected Supplier Demand Disconnection, ±NUM(13,3). */
  readonly dailyCccCorrectedSupplierDemandDisconnection?: string;
  /** J2145 Daily CCC Corrected Supplier Demand Disconnection Line Loss, ±NUM(13,3). */
  readonly dailyCccCorrectedSupplierDemandDisconnectionLineLoss?: string;
};

/** Group 10K Supplier Details. */
export type SupplierDetails = {
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

/** Group 11K GSP Group Details 2. */
export type GspGroupDetails2 = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0269 GSP Group Name, CHAR(30). */
  readonly gspGroupName: string;
  /** 12K Data Aggregator Details, any number. */
  readonly dataAggregatorDetails?: readonly DataAggregatorDetails[];
};

/** Group 12K Data Aggregator Details. */
export type DataAggregatorDetails = {
  /** J0183 Data Aggregator Id, CHAR(4), inferred. */
  readonly dataAggregatorId: string;
  /** J0271 Data Aggregator Name, CHAR(40). */
  readonly dataAggregatorName: string;
  /** 13K CCC Details 2, any number. */
  readonly cccDetails2?: readonly CccDetails2[];
  /** 15K Daily Disconnection Values 2, 1. */
  readonly dailyDisconnectionValues2: DailyDisconnectionValues2;
};

/** Group 13K CCC Details 2. */
export type CccDetails2 = {
  /** J0161 AA/EAC Indicator, CHAR(1). */
  readonly aaEacIndicator?: J0161;
  /** J0020 Actual/Estimated Indicator, CHAR(1). */
  readonly actualEstimatedIndicator?: J0020;
  /** J0160 Consumption Component Class Id, NUM(2). */
  readonly consumptionComponentClassId: string;
  /** J0162 Consumption Component Indicator, CHAR(1). */
  readonly consumptionComponentIndicator: J0162;
  /** J0163 Data Aggregation Type, CHAR(1). */
  readonly dataAggregationType: J0163;
  /** J0103 Measurement Quantity Id, CHAR(2). */
  readonly measurementQuantityId: J0103;
  /** J0164 Metered/Unmetered Indicator, CHAR(1). */
  readonly meteredUnmeteredIndicator: J0164;
  /** 14K Period Disconnection Values 2, any number. */
  readonly periodDisconnectionValues2?: readonly PeriodDisconnectionValues2[];
};

/** Group 14K Period Disconnection Values 2. */
export type PeriodDisconnectionValues2 = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J0167 Settlement Period Label, CHAR(6). */
  readonly settlementPeriodLabel: string;
  /** J2136 Aggregated Supplier Demand Disconnection Report Value, ±NUM(13,3). */
  readonly aggregatedSupplierDemandDisconnectionReportValue?: string;
  /** J2135 Aggregated Supplier Demand Disconnection Line Loss Report Value, ±NUM(13,3). */
  readonly aggregatedSupplierDemandDisconnectionLineLossReportValue?: string;
  /** J2153 Data Aggregator Disconnected HH MSID Count, NUM(10). */
  readonly dataAggregatorDisconnectedHhMsidCount: string;
};

/** Group 15K Daily Disconnection Values 2. */
export type DailyDisconnectionValues2 = {
  /** J2148 Daily DA Aggregated Supplier Demand Disconnection, NUM(13,3). */
  readonly dailyDaAggregatedSupplierDemandDisconnection?: string;
  /** J2149 Daily DA Aggregated Supplier Demand Disconnection Line Loss, ±NUM(13,3). */
  readonly dailyDaAggregatedSupplierDemandDisconnectionLineLoss?: string;
  /** J2176 Daily DA HH Disconnected MSID Count, NUM(10). */
  readonly dailyDaHhDisconnectedMsidCount: string;
};
