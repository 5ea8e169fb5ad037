// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0146 } from "../codes.ts";

/**
 * D0378 version 001: BM Unit Aggregated Half Hour Demand Disconnection Data File.
 * The whole file is one message.
 */
export type D0378001 = {
  /** 76K Data File Additional Header, 1. */
  readonly dataFileAdditionalHeader: DataFileAdditionalHeader;
  /** 77K Demand Control Event Details, 1 or more. */
  readonly demandControlEventDetails: readonly DemandControlEventDetails[];
  /** 78K Supplier, 1 or more. */
  readonly supplier: readonly Supplier[];
};

/** Group 76K Data File Additional Header. */
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

/** Group 77K Demand Control Event Details. */
export type DemandControlEventDetails = {
  /** J2079 Demand Control Event ID, CHAR(30). */
  readonly demandControlEventId: string;
  /** J1577 Start Date and Time, DATETIME. */
  readonly startDateAndTime: string;
  /** J1578 End Date and Time, DATETIME. */
  readonly endDateAndTime: string;
};

/** Group 78K Supplier. */
export type Supplier = {
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** 79K BM Unit, 1 or more. */
  readonly bmUnit: readonly BmUnit[];
};

/** Group 79K BM Unit. */
export type BmUnit = {
  /** J1628 BM Unit Id, CHAR(11). */
  readonly bmUnitId: string;
  /** 80K Consumption Component Class, any number. */
  readonly consumptionComponentClass?: readonly ConsumptionComponentClass[];
};

/** Group 80K Consumption Component Class. */
export type ConsumptionComponentClass = {
  /** J0160 Consumption Component Class Id, NUM(2). */
  readonly consumptionComponentClassId: string;
  /** 81K Settlement Period / Data Aggregator HH MSID Count, any number. */
  readonly settlementPeriodDataAggregatorHhMsidCount?: readonly SettlementPeriodDataAggregatorHhMsidCount[];
};

/** Group 81K Settlement Period / Data Aggregator HH MSID Count. */
export type SettlementPeriodDataAggregatorHhMsidCount = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J2153 Data Aggregator Disconnected HH MSID Count, NUM(10). */
  readonly dataAggregatorDisconnectedHhMsidCount: string;
  /** 82K Aggregated BM Unit Demand Disconnection Energy, 1. */
  readonly aggregatedBmUnitDemandDisconnectionEnergy: AggregatedBmUnitDemandDisconnectionEnergy;
  /** 83K Aggregated BM Unit Demand Disconnection Line Losses, 1. */
  readonly aggregatedBmUnitDemandDisconnectionLineLosses: AggregatedBmUnitDemandDisconnectionLineLosses;
};

/** Group 82K Aggregated BM Unit Demand Disconnection Energy. */
export type AggregatedBmUnitDemandDisconnectionEnergy = {
  /** J2167 Aggregated BM Unit Demand Disconnection Energy, ±NUM(14,4). */
  readonly aggregatedBmUnitDemandDisconnectionEnergy: string;
};

/** Group 83K Aggregated BM Unit Demand Disconnection Line Losses. */
export type AggregatedBmUnitDemandDisconnectionLineLosses = {
  /** J2166 Aggregated BM Unit Demand Disconnection Line Losses, ±NUM(14,4). */
  readonly aggregatedBmUnitDemandDisconnectionLineLosses: string;
};
