// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0020, J0103 } from "../codes.ts";

/**
 * D0390 version 001: Asset Metering System Half Hourly Metered Data.
 * A message is an occurrence of group 18A MPAN Core.
 */
export type D0390001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0103 Measurement Quantity Id, CHAR(2). */
  readonly measurementQuantityId: J0103;
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** 18B Settlement Date, 1 or more. */
  readonly settlementDate: readonly SettlementDate[];
};

/** Group 18B Settlement Date. */
export type SettlementDate = {
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** 18C Settlement Period Metering System Metered Data, 46, 48 or 50. */
  readonly settlementPeriodMeteringSystemMeteredData: readonly SettlementPeriodMeteringSystemMeteredData[];
};

/** Group 18C Settlement Period Metering System Metered Data. */
export type SettlementPeriodMeteringSystemMeteredData = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J0020 Actual/Estimated Indicator, CHAR(1). */
  readonly actualEstimatedIndicator: J0020;
  /** J2273 Period Asset Metering System Metered Data, NUM(9,3). */
  readonly periodAssetMeteringSystemMeteredData: string;
};
