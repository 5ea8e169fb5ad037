// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0146 } from "../codes.ts";

/**
 * D0385 version 001: Metering System Half Hourly Metered Data.
 * A message is an occurrence of group 04M MPAN Cores.
 */
export type D0385001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0189 Distributor Id, CHAR(4). */
  readonly distributorId: string;
  /** J0147 Line Loss Factor Class Id, CHAR(3). */
  readonly lineLossFactorClassId: string;
  /** J1628 BM Unit Id, CHAR(11). */
  readonly bmUnitId: string;
  /** 19I Data File Additional Header, 1. */
  readonly dataFileAdditionalHeader: DataFileAdditionalHeader;
  /** 20I Supplier, the one above it. */
  readonly supplier: Supplier;
  /** 05M Settlement Period Metering System Metered Data, 46, 48 or 50. */
  readonly settlementPeriodMeteringSystemMeteredData: readonly SettlementPeriodMeteringSystemMeteredData[];
};

/** Group 19I Data File Additional Header. */
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

/** Group 20I Supplier. */
export type Supplier = {
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
};

/** Group 05M Settlement Period Metering System Metered Data. */
export type SettlementPeriodMeteringSystemMeteredData = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J1872 Period Metering System Metered Data, ±NUM(9,1). */
  readonly periodMeteringSystemMeteredData: string;
  /** J0160 Consumption Component Class Id, NUM(2). */
  readonly consumptionComponentClassId: string;
};
