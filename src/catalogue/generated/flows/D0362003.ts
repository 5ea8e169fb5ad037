// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0146 } from "../codes.ts";

/**
 * D0362 version 003: CFD Supplier Invoice Backing Data.
 * The whole file is one message.
 */
export type D0362003 = {
  /** 55I EMR Invoice Header, 1. */
  readonly emrInvoiceHeader: EmrInvoiceHeader;
  /** 56I CFD Levy Payment, any number. */
  readonly cfdLevyPayment?: readonly CfdLevyPayment[];
  /** 58I CFD Reserve Payment, 0 or 1. */
  readonly cfdReservePayment?: CfdReservePayment;
  /** 60I CFD Quarterly Reconciliation Payment, any number. */
  readonly cfdQuarterlyReconciliationPayment?: readonly CfdQuarterlyReconciliationPayment[];
  /** 65I CFD Mutualisation Payment, any number. */
  readonly cfdMutualisationPayment?: readonly CfdMutualisationPayment[];
  /** 66I CFD Interest Payment, any number. */
  readonly cfdInterestPayment?: readonly CfdInterestPayment[];
  /** 76J CFD Mutualisation Repayment, any number. */
  readonly cfdMutualisationRepayment?: readonly CfdMutualisationRepayment[];
  /** COC CFD Operational Cost Refund, any number. */
  readonly cfdOperationalCostRefund?: readonly CfdOperationalCostRefund[];
};

/** Group 55I EMR Invoice Header. */
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

/** Group 56I CFD Levy Payment. */
export type CfdLevyPayment = {
  /** J1909 CFD Levy Payment Type, CHAR(1). */
  readonly cfdLevyPaymentType: string;
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** J0146 Settlement Code, CHAR(2). */
  readonly settlementCode: J0146;
  /** J1910 CFD Levy Rate, NUM(11,6). */
  readonly cfdLevyRate: string;
  /** J1904 CFD Daily Supplier Chargeable Demand, ±NUM(13,3). */
  readonly cfdDailySupplierChargeableDemand: string;
  /** J1905 CFD Daily Supplier EII Excluded Demand, NUM(13,3). */
  readonly cfdDailySupplierEiiExcludedDemand: string;
  /** J1908 CFD Levy Payment, NUM(14,2). */
  readonly cfdLevyPayment: string;
  /** J1907 CFD Levy Net Payment, ±NUM(14,2). */
  readonly cfdLevyNetPayment?: string;
  /** 57I CFD Period Gross Demand, 46, 48 or 50. */
  readonly cfdPeriodGrossDemand: readonly CfdPeriodGrossDemand[];
};

/** Group 57I CFD Period Gross Demand. */
export type CfdPeriodGrossDemand = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J1911 CFD Period Supplier Chargeable Demand, NUM(13,3). */
  readonly cfdPeriodSupplierChargeableDemand: string;
  /** J1912 CFD Period Supplier EII Excluded Demand, NUM(13,3). */
  readonly cfdPeriodSupplierEiiExcludedDemand: string;
};

/** Group 58I CFD Reserve Payment. */
export type CfdReservePayment = {
  /** J1973 Obligation Period, NUM(6). */
  readonly obligationPeriod: string;
  /** J2042 Total Reserve Amount, ±NUM(14,2). */
  readonly totalReserveAmount: string;
  /** J2014 Supplier Reserve Amount, ±NUM(14,2). */
  readonly supplierReserveAmount: string;
  /** J1994 Reference Period Supplier Chargeable Demand, NUM(13,3). */
  readonly referencePeriodSupplierChargeableDemand: string;
  /** J1997 Reference Period Total Chargeable Demand, NUM(13,3). */
  readonly referencePeriodTotalChargeableDemand: string;
  /** J1995 Reference Period Supplier EII Excluded Demand, NUM(13,3). */
  readonly referencePeriodSupplierEiiExcludedDemand: string;
  /** J1998 Reference Period Total EII Excluded Demand, NUM(13,3). */
  readonly referencePeriodTotalEiiExcludedDemand: string;
  /** J1993 Reference Period Start Date, DATE. */
  readonly referencePeriodStartDate: string;
  /** J1992 Reference Period End Date, DATE. */
  readonly referencePeriodEndDate: string;
  /** 59I CFD Reserve Payment Reference Day, 1 or more. */
  readonly cfdReservePaymentReferenceDay: readonly CfdReservePaymentReferenceDay[];
};

