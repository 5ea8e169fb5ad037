// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0146 } from "../codes.ts";

/**
 * D0364 version 004: CM Supplier Invoice Backing Data.
 * The whole file is one message.
 */
export type D0364004 = {
  /** 71I EMR Invoice Header, 1. */
  readonly emrInvoiceHeader: EmrInvoiceHeader;
  /** 72I CM Settlement Costs Levy, any number. */
  readonly cmSettlementCostsLevy?: readonly CmSettlementCostsLevy[];
  /** 75I CM Supplier Charge Payment, any number. */
  readonly cmSupplierChargePayment?: readonly CmSupplierChargePayment[];
  /** 78I CM Penalty Residual Supplier Amount, any number. */
  readonly cmPenaltyResidualSupplierAmount?: readonly CmPenaltyResidualSupplierAmount[];
  /** 81I CM Mutualisation Payment, any number. */
  readonly cmMutualisationPayment?: readonly CmMutualisationPayment[];
  /** 48L CM Mutualisation Credit, any number. */
  readonly cmMutualisationCredit?: readonly CmMutualisationCredit[];
  /** 84I CM Interest Payment, any number. */
  readonly cmInterestPayment?: readonly CmInterestPayment[];
  /** 75J CM Settlement Costs Levy Refund, 0 or 1. */
  readonly cmSettlementCostsLevyRefund?: CmSettlementCostsLevyRefund;
  /** 49L Supplier Recalculation of Credit Amounts, 0 or 1. */
  readonly supplierRecalculationOfCreditAmounts?: SupplierRecalculationOfCreditAmounts;
};

/** Group 71I EMR Invoice Header. */
export type EmrInvoiceHeader = {
  /** J1889 EMR Party Id, CHAR(8). */
  readonly emrPartyId: string;
  /** J1950 EMR Invoice Number, NUM(12). */
  readonly emrInvoiceNumber: string;
  /** J1949 EMR Invoice Date, DATE. */
  readonly emrInvoiceDate: string;
  /** J1951 EMR Invoice Payment Date, DATE. */
  readonly emrInvoicePaymentDate: string;
  /** J1952 EMR Invoice Total, ±NUM(14,2). */
  readonly emrInvoiceTotal: string;
};

/** Group 72I CM Settlement Costs Levy. */
export type CmSettlementCostsLevy = {
  /** J1923 CM Month Id, NUM(6). */
  readonly cmMonthId: string;
  /** J2043 Total Settlement Cost, ±NUM(14,2). */
  readonly totalSettlementCost: string;
  /** J1996 Reference Period Supplier Demand for Periods of High Demand, NUM(13,3). */
  readonly referencePeriodSupplierDemandForPeriodsOfHighDemand: string;
  /** J1999 Reference Period Total Demand for Periods of High Demand, NUM(13,3). */
  readonly referencePeriodTotalDemandForPeriodsOfHighDemand: string;
  /** J1993 Reference Period Start Date, DATE. */
  readonly referencePeriodStartDate: string;
  /** J1992 Reference Period End Date, DATE. */
  readonly referencePeriodEndDate: string;
  /** J2015 Supplier Settlement Cost Levy Amount, ±NUM(14,2). */
  readonly supplierSettlementCostLevyAmount: string;
  /** J1972 Net Payment, ±NUM(14,2). */
  readonly netPayment: string;
  /** 73I CM Demand Daily Detail, any number. */
  readonly cmDemandDailyDetail?: readonly CmDemandDailyDetail[];
};

/** Group 73I CM Demand Daily Detail. */
export type CmDemandDailyDetail = {
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** J0146 Settlement Code, CHAR(2). */
  readonly settlementCode: J0146;
  /** J1937 Daily Supplier Demand for Periods of High Demand, NUM(13,3). */
  readonly dailySupplierDemandForPeriodsOfHighDemand: string;
  /** J1938 Daily Total Demand for Periods of High Demand, NUM(13,3). */
  readonly dailyTotalDemandForPeriodsOfHighDemand: string;
  /** 74I CM Demand Period Detail, any number. */
  readonly cmDemandPeriodDetail?: readonly CmDemandPeriodDetail[];
};

/** Group 74I CM Demand Period Detail. */
export type CmDemandPeriodDetail = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J1984 Period Supplier Demand for Periods of High Demand, NUM(13,3). */
  readonly periodSupplierDemandForPeriodsOfHighDemand: string;
  /** J1985 Period Total Demand for Periods of High Demand, NUM(13,3). */
  readonly periodTotalDemandForPeriodsOfHighDemand: string;
};

