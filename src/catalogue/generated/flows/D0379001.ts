// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0020, J0103 } from "../codes.ts";

/**
 * D0379 version 001: Half Hourly Advances UTC.
 * A message is an occurrence of group 25B MPAN Cores.
 */
export type D0379001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0103 Measurement Quantity Id, CHAR(2). */
  readonly measurementQuantityId: J0103;
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** 64L Validation Flag, 0 or 1, conditional. */
  readonly validationFlag?: ValidationFlag;
  /** 26B Date, 1 or more. */
  readonly date: readonly Date[];
};

/** Group 64L Validation Flag. */
export type ValidationFlag = {
  /** J2206 Supplier Validated Flag, BOOLEAN. */
  readonly supplierValidatedFlag: "T" | "F";
};

/** Group 26B Date. */
export type Date = {
  /** J0018 Date (Midnight to Midnight UTC), DATE. */
  readonly dateMidnightToMidnightUtc: string;
  /** 66L Half Hour Periods in UTC, 48. */
  readonly halfHourPeriodsInUtc: readonly HalfHourPeriodsInUtc[];
};

/** Group 66L Half Hour Periods in UTC. */
export type HalfHourPeriodsInUtc = {
  /** J0020 Actual/Estimated Indicator, CHAR(1). */
  readonly actualEstimatedIndicator: J0020;
  /** J2207 Smart Metered Period Consumption, ±NUM(9,3). */
  readonly smartMeteredPeriodConsumption: string;
};
