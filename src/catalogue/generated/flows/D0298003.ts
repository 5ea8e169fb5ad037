// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0146 } from "../codes.ts";

/**
 * D0298 version 003: BM Unit Aggregated Half Hour Data File.
 * The whole file is one message.
 */
export type D0298003 = {
  /** ZPD Data File Additional Header, 1. */
  readonly dataFileAdditionalHeader: DataFileAdditionalHeader;
  /** SUP Supplier, 1 or more. */
  readonly supplier: readonly Supplier[];
  /** 37J Supplier ID, any number. */
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
  /** BMU BM Unit, 1 or more. */
  readonly bmUnit: readonly BmUnit[];
};

/** Group BMU BM Unit. */
export type BmUnit = {
  /** J1628 BM Unit Id, CHAR(11). */
  readonly bmUnitId: string;
  /** CCC Consumption Component Class, any number. */
  readonly consumptionComponentClass?: readonly ConsumptionComponentClass[];
};

/** Group CCC Consumption Component Class. */
export type ConsumptionComponentClass = {
  /** J0160 Consumption Component Class Id, NUM(2). */
  readonly consumptionComponentClassId: string;
  /** SET Settlement Period / Data Aggregator HH MSID Count, any number. */
  readonly settlementPeriodDataAggregatorHhMsidCount?: readonly SettlementPeriodDataAggregatorHhMsidCount[];
};

/** Group SET Settlement Period / Data Aggregator HH MSID Count. */
export type SettlementPeriodDataAggregatorHhMsidCount = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J0241 Data Aggregator HH MSID Count, NUM(10). */
  readonly dataAggregatorHhMsidCount: string;
  /** ABE Aggregated BM Unit Energy, 1. */
  readonly aggregatedBmUnitEnergy: AggregatedBmUnitEnergy;
  /** ABL Aggregated BM Unit Line Losses, 1. */
  readonly aggregatedBmUnitLineLosses: AggregatedBmUnitLineLosses;
};

/** Group ABE Aggregated BM Unit Energy. */
export type AggregatedBmUnitEnergy = {
  /** J1629 Aggregated BM Unit Energy, ±NUM(14,4). */
  readonly aggregatedBmUnitEnergy: string;
};

/** Group ABL Aggregated BM Unit Line Losses. */
export type AggregatedBmUnitLineLosses = {
  /** J1630 Aggregated BM Unit Line Losses, ±NUM(14,4). */
  readonly aggregatedBmUnitLineLosses: string;
};

/** Group 37J Supplier ID. */
export type SupplierId = {
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** 38J BM Unit, 1 or more. */
  readonly bmUnit: readonly BmUnit38J[];
};

/** Group 38J BM Unit. */
export type BmUnit38J = {
  /** J1628 BM Unit Id, CHAR(11). */
  readonly bmUnitId: string;
  /** 39J Consumption Component Class, any number. */
  readonly consumptionComponentClass?: readonly ConsumptionComponentClass39J[];
};

/** Group 39J Consumption Component Class. */
export type ConsumptionComponentClass39J = {
  /** J0160 Consumption Component Class Id, NUM(2). */
  readonly consumptionComponentClassId: string;
  /** 40J Line Loss Factor Class, any number. */
  readonly lineLossFactorClass?: readonly LineLossFactorClass[];
};

/** Group 40J Line Loss Factor Class. */
export type LineLossFactorClass = {
  /** J0189 Distributor Id, CHAR(4). */
  readonly distributorId: string;
  /** J0147 Line Loss Factor Class Id, CHAR(3). */
  readonly lineLossFactorClassId: string;
  /** 41J Settlement Period / Data Aggregator HH MSID Count, any number. */
  readonly settlementPeriodDataAggregatorHhMsidCount?: readonly SettlementPeriodDataAggregatorHhMsidCount41J[];
};

/** Group 41J Settlement Period / Data Aggregator HH MSID Count. */
export type SettlementPeriodDataAggregatorHhMsidCount41J = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J0241 Data Aggregator HH MSID Count, NUM(10). */
  readonly dataAggregatorHhMsidCount: string;
  /** 42J Aggregated BM Unit Energy, 1. */
  readonly aggregatedBmUnitEnergy: AggregatedBmUnitEnergy42J;
  /** 43J Aggregated BM Unit Line Losses, 1. */
  readonly aggregatedBmUnitLineLosses: AggregatedBmUnitLineLosses43J;
};

/** Group 42J Aggregated BM Unit Energy. */
export type AggregatedBmUnitEnergy42J = {
  /** J1629 Aggregated BM Unit Energy, ±NUM(14,4). */
  readonly aggregatedBmUnitEnergy: string;
};

/** Group 43J Aggregated BM Unit Line Losses. */
export type AggregatedBmUnitLineLosses43J = {
  /** J1630 Aggregated BM Unit Line Losses, ±NUM(14,4). */
  readonly aggregatedBmUnitLineLosses: string;
};
