// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0020, J0103, J0146, J0161, J0162, J0163, J0164 } from "../codes.ts";

/**
 * D0276 version 002: GSP Group Consumption Totals Report.
 * The whole file is one message.
 */
export type D0276002 = {
  /** ZPD Data File Additional Header, 1. */
  readonly dataFileAdditionalHeader: DataFileAdditionalHeader;
  /** HDR Report Data, 1. */
  readonly reportData: ReportData;
  /** GSP GSP Group, any number. */
  readonly gspGroup?: readonly GspGroup[];
};

/** Group ZPD Data File Additional Header. */
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

/** Group HDR Report Data. */
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

/** Group GSP GSP Group. */
export type GspGroup = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0269 GSP Group Name, CHAR(30). */
  readonly gspGroupName: string;
  /** CCC Consumption Component Class, any number. */
  readonly consumptionComponentClass?: readonly ConsumptionComponentClass[];
};

/** Group CCC Consumption Component Class. */
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
  /** SPX Settlement Period, any number. */
  readonly settlementPeriod?: readonly SettlementPeriod[];
};

/** Group SPX Settlement Period. */
export type SettlementPeriod = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J0167 Settlement Period Label, CHAR(6). */
  readonly settlementPeriodLabel: string;
  /** J1565 Total CCC Aggregated Supplier Consumption, ±NUM(13,3). */
  readonly totalCccAggregatedSupplierConsumption?: string;
  /** J1566 Total CCC Aggregated Supplier Line Loss, ±NUM(13,3). */
  readonly totalCccAggregatedSupplierLineLoss?: string;
  /** J1567 Total CCC Corrected Supplier Consumption, ±NUM(13,3). */
  readonly totalCccCorrectedSupplierConsumption?: string;
  /** J1568 Total CCC Corrected Supplier Line Loss, ±NUM(13,3). */
  readonly totalCccCorrectedSupplierLineLoss?: string;
  /** J1705 Total CCC MSID Count, NUM(8). */
  readonly totalCccMsidCount?: string;
};
