// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0366 version 003: CM Capacity Provider Invoice Backing Data.
 * The whole file is one message.
 */
export type D0366003 = {
  /** 93I EMR Invoice Header, 1. */
  readonly emrInvoiceHeader: EmrInvoiceHeader;
};

/** Group 93I EMR Invoice Header. */
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
  /** CPM Capacity Payment Month, 1 or more. */
  readonly capacityPaymentMonth: readonly CapacityPaymentMonth[];
  /** CAT Capacity Agreement Termination, any number. */
  readonly capacityAgreementTermination?: readonly CapacityAgreementTermination[];
  /** 59L CM Interest Payment, any number. */
  readonly cmInterestPayment?: readonly CmInterestPayment[];
  /** 61L Capacity Provider Recalculation of Credit Amount, any number. */
  readonly capacityProviderRecalculationOfCreditAmount?: readonly CapacityProviderRecalculationOfCreditAmount[];
};

/** Group CPM Capacity Payment Month. */
export type CapacityPaymentMonth = {
  /** J1923 CM Month Id, NUM(6). */
  readonly cmMonthId: string;
  /** J2192 Total Amount Received from Suppliers, NUM(14,2). */
  readonly totalAmountReceivedFromSuppliers?: string;
  /** J2205 Total Amount Payable to Capacity Providers, NUM(14,2). */
  readonly totalAmountPayableToCapacityProviders?: string;
  /** CPC Capacity Payment CMU, any number. */
  readonly capacityPaymentCmu?: readonly CapacityPaymentCmu[];
};

/** Group CPC Capacity Payment CMU. */
export type CapacityPaymentCmu = {
  /** J1930 CMU Id, CHAR(23). */
  readonly cmuId: string;
  /** J2201 Capacity Payment Suspension Start Date, DATE. */
  readonly capacityPaymentSuspensionStartDate?: string;
  /** J2200 Capacity Payment Suspension End Date, DATE. */
  readonly capacityPaymentSuspensionEndDate?: string;
  /** 95I CM Capacity Payment, any number. */
  readonly cmCapacityPayment?: readonly CmCapacityPayment[];
  /** 96I Physically Traded Capacity Obligation, any number. */
  readonly physicallyTradedCapacityObligation?: readonly PhysicallyTradedCapacityObligation[];
  /** CR1 CMU Cumulation Recovered, any number. */
  readonly cmuCumulationRecovered?: readonly CmuCumulationRecovered[];
  /** RCP Recovery of Capacity Payments, any number. */
  readonly recoveryOfCapacityPayments?: readonly RecoveryOfCapacityPayments[];
  /** CR2 CMU Cumulation Reinstated, any number. */
  readonly cmuCumulationReinstated?: readonly CmuCumulationReinstated[];
};

/** Group 95I CM Capacity Payment. */
export type CmCapacityPayment = {
  /** J2294 Capacity Agreement, CHAR(19). */
  readonly capacityAgreement: string;
  /** J1895 Auction Acquired Capacity Obligation, ±NUM(13,3). */
  readonly auctionAcquiredCapacityObligation: string;
  /** J2198 Auction Acquired Capacity Obligation Start Date, DATE. */
  readonly auctionAcquiredCapacityObligationStartDate: string;
  /** J2197 Auction Acquired Capacity Obligation End Date, DATE. */
  readonly auctionAcquiredCapacityObligationEndDate?: string;
  /** J2196 Auction Acquired Capacity Obligation Effective Date, DATE. */
  readonly auctionAcquiredCapacityObligationEffectiveDate: string;
  /** J1896 Auction Identifier, CHAR(10). */
  readonly auctionIdentifier: string;
  /** J1903 Capacity Price, ±NUM(11,6). */
  readonly capacityPrice: string;
  /** J1900 Capacity Cleared Price, ±NUM(11,6). */
  readonly capacityClearedPrice: string;
  /** J1918 CM Base CPI, NUM(8,3). */
  readonly cmBaseCpi: string;
  /** J1919 CM CPI, NUM(8,3). */
  readonly cmCpi: string;
  /** J1922 CM Monthly Weighting Factor, NUM(8,7). */
  readonly cmMonthlyWeightingFactor: string;
  /** J1969 Monthly Capacity Payment Due, ±NUM(14,2). */
  readonly monthlyCapacityPaymentDue: string;
  /** J2299 Monthly Capacity Payment Payable, ±NUM(14,2). */
  readonly monthlyCapacityPaymentPayable: string;
  /** J2055 Capacity Payment Suspension Flag, BOOLEAN. */
  readonly capacityPaymentSuspensionFlag: "T" | "F";
};