/** Group 75I CM Supplier Charge Payment. */
export type CmSupplierChargePayment = {
  /** J1923 CM Month Id, NUM(6). */
  readonly cmMonthId: string;
  /** J2029 Total Monthly Capacity Payments, ±NUM(14,2). */
  readonly totalMonthlyCapacityPayments: string;
  /** J2009 Supplier Demand for Periods of High Demand, NUM(13,3). */
  readonly supplierDemandForPeriodsOfHighDemand: string;
  /** J2031 Total Demand for Periods of High Demand, NUM(13,3). */
  readonly totalDemandForPeriodsOfHighDemand: string;
  /** J1993 Reference Period Start Date, DATE. */
  readonly referencePeriodStartDate: string;
  /** J1992 Reference Period End Date, DATE. */
  readonly referencePeriodEndDate: string;
  /** J1901 Capacity Market Supplier Charge, ±NUM(14,2). */
  readonly capacityMarketSupplierCharge: string;
  /** J1972 Net Payment, ±NUM(14,2). */
  readonly netPayment: string;
  /** 76I CM Demand Daily Detail, any number. */
  readonly cmDemandDailyDetail?: readonly CmDemandDailyDetail76I[];
  /** 46L CM Net Demand Forecast Detail, any number. */
  readonly cmNetDemandForecastDetail?: readonly CmNetDemandForecastDetail[];
};

/** Group 76I CM Demand Daily Detail. */
export type CmDemandDailyDetail76I = {
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** J0146 Settlement Code, CHAR(2). */
  readonly settlementCode: J0146;
  /** J1937 Daily Supplier Demand for Periods of High Demand, NUM(13,3). */
  readonly dailySupplierDemandForPeriodsOfHighDemand: string;
  /** J1938 Daily Total Demand for Periods of High Demand, NUM(13,3). */
  readonly dailyTotalDemandForPeriodsOfHighDemand: string;
  /** 77I CM Demand Period Detail, any number. */
  readonly cmDemandPeriodDetail?: readonly CmDemandPeriodDetail77I[];
};

/** Group 77I CM Demand Period Detail. */
export type CmDemandPeriodDetail77I = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J1984 Period Supplier Demand for Periods of High Demand, NUM(13,3). */
  readonly periodSupplierDemandForPeriodsOfHighDemand: string;
  /** J1985 Period Total Demand for Periods of High Demand, NUM(13,3). */
  readonly periodTotalDemandForPeriodsOfHighDemand: string;
};

/** Group 46L CM Net Demand Forecast Detail. */
export type CmNetDemandForecastDetail = {
  /** J1923 CM Month Id, NUM(6). */
  readonly cmMonthId: string;
  /** J2184 Supplier Demand Forecast, NUM(13,3). */
  readonly supplierDemandForecast: string;
  /** J2185 Total Supplier Demand Forecast, NUM(13,3). */
  readonly totalSupplierDemandForecast: string;
};

/** Group 78I CM Penalty Residual Supplier Amount. */
export type CmPenaltyResidualSupplierAmount = {
  /** J1942 Delivery Year, NUM(4). */
  readonly deliveryYear: string;
  /** J2061 Total Over-delivery Payments, ±NUM(14,2). */
  readonly totalOverDeliveryPayments: string;
  /** J2044 Total Under-delivery Payments, ±NUM(14,2). */
  readonly totalUnderDeliveryPayments: string;
  /** J2035 Total Penalty Residual Supplier Amount, ±NUM(14,2). */
  readonly totalPenaltyResidualSupplierAmount: string;
  /** J2186 Supplier Yearly Capacity Market Charge Paid, NUM(14,2). */
  readonly supplierYearlyCapacityMarketChargePaid: string;
  /** J2187 Total Supplier Yearly Capacity Market Charge Paid, NUM(14,2). */
  readonly totalSupplierYearlyCapacityMarketChargePaid: string;
  /** J1980 Penalty Residual Supplier Amount, ±NUM(14,2). */
  readonly penaltyResidualSupplierAmount: string;
  /** J1972 Net Payment, ±NUM(14,2). */
  readonly netPayment: string;
};

/** Group 81I CM Mutualisation Payment. */
export type CmMutualisationPayment = {
  /** J1893 Amount in Default, ±NUM(14,2). */
  readonly amountInDefault: string;
  /** J1941 Defaulted Amount Due Date, DATE. */
  readonly defaultedAmountDueDate: string;
  /** J1996 Reference Period Supplier Demand for Periods of High Demand, NUM(13,3). */
  readonly referencePeriodSupplierDemandForPeriodsOfHighDemand: string;
  /** J1999 Reference Period Total Demand for Periods of High Demand, NUM(13,3). */
  readonly referencePeriodTotalDemandForPeriodsOfHighDemand: string;
  /** J1993 Reference Period Start Date, DATE. */
  readonly referencePeriodStartDate: string;
  /** J1992 Reference Period End Date, DATE. */
  readonly referencePeriodEndDate: string;
  /** J2008 Supplier Mutualisation Amount, ±NUM(14,2). */
  readonly supplierMutualisationAmount: string;
  /** 82I CM Demand Daily Detail, any number. */
  readonly cmDemandDailyDetail?: readonly CmDemandDailyDetail82I[];
  /** 47L CM Demand Forecast Detail, any number. */
  readonly cmDemandForecastDetail?: readonly CmDemandForecastDetail[];
};

