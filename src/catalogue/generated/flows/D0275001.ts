// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0020, J0103 } from "../codes.ts";

/**
 * D0275 version 001: Validated Half Hourly Advances.
 * A message is an occurrence of group 25B MPAN Cores.
 */
export type D0275001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0103 Measurement Quantity Id, CHAR(2). */
  readonly measurementQuantityId: J0103;
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** 26B Date, 1 or more. */
  readonly date: readonly Date[];
};

/** Group 26B Date. */
export type Date = {
  /** J0018 Date (Midnight to Midnight UTC), DATE. */
  readonly dateMidnightToMidnightUtc: string;
  /** 27B HH Periods in UTC, 48. */
  readonly hhPeriodsInUtc: readonly HhPeriodsInUtc[];
};

/** Group 27B HH Periods in UTC. */
export type HhPeriodsInUtc = {
  /** J0020 Actual/Estimated Indicator, CHAR(1). */
  readonly actualEstimatedIndicator: J0020;
  /** J0177 Period Metered Consumption, ±NUM(7,1). */
  readonly periodMeteredConsumption: string;
};