/** Group 59I CFD Reserve Payment Reference Day. */
export type CfdReservePaymentReferenceDay = {
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** J0146 Settlement Code, CHAR(2). */
  readonly settlementCode: J0146;
  /** J1904 CFD Daily Supplier Chargeable Demand, ±NUM(13,3). */
  readonly cfdDailySupplierChargeableDemand: string;
  /** J2023 Total Daily Chargeable Demand, NUM(13,3). */
  readonly totalDailyChargeableDemand: string;
  /** J1905 CFD Daily Supplier EII Excluded Demand, NUM(13,3). */
  readonly cfdDailySupplierEiiExcludedDemand: string;
  /** J2026 Total Daily EII Excluded Demand, NUM(13,3). */
  readonly totalDailyEiiExcludedDemand: string;
};

/** Group 60I CFD Quarterly Reconciliation Payment. */
export type CfdQuarterlyReconciliationPayment = {
  /** J1973 Obligation Period, NUM(6). */
  readonly obligationPeriod: string;
  /** J2024 Total Daily Contribution, ±NUM(14,2). */
  readonly totalDailyContribution: string;
  /** J2025 Total Daily Contribution Reconciliation Adjustment, ±NUM(14,2). */
  readonly totalDailyContributionReconciliationAdjustment: string;
  /** J1913 CFD Quarterly Contribution, ±NUM(14,2). */
  readonly cfdQuarterlyContribution: string;
  /** J2286 Net Quarterly Interest Contribution, ±NUM(14,2). */
  readonly netQuarterlyInterestContribution: string;
  /** J2012 Supplier Quarterly Chargeable Demand, ±NUM(13,3). */
  readonly supplierQuarterlyChargeableDemand: string;
  /** J2039 Total Quarterly Chargeable Demand, NUM(13,3). */
  readonly totalQuarterlyChargeableDemand: string;
  /** J2013 Supplier Quarterly EII Excluded Demand, NUM(13,3). */
  readonly supplierQuarterlyEiiExcludedDemand: string;
  /** J2040 Total Quarterly EII Excluded Demand, NUM(13,3). */
  readonly totalQuarterlyEiiExcludedDemand: string;
  /** J2065 Supplier Quarterly Green Excluded Demand, NUM(13,3). */
  readonly supplierQuarterlyGreenExcludedDemand: string;
  /** J2066 Total Quarterly Green Excluded Demand, NUM(13,3). */
  readonly totalQuarterlyGreenExcludedDemand: string;
  /** J2047 Total Net Quarterly Non-Generation Payments, ±NUM(14,2). */
  readonly totalNetQuarterlyNonGenerationPayments: string;
  /** J2032 Total Net Quarterly Interest, ±NUM(14,2). */
  readonly totalNetQuarterlyInterest: string;
  /** J1914 CFD Quarterly Contribution Reconciliation Adjustment, ±NUM(14,2). */
  readonly cfdQuarterlyContributionReconciliationAdjustment: string;
  /** J2285 Net Quarterly Interest Contribution Adjustment, ±NUM(14,2). */
  readonly netQuarterlyInterestContributionAdjustment: string;
  /** J1988 Previous Reserve Payment, ±NUM(14,2). */
  readonly previousReservePayment?: string;
  /** 61I CFD Quarterly Reconciliation Day, any number. */
  readonly cfdQuarterlyReconciliationDay?: readonly CfdQuarterlyReconciliationDay[];
};