/** Group 82I CM Demand Daily Detail. */
export type CmDemandDailyDetail82I = {
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** J0146 Settlement Code, CHAR(2). */
  readonly settlementCode: J0146;
  /** J1937 Daily Supplier Demand for Periods of High Demand, NUM(13,3). */
  readonly dailySupplierDemandForPeriodsOfHighDemand: string;
  /** J1938 Daily Total Demand for Periods of High Demand, NUM(13,3). */
  readonly dailyTotalDemandForPeriodsOfHighDemand: string;
  /** 83I CM Demand Period Detail, any number. */
  readonly cmDemandPeriodDetail?: readonly CmDemandPeriodDetail83I[];
};

/** Group 83I CM Demand Period Detail. */
export type CmDemandPeriodDetail83I = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J1984 Period Supplier Demand for Periods of High Demand, NUM(13,3). */
  readonly periodSupplierDemandForPeriodsOfHighDemand: string;
  /** J1985 Period Total Demand for Periods of High Demand, NUM(13,3). */
  readonly periodTotalDemandForPeriodsOfHighDemand: string;
};

/** Group 47L CM Demand Forecast Detail. */
export type CmDemandForecastDetail = {
  /** J1923 CM Month Id, NUM(6). */
  readonly cmMonthId: string;
  /** J2184 Supplier Demand Forecast, NUM(13,3). */
  readonly supplierDemandForecast: string;
  /** J2185 Total Supplier Demand Forecast, NUM(13,3). */
  readonly totalSupplierDemandForecast: string;
};

/** Group 48L CM Mutualisation Credit. */
export type CmMutualisationCredit = {
  /** J1923 CM Month Id, NUM(6). */
  readonly cmMonthId: string;
  /** J2188 Total Mutualisation Credit Amount, NUM(14,2). */
  readonly totalMutualisationCreditAmount: string;
  /** J2189 Supplier Mutualisation Amount Paid, NUM(14,2). */
  readonly supplierMutualisationAmountPaid: string;
  /** J2190 Total Supplier Mutualisation Amount Paid, NUM(14,2). */
  readonly totalSupplierMutualisationAmountPaid: string;
  /** J2191 Supplier Mutualisation Credit Amount, NUM(14,2). */
  readonly supplierMutualisationCreditAmount: string;
  /** J1972 Net Payment, ±NUM(14,2). */
  readonly netPayment: string;
};

/** Group 84I CM Interest Payment. */
export type CmInterestPayment = {
  /** J1950 EMR Invoice Number, NUM(12). */
  readonly emrInvoiceNumber: string;
  /** J1949 EMR Invoice Date, DATE. */
  readonly emrInvoiceDate: string;
  /** J1893 Amount in Default, ±NUM(14,2). */
  readonly amountInDefault: string;
  /** J1955 Interest Payment From Date, DATE. */
  readonly interestPaymentFromDate: string;
  /** J1956 Interest Payment To Date, DATE. */
  readonly interestPaymentToDate: string;
  /** J1954 Interest Amount, ±NUM(14,2). */
  readonly interestAmount: string;
  /** 85I CM Interest Rate, 1 or more. */
  readonly cmInterestRate: readonly CmInterestRate[];
};

/** Group 85I CM Interest Rate. */
export type CmInterestRate = {
  /** J1958 Interest Rate Effective Date, DATE. */
  readonly interestRateEffectiveDate: string;
  /** J1957 Interest Rate, NUM(8,4). */
  readonly interestRate: string;
};

/** Group 75J CM Settlement Costs Levy Refund. */
export type CmSettlementCostsLevyRefund = {
  /** J2073 CM Year, NUM(4). */
  readonly cmYear: string;
  /** J2074 CM Settlement Costs Levy Total Refund Amount, NUM(14,2). */
  readonly cmSettlementCostsLevyTotalRefundAmount: string;
  /** J2076 CM Settlement Costs Levy Supplier Yearly Payment, NUM(14,2). */
  readonly cmSettlementCostsLevySupplierYearlyPayment: string;
  /** J2075 CM Settlement Costs Levy Total Yearly Payment, NUM(14,2). */
  readonly cmSettlementCostsLevyTotalYearlyPayment: string;
  /** J2072 CM Settlement Costs Levy Supplier Refund Amount, NUM(14,2). */
  readonly cmSettlementCostsLevySupplierRefundAmount: string;
};

/** Group 49L Supplier Recalculation of Credit Amounts. */
export type SupplierRecalculationOfCreditAmounts = {
  /** J2280 Total Amount Invoiced To Suppliers, NUM(14,2). */
  readonly totalAmountInvoicedToSuppliers: string;
  /** J2192 Total Amount Received from Suppliers, NUM(14,2). */
  readonly totalAmountReceivedFromSuppliers: string;
  /** J2193 Total Amount Payable to Suppliers, NUM(14,2). */
  readonly totalAmountPayableToSuppliers: string;
  /** J2194 Original EMR Invoice Total, ±NUM(14,2). */
  readonly originalEmrInvoiceTotal: string;
  /** J2195 Reduction to EMR Invoice Total, ±NUM(14,2). */
  readonly reductionToEmrInvoiceTotal: string;
};
