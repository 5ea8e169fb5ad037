// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0146 } from "../codes.ts";

/**
 * D0376 version 001: Supplier's Demand Disconnection Volume Data File.
 * The whole file is one message.
 */
export type D0376001 = {
  /** 65K Data File Additional Header, 1. */
  readonly dataFileAdditionalHeader: DataFileAdditionalHeader;
  /** 66K Demand Control Event Details, 1 or more. */
  readonly demandControlEventDetails: readonly DemandControlEventDetails[];
};

/** Group 65K Data File Additional Header. */
export type DataFileAdditionalHeader = {
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** J0146 Settlement Code, CHAR(2). */
  readonly settlementCode: J0146;
  /** J1086 Run Type Code, CHAR(2). */
  readonly runTypeCode: string;
  /** J1087 Run Number, NUM(7). */
  readonly runNumber: string;
  /** J1104 GSP Group, CHAR(2), inferred. */
  readonly gspGroup: string;
};

/** Group 66K Demand Control Event Details. */
export type DemandControlEventDetails = {
  /** J2079 Demand Control Event ID, CHAR(30). */
  readonly demandControlEventId: string;
  /** J1577 Start Date and Time, DATETIME. */
  readonly startDateAndTime: string;
  /** J1578 End Date and Time, DATETIME. */
  readonly endDateAndTime: string;
  /** 67K Supplier, 1 or more. */
  readonly supplier: readonly Supplier[];
};

/** Group 67K Supplier. */
export type Supplier = {
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** 68K Consumption Component Class, 1 or more. */
  readonly consumptionComponentClass: readonly ConsumptionComponentClass[];
};

/** Group 68K Consumption Component Class. */
export type ConsumptionComponentClass = {
  /** J0160 Consumption Component Class Id, NUM(2). */
  readonly consumptionComponentClassId: string;
  /** 69K Settlement Period/Data Aggregator Disconnected HH MSID Count, 1 or more. */
  readonly settlementPeriodDataAggregatorDisconnectedHhMsidCount: readonly SettlementPeriodDataAggregatorDisconnectedHhMsidCount[];
};

/** Group 69K Settlement Period/Data Aggregator Disconnected HH MSID Count. */
export type SettlementPeriodDataAggregatorDisconnectedHhMsidCount = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J2153 Data Aggregator Disconnected HH MSID Count, NUM(10). */
  readonly dataAggregatorDisconnectedHhMsidCount: string;
  /** 70K Aggregated Supplier Disconnection Volume, 1. */
  readonly aggregatedSupplierDisconnectionVolume: AggregatedSupplierDisconnectionVolume;
  /** 71K Aggregated Supplier Disconnection Line Loss, 1. */
  readonly aggregatedSupplierDisconnectionLineLoss: AggregatedSupplierDisconnectionLineLoss;
};

/** Group 70K Aggregated Supplier Disconnection Volume. */
export type AggregatedSupplierDisconnectionVolume = {
  /** J2174 Supplier's Demand Disconnection Volume, ±NUM(14,4). */
  readonly suppliersDemandDisconnectionVolume: string;
};

/** Group 71K Aggregated Supplier Disconnection Line Loss. */
export type AggregatedSupplierDisconnectionLineLoss = {
  /** J2168 Supplier's Demand Disconnection Volume (Losses), ±NUM(14,4). */
  readonly suppliersDemandDisconnectionVolumeLosses: string;
};