/** Group 96I Physically Traded Capacity Obligation. */
export type PhysicallyTradedCapacityObligation = {
  /** J1930 CMU Id, CHAR(23). */
  readonly cmuId: string;
  /** J2295 Capacity Trade ID, CHAR(24). */
  readonly capacityTradeId: string;
  /** J1986 Physically Traded Capacity Obligation, ±NUM(13,3). */
  readonly physicallyTradedCapacityObligation: string;
  /** J2203 Physically Traded Capacity Obligation Start Date, DATE. */
  readonly physicallyTradedCapacityObligationStartDate: string;
  /** J2202 Physically Traded Capacity Obligation End Date, DATE. */
  readonly physicallyTradedCapacityObligationEndDate?: string;
  /** J1896 Auction Identifier, CHAR(10). */
  readonly auctionIdentifier: string;
  /** J1903 Capacity Price, ±NUM(11,6). */
  readonly capacityPrice: string;
  /** J1900 Capacity Cleared Price, ±NUM(11,6). */
  readonly capacityClearedPrice: string;
  /** J1918 CM Base CPI, NUM(8,3). */
  readonly cmBaseCpi: string;
  /** J1919 CM CPI, NUM(8,3). */
  readonly cmCpi: string;
  /** J1922 CM Monthly Weighting Factor, NUM(8,7). */
  readonly cmMonthlyWeightingFactor: string;
  /** J1969 Monthly Capacity Payment Due, ±NUM(14,2). */
  readonly monthlyCapacityPaymentDue: string;
  /** J2299 Monthly Capacity Payment Payable, ±NUM(14,2). */
  readonly monthlyCapacityPaymentPayable: string;
  /** J2055 Capacity Payment Suspension Flag, BOOLEAN. */
  readonly capacityPaymentSuspensionFlag: "T" | "F";
};

/** Group CR1 CMU Cumulation Recovered. */
export type CmuCumulationRecovered = {
  /** J2304 Relevant Expenditure, ±NUM(14,2). */
  readonly relevantExpenditure?: string;
  /** J2303 Relevant Benefit, ±NUM(14,2). */
  readonly relevantBenefit?: string;
};

/** Group RCP Recovery of Capacity Payments. */
export type RecoveryOfCapacityPayments = {
  /** J2299 Monthly Capacity Payment Payable, ±NUM(14,2). */
  readonly monthlyCapacityPaymentPayable: string;
  /** J2301 Recovery Period Start Date, DATE. */
  readonly recoveryPeriodStartDate: string;
  /** J2302 Recovery Period End Date, DATE. */
  readonly recoveryPeriodEndDate: string;
};

/** Group CR2 CMU Cumulation Reinstated. */
export type CmuCumulationReinstated = {
  /** J2304 Relevant Expenditure, ±NUM(14,2). */
  readonly relevantExpenditure?: string;
  /** J2303 Relevant Benefit, ±NUM(14,2). */
  readonly relevantBenefit?: string;
};

/** Group CAT Capacity Agreement Termination. */
export type CapacityAgreementTermination = {
  /** J2294 Capacity Agreement, CHAR(19). */
  readonly capacityAgreement: string;
  /** J2297 CM Agreement Termination Reason, CHAR(200). */
  readonly cmAgreementTerminationReason: string;
  /** J2306 Termination Fee Rate, ±NUM(14,2). */
  readonly terminationFeeRate: string;
  /** J2296 CM Agreement Termination Date, DATE. */
  readonly cmAgreementTerminationDate: string;
  /** J1895 Auction Acquired Capacity Obligation, ±NUM(13,3). */
  readonly auctionAcquiredCapacityObligation?: string;
  /** J1986 Physically Traded Capacity Obligation, ±NUM(13,3). */
  readonly physicallyTradedCapacityObligation?: string;
  /** J2305 Termination Fee Due, ±NUM(14,2). */
  readonly terminationFeeDue: string;
  /** J2298 Credit Cover Drawdown, ±NUM(14,2). */
  readonly creditCoverDrawdown?: string;
  /** J2300 Net Termination Fee Payable, ±NUM(14,2). */
  readonly netTerminationFeePayable: string;
};

/** Group 59L CM Interest Payment. */
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
  /** 60L CM Interest Rate, 1 or more. */
  readonly cmInterestRate: readonly CmInterestRate[];
};

/** Group 60L CM Interest Rate. */
export type CmInterestRate = {
  /** J1958 Interest Rate Effective Date, DATE. */
  readonly interestRateEffectiveDate: string;
  /** J1957 Interest Rate, NUM(8,4). */
  readonly interestRate: string;
};

/** Group 61L Capacity Provider Recalculation of Credit Amount. */
export type CapacityProviderRecalculationOfCreditAmount = {
  /** J2192 Total Amount Received from Suppliers, NUM(14,2). */
  readonly totalAmountReceivedFromSuppliers: string;
  /** J2205 Total Amount Payable to Capacity Providers, NUM(14,2). */
  readonly totalAmountPayableToCapacityProviders: string;
  /** J2194 Original EMR Invoice Total, ±NUM(14,2). */
  readonly originalEmrInvoiceTotal: string;
  /** J2195 Reduction to EMR Invoice Total, ±NUM(14,2). */
  readonly reductionToEmrInvoiceTotal: string;
};