/** Group 61I CFD Quarterly Reconciliation Day. */
export type CfdQuarterlyReconciliationDay = {
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** J0146 Settlement Code, CHAR(2). */
  readonly settlementCode: J0146;
  /** J1904 CFD Daily Supplier Chargeable Demand, ±NUM(13,3). */
  readonly cfdDailySupplierChargeableDemand: string;
  /** J2023 Total Daily Chargeable Demand, NUM(13,3). */
  readonly totalDailyChargeableDemand: string;
  /** J1905 CFD Daily Supplier EII Excluded Demand, NUM(13,3). */
  readonly cfdDailySupplierEiiExcludedDemand: string;
  /** J2026 Total Daily EII Excluded Demand, NUM(13,3). */
  readonly totalDailyEiiExcludedDemand: string;
  /** J2063 CFD Daily Supplier Green Excluded Demand, NUM(13,3). */
  readonly cfdDailySupplierGreenExcludedDemand: string;
  /** J2064 Total Daily Green Excluded Demand, NUM(13,3). */
  readonly totalDailyGreenExcludedDemand: string;
  /** J1936 Daily Net Generator Payments, ±NUM(14,2). */
  readonly dailyNetGeneratorPayments: string;
  /** J1991 Reconciled Levy Rate, ±NUM(11,6). */
  readonly reconciledLevyRate: string;
  /** J2006 Supplier Daily Contribution, ±NUM(14,2). */
  readonly supplierDailyContribution: string;
  /** J2007 Supplier Daily Contribution Reconciliation Adjustment, ±NUM(14,2). */
  readonly supplierDailyContributionReconciliationAdjustment: string;
  /** 62I CFD Quarterly Reconciliation Period, 46, 48 or 50. */
  readonly cfdQuarterlyReconciliationPeriod: readonly CfdQuarterlyReconciliationPeriod[];
  /** 63I Daily Net Generator Payment, any number. */
  readonly dailyNetGeneratorPayment?: readonly DailyNetGeneratorPayment[];
};

/** Group 62I CFD Quarterly Reconciliation Period. */
export type CfdQuarterlyReconciliationPeriod = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J2010 Supplier Period Chargeable Demand, NUM(13,3). */
  readonly supplierPeriodChargeableDemand: string;
  /** J2036 Total Period Chargeable Demand, NUM(13,3). */
  readonly totalPeriodChargeableDemand: string;
  /** J2011 Supplier Period EII Excluded Demand, NUM(13,3). */
  readonly supplierPeriodEiiExcludedDemand: string;
  /** J2037 Total Period EII Excluded Demand, NUM(13,3). */
  readonly totalPeriodEiiExcludedDemand: string;
  /** J2067 Supplier Period Green Excluded Demand, NUM(13,3). */
  readonly supplierPeriodGreenExcludedDemand: string;
  /** J2068 Total Period Green Excluded Demand, NUM(13,3). */
  readonly totalPeriodGreenExcludedDemand: string;
  /** J1983 Period Net Generator Payments, ±NUM(14,2). */
  readonly periodNetGeneratorPayments: string;
};

/** Group 63I Daily Net Generator Payment. */
export type DailyNetGeneratorPayment = {
  /** J1906 CFD Id, CHAR(16). */
  readonly cfdId: string;
  /** J1935 Daily CFD Net Payment, ±NUM(14,2). */
  readonly dailyCfdNetPayment: string;
  /** J2284 Daily Net Generator Compensatory Interest, ±NUM(14,2). */
  readonly dailyNetGeneratorCompensatoryInterest: string;
  /** 64I Generator Reconciliation Period, 46, 48 or 50. */
  readonly generatorReconciliationPeriod: readonly GeneratorReconciliationPeriod[];
};

/** Group 64I Generator Reconciliation Period. */
export type GeneratorReconciliationPeriod = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J2000 Reference Price, ±NUM(11,6). */
  readonly referencePrice: string;
  /** J2005 Strike Price, ±NUM(11,6). */
  readonly strikePrice: string;
  /** J1967 Metered Volume, ±NUM(13,3). */
  readonly meteredVolume: string;
  /** J1983 Period Net Generator Payments, ±NUM(14,2). */
  readonly periodNetGeneratorPayments: string;
};

