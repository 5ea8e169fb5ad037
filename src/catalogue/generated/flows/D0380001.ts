// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0020, J0103 } from "../codes.ts";

/**
 * D0380 version 001: Half Hourly Advances for Inclusion in Aggregated Supplier Matrix.
 * A message is an occurrence of group 101 MPAN Cores.
 */
export type D0380001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0103 Measurement Quantity Id, CHAR(2). */
  readonly measurementQuantityId: J0103;
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** 64L Validation Flag, 1. */
  readonly validationFlag: ValidationFlag;
  /** 102 Settlement Date, 1 or more. */
  readonly settlementDate: readonly SettlementDate[];
};

/** Group 64L Validation Flag. */
export type ValidationFlag = {
  /** J2206 Supplier Validated Flag, BOOLEAN. */
  readonly supplierValidatedFlag: "T" | "F";
};

/** Group 102 Settlement Date. */
export type SettlementDate = {
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** 65L Half Hour Periods, 46, 48 or 50. */
  readonly halfHourPeriods: readonly HalfHourPeriods[];
};

/** Group 65L Half Hour Periods. */
export type HalfHourPeriods = {
  /** J0020 Actual/Estimated Indicator, CHAR(1). */
  readonly actualEstimatedIndicator: J0020;
  /** J2207 Smart Metered Period Consumption, ±NUM(9,3). */
  readonly smartMeteredPeriodConsumption: string;
};
