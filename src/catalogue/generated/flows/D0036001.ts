// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0020, J0103 } from "../codes.ts";

/**
 * D0036 version 001: Validated Half Hourly Advances for Inclusion in Aggregated Supplier Matrix.
 * A message is an occurrence of group 101 MPAN Cores.
 */
export type D0036001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0103 Measurement Quantity Id, CHAR(2). */
  readonly measurementQuantityId: J0103;
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** 102 Settlement Date, 1 or more. */
  readonly settlementDate: readonly SettlementDate[];
};

/** Group 102 Settlement Date. */
export type SettlementDate = {
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** 103 HH Periods, 46, 48 or 50. */
  readonly hhPeriods: readonly HhPeriods[];
};

/** Group 103 HH Periods. */
export type HhPeriods = {
  /** J0020 Actual/Estimated Indicator, CHAR(1). */
  readonly actualEstimatedIndicator: J0020;
  /** J0177 Period Metered Consumption, ±NUM(7,1). */
  readonly periodMeteredConsumption: string;
};