/** Group 65I CFD Mutualisation Payment. */
export type CfdMutualisationPayment = {
  /** J1893 Amount in Default, ±NUM(14,2). */
  readonly amountInDefault: string;
  /** J1941 Defaulted Amount Due Date, DATE. */
  readonly defaultedAmountDueDate: string;
  /** J1940 Defaulted Amount Details, CHAR(120). */
  readonly defaultedAmountDetails: string;
  /** J2056 CFD Mutualisation Type, CHAR(1). */
  readonly cfdMutualisationType: string;
  /** J1994 Reference Period Supplier Chargeable Demand, NUM(13,3). */
  readonly referencePeriodSupplierChargeableDemand: string;
  /** J1997 Reference Period Total Chargeable Demand, NUM(13,3). */
  readonly referencePeriodTotalChargeableDemand: string;
  /** J1995 Reference Period Supplier EII Excluded Demand, NUM(13,3). */
  readonly referencePeriodSupplierEiiExcludedDemand: string;
  /** J1998 Reference Period Total EII Excluded Demand, NUM(13,3). */
  readonly referencePeriodTotalEiiExcludedDemand: string;
  /** J1993 Reference Period Start Date, DATE. */
  readonly referencePeriodStartDate: string;
  /** J1992 Reference Period End Date, DATE. */
  readonly referencePeriodEndDate: string;
  /** J2008 Supplier Mutualisation Amount, ±NUM(14,2). */
  readonly supplierMutualisationAmount: string;
};

/** Group 66I CFD Interest Payment. */
export type CfdInterestPayment = {
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
  /** 67I CFD Interest Rate, 1 or more. */
  readonly cfdInterestRate: readonly CfdInterestRate[];
};

/** Group 67I CFD Interest Rate. */
export type CfdInterestRate = {
  /** J1958 Interest Rate Effective Date, DATE. */
  readonly interestRateEffectiveDate: string;
  /** J1957 Interest Rate, NUM(8,4). */
  readonly interestRate: string;
};

/** Group 76J CFD Mutualisation Repayment. */
export type CfdMutualisationRepayment = {
  /** J1893 Amount in Default, ±NUM(14,2). */
  readonly amountInDefault: string;
  /** J1941 Defaulted Amount Due Date, DATE. */
  readonly defaultedAmountDueDate: string;
  /** J2008 Supplier Mutualisation Amount, ±NUM(14,2). */
  readonly supplierMutualisationAmount: string;
  /** J2070 Mutualisation Payment Date, DATE. */
  readonly mutualisationPaymentDate: string;
  /** J2069 Amount Recovered, NUM(14,2). */
  readonly amountRecovered: string;
  /** J2071 Supplier Mutualisation Repayment, NUM(14,2). */
  readonly supplierMutualisationRepayment: string;
};

/** Group COC CFD Operational Cost Refund. */
export type CfdOperationalCostRefund = {
  /** J2281 CFD Fiscal Year, NUM(4). */
  readonly cfdFiscalYear: string;
  /** J2283 CFD Operational Cost Levy Total Refund Amount, ±NUM(14,2). */
  readonly cfdOperationalCostLevyTotalRefundAmount: string;
  /** J1994 Reference Period Supplier Chargeable Demand, NUM(13,3). */
  readonly referencePeriodSupplierChargeableDemand: string;
  /** J1997 Reference Period Total Chargeable Demand, NUM(13,3). */
  readonly referencePeriodTotalChargeableDemand: string;
  /** J1995 Reference Period Supplier EII Excluded Demand, NUM(13,3). */
  readonly referencePeriodSupplierEiiExcludedDemand: string;
  /** J1998 Reference Period Total EII Excluded Demand, NUM(13,3). */
  readonly referencePeriodTotalEiiExcludedDemand: string;
  /** J2282 CFD Operational Cost Levy Supplier Refund Amount, ±NUM(14,2). */
  readonly cfdOperationalCostLevySupplierRefundAmount: string;
};
