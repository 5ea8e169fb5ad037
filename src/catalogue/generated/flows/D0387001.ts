// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0146 } from "../codes.ts";

/**
 * D0387 version 001: Metering System Half Hourly Volume Adjustments.
 * A message is an occurrence of group 78M MPAN Cores.
 */
export type D0387001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0189 Distributor Id, CHAR(4). */
  readonly distributorId: string;
  /** J0147 Line Loss Factor Class Id, CHAR(3). */
  readonly lineLossFactorClassId: string;
  /** ZPD Data File Additional Header, 1. */
  readonly dataFileAdditionalHeader: DataFileAdditionalHeader;
  /** 20I Supplier, the one above it. */
  readonly supplier: Supplier;
  /** BMU BM Unit, the one above it. */
  readonly bmUnit: BmUnit;
  /** 79M Settlement Period, 46, 48 or 50. */
  readonly settlementPeriod: readonly SettlementPeriod[];
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

/** Group 20I Supplier. */
export type Supplier = {
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
};

/** Group BMU BM Unit. */
export type BmUnit = {
  /** J1628 BM Unit Id, CHAR(11). */
  readonly bmUnitId: string;
};

/** Group 79M Settlement Period. */
export type SettlementPeriod = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** 80M Metering System Half Hourly Volume Adjustments, 2. */
  readonly meteringSystemHalfHourlyVolumeAdjustments: readonly MeteringSystemHalfHourlyVolumeAdjustments[];
};

/** Group 80M Metering System Half Hourly Volume Adjustments. */
export type MeteringSystemHalfHourlyVolumeAdjustments = {
  /** J0160 Consumption Component Class Id, NUM(2). */
  readonly consumptionComponentClassId: string;
  /** J2260 Secondary Half Hourly Delivered Volumes (Non-Losses), ±NUM(14,4). */
  readonly secondaryHalfHourlyDeliveredVolumesNonLosses?: string;
  /** J2258 MPAN Applicable Balancing Services Volume Data (Non-Losses), ±NUM(14,4). */
  readonly mpanApplicableBalancingServicesVolumeDataNonLosses?: string;
  /** J2259 Secondary Half Hourly Delivered Volumes (Losses), ±NUM(14,4). */
  readonly secondaryHalfHourlyDeliveredVolumesLosses?: string;
  /** J2257 MPAN Applicable Balancing Services Volume Data (Losses), ±NUM(14,4). */
  readonly mpanApplicableBalancingServicesVolumeDataLosses?: string;
};
