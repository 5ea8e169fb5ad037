// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * S0141 version 008: Settlement Report, Sub-Flow 1.
 * The whole file is one message.
 */
export type S0141008 = {
  /** SRH Settlement Report Header, 1. */
  readonly settlementReportHeader: SettlementReportHeader;
  /** APC Aggregate Party Day Charges, 1. */
  readonly aggregatePartyDayCharges: AggregatePartyDayCharges;
  /** SPH Settlement Period Header, 46, 48 or 50. */
  readonly settlementPeriodHeader: readonly SettlementPeriodHeader[];
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group SRH Settlement Report Header. */
export type SettlementReportHeader = {
  /** Settlement Date, DATE. */
  readonly settlementDate: string;
  /** Settlement Run Type, CHAR(2). */
  readonly settlementRunType: "II" | "SF" | "R1" | "R2" | "R3" | "RF" | "DF" | (string & {});
  /** SAA Run Number, NUM(2). */
  readonly saaRunNumber: string;
  /** SAA CDCA Run Number, NUM(2). */
  readonly saaCdcaRunNumber: string;
  /** SVAA CDCA Settlement Date, DATE. */
  readonly svaaCdcaSettlementDate: string;
  /** SVAA CDCA Run Number, NUM(2). */
  readonly svaaCdcaRunNumber: string;
  /** SVAA SSR Run Number, NUM(7). */
  readonly svaaSsrRunNumber: string;
  /** BSC Party Id, CHAR(8). */
  readonly bscPartyId: string;
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group APC Aggregate Party Day Charges. */
export type AggregatePartyDayCharges = {
  /** BSSC Limited Cost Allocation, ±NUM(10,2). */
  readonly bsscLimitedCostAllocation: string;
  /** BM Unit Cashflow, ±NUM(10,2). */
  readonly bmUnitCashflow: string;
  /** Energy Imbalance Cashflow, ±NUM(10,2). */
  readonly energyImbalanceCashflow: string;
  /** Information Imbalance Cashflow, ±NUM(10,2). */
  readonly informationImbalanceCashflow: string;
  /** Non-Delivery Charge, ±NUM(10,2). */
  readonly nonDeliveryCharge: string;
  /** Residual Cashflow Reallocation Charge, ±NUM(10,2). */
  readonly residualCashflowReallocationCharge: string;
  /** Daily System Operator BM Cashflow, ±NUM(10,2). */
  readonly dailySystemOperatorBmCashflow: string;
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group SPH Settlement Period Header. */
export type SettlementPeriodHeader = {
  /** Settlement Period, NUM(2). */
  readonly settlementPeriod: string;
  /** PPC Aggregate Party Period Charges, 1. */
  readonly aggregatePartyPeriodCharges: AggregatePartyPeriodCharges;
  /** SSD System Period Data, 1. */
  readonly systemPeriodData: SystemPeriodData;
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group PPC Aggregate Party Period Charges. */
export type AggregatePartyPeriodCharges = {
  /** BSSC Limited Cost Allocation, ±NUM(10,2). */
  readonly bsscLimitedCostAllocation: string;
  /** BM Unit Cashflow, ±NUM(10,2). */
  readonly bmUnitCashflow: string;
  /** Energy Imbalance Cashflow, ±NUM(10,2). */
  readonly energyImbalanceCashflow: string;
  /** Information Imbalance Cashflow, ±NUM(10,2). */
  readonly informationImbalanceCashflow: string;
  /** Non-Delivery Charge, ±NUM(10,2). */
  readonly nonDeliveryCharge: string;
  /** Residual Cashflow Reallocation Charge, ±NUM(10,2). */
  readonly residualCashflowReallocationCharge: string;
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group SSD System Period Data. */
export type SystemPeriodData = {
  /** Period BSSC Limited Costs, ±NUM(10,2). */
  readonly periodBsscLimitedCosts: string;
  /** System Operator BM Cashflow, ±NUM(10,2). */
  readonly systemOperatorBmCashflow: string;
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};
