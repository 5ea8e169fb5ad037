// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0146 } from "../codes.ts";

/**
 * D0040 version 003: Aggregated Half Hour Data File.
 * The whole file is one message.
 */
export type D0040003 = {
  /** ZPD Data File Additional Header, 1. */
  readonly dataFileAdditionalHeader: DataFileAdditionalHeader;
  /** SUP Supplier, any number. */
  readonly supplier?: readonly Supplier[];
  /** 24J Supplier ID, any number. */
  readonly supplierId?: readonly SupplierId[];
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
  /** J1104 GSP Group, CHAR(2), inferred. */
  readonly gspGroup: string;
};

/** Group SUP Supplier. */
export type Supplier = {
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** CCC Consumption Component Class, any number. */
  readonly consumptionComponentClass?: readonly ConsumptionComponentClass[];
};

/** Group CCC Consumption Component Class. */
export type ConsumptionComponentClass = {
  /** J0160 Consumption Component Class Id, NUM(2). */
  readonly consumptionComponentClassId: string;
  /** SET Settlement Period/Data Aggregator HH MSID Count, any number. */
  readonly settlementPeriodDataAggregatorHhMsidCount?: readonly SettlementPeriodDataAggregatorHhMsidCount[];
};

/** Group SET Settlement Period/Data Aggregator HH MSID Count. */
export type SettlementPeriodDataAggregatorHhMsidCount = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J0241 Data Aggregator HH MSID Count, NUM(10). */
  readonly dataAggregatorHhMsidCount: string;
  /** ASC Aggregated Supplier Consumption, 1. */
  readonly aggregatedSupplierConsumption: AggregatedSupplierConsumption;
  /** ASL Aggregated Supplier Line Loss, 1. */
  readonly aggregatedSupplierLineLoss: AggregatedSupplierLineLoss;
};

/** Group ASC Aggregated Supplier Consumption. */
export type AggregatedSupplierConsumption = {
  /** J0185 Aggregated Supplier Consumption, NUM(14,4). */
  readonly aggregatedSupplierConsumption: string;
};

/** Group ASL Aggregated Supplier Line Loss. */
export type AggregatedSupplierLineLoss = {
  /** J0186 Aggregated Supplier Line Loss, ±NUM(14,4). */
  readonly aggregatedSupplierLineLoss: string;
};

/** Group 24J Supplier ID. */
export type SupplierId = {
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** 25J Consumption Component Class, any number. */
  readonly consumptionComponentClass?: readonly ConsumptionComponentClass25J[];
};

/** Group 25J Consumption Component Class. */
export type ConsumptionComponentClass25J = {
  /** J0160 Consumption Component Class Id, NUM(2). */
  readonly consumptionComponentClassId: string;
  /** 26J Line Loss Factor Class, any number. */
  readonly lineLossFactorClass?: readonly LineLossFactorClass[];
};

/** Group 26J Line Loss Factor Class. */
export type LineLossFactorClass = {
  /** J0189 Distributor Id, CHAR(4). */
  readonly distributorId: string;
  /** J0147 Line Loss Factor Class Id, CHAR(3). */
  readonly lineLossFactorClassId: string;
  /** 27J Settlement Period/Data Aggregator HH MSID Count, any number. */
  readonly settlementPeriodDataAggregatorHhMsidCount?: readonly SettlementPeriodDataAggregatorHhMsidCount27J[];
};

/** Group 27J Settlement Period/Data Aggregator HH MSID Count. */
export type SettlementPeriodDataAggregatorHhMsidCount27J = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J0241 Data Aggregator HH MSID Count, NUM(10). */
  readonly dataAggregatorHhMsidCount: string;
  /** 28J Aggregated Supplier Consumption, 1. */
  readonly aggregatedSupplierConsumption: AggregatedSupplierConsumption28J;
  /** 29J Aggregated Supplier Line Loss, 1. */
  readonly aggregatedSupplierLineLoss: AggregatedSupplierLineLoss29J;
};

/** Group 28J Aggregated Supplier Consumption. */
export type AggregatedSupplierConsumption28J = {
  /** J0185 Aggregated Supplier Consumption, NUM(14,4). */
  readonly aggregatedSupplierConsumption: string;
};

/** Group 29J Aggregated Supplier Line Loss. */
export type AggregatedSupplierLineLoss29J = {
  /** J0186 Aggregated Supplier Line Loss, ±NUM(14,4). */
  readonly aggregatedSupplierLineLoss: string;
};
