// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0020, J0103, J0146 } from "../codes.ts";

/**
 * D0357 version 001: Half Hourly Metered Data for EMR.
 * One of several kinds of message.
 */
export type D0357001 = EmrMpanCores | EmrMpanCores24i;

/** A message is an occurrence of group 21I EMR MPAN Cores. */
export type EmrMpanCores = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0103 Measurement Quantity Id, CHAR(2). */
  readonly measurementQuantityId: J0103;
  /** J0020 Actual/Estimated Indicator, CHAR(1). */
  readonly actualEstimatedIndicator: J0020;
  /** 19I Data File Additional Header, 1. */
  readonly dataFileAdditionalHeader: DataFileAdditionalHeader;
  /** 20I Supplier, the one above it. */
  readonly supplier: Supplier;
  /** 22I Settlement Period EMR Metered Data, 46, 48 or 50. */
  readonly settlementPeriodEmrMeteredData: readonly SettlementPeriodEmrMeteredData[];
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

/** Group 22I Settlement Period EMR Metered Data. */
export type SettlementPeriodEmrMeteredData = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J1872 Period Metering System Metered Data, ±NUM(9,1). */
  readonly periodMeteringSystemMeteredData: string;
  /** J1873 Period EMR Line Loss, ±NUM(9,1). */
  readonly periodEmrLineLoss: string;
};

/** A message is an occurrence of group 24I EMR MPAN Cores. */
export type EmrMpanCores24i = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0103 Measurement Quantity Id, CHAR(2). */
  readonly measurementQuantityId: J0103;
  /** J0020 Actual/Estimated Indicator, CHAR(1). */
  readonly actualEstimatedIndicator: J0020;
  /** 19I Data File Additional Header, 1. */
  readonly dataFileAdditionalHeader: DataFileAdditionalHeader;
  /** 23I Supplier, 1. */
  readonly supplier23i: Supplier23i;
  /** 25I Settlement Period EMR Metered Data, 46, 48 or 50. */
  readonly settlementPeriodEmrMeteredData: readonly SettlementPeriodEmrMeteredData25I[];
};

/** Group 23I Supplier. */
export type Supplier23i = {
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
};

/** Group 25I Settlement Period EMR Metered Data. */
export type SettlementPeriodEmrMeteredData25I = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J1872 Period Metering System Metered Data, ±NUM(9,1). */
  readonly periodMeteringSystemMeteredData: string;
  /** J1873 Period EMR Line Loss, ±NUM(9,1). */
  readonly periodEmrLineLoss: string;
};
