// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0146 } from "../codes.ts";

/**
 * D0365 version 003: CFD Generator Invoice Backing Data.
 * The whole file is one message.
 */
export type D0365003 = {
  /** 86I EMR Invoice Header, 1. */
  readonly emrInvoiceHeader: EmrInvoiceHeader;
  /** 87I Contract for Difference, 1 or more. */
  readonly contractForDifference: readonly ContractForDifference[];
};

/** Group 86I EMR Invoice Header. */
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

/** Group 87I Contract for Difference. */
export type ContractForDifference = {
  /** J1906 CFD Id, CHAR(16). */
  readonly cfdId: string;
  /** J1932 Contract Type, CHAR(8). */
  readonly contractType: string;
  /** J2019 Total Aggregate Difference, ±NUM(14,2). */
  readonly totalAggregateDifference: string;
  /** J2041 Total Reconciliation Amount, ±NUM(14,2). */
  readonly totalReconciliationAmount: string;
  /** J2027 Total Interest, ±NUM(14,2). */
  readonly totalInterest: string;
  /** J1971 Net Payable Amount, ±NUM(14,2). */
  readonly netPayableAmount: string;
  /** J2178 Total Ad Hoc Payment, ±NUM(14,2). */
  readonly totalAdHocPayment: string;
  /** 88I CFD Billing Period, any number. */
  readonly cfdBillingPeriod?: readonly CfdBillingPeriod[];
  /** 90I CFD Default Interest, any number. */
  readonly cfdDefaultInterest?: readonly CfdDefaultInterest[];
  /** 92I CFD Ad Hoc Payment, any number. */
  readonly cfdAdHocPayment?: readonly CfdAdHocPayment[];
};

/** Group 88I CFD Billing Period. */
export type CfdBillingPeriod = {
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** J0146 Settlement Code, CHAR(2). */
  readonly settlementCode: J0146;
  /** J1891 Aggregate Difference Amount, ±NUM(14,2). */
  readonly aggregateDifferenceAmount: string;
  /** J1990 Reconciliation Amount, ±NUM(14,2). */
  readonly reconciliationAmount?: string;
  /** J1931 Compensatory Interest, ±NUM(14,2). */
  readonly compensatoryInterest?: string;
  /** J2290 Phase Multiplier, NUM(14,13). */
  readonly phaseMultiplier?: string;
  /** J2291 Phase Total Installed Capacity, NUM(13,3). */
  readonly phaseTotalInstalledCapacity?: string;
  /** J2292 Project Total Installed Capacity, NUM(13,3). */
  readonly projectTotalInstalledCapacity?: string;
  /** 89I CFD Settlement Unit, 1 or more. */
  readonly cfdSettlementUnit: readonly CfdSettlementUnit[];
};

/** Group 89I CFD Settlement Unit. */
export type CfdSettlementUnit = {
  /** J2004 Settlement Unit Id, NUM(2). */
  readonly settlementUnitId: string;
  /** J1967 Metered Volume, ±NUM(13,3). */
  readonly meteredVolume: string;
  /** J1947 DSF Unit Metered Volume, ±NUM(13,3). */
  readonly dsfUnitMeteredVolume?: string;
  /** J1945 DSF Station Load, ±NUM(13,3). */
  readonly dsfStationLoad?: string;
  /** J1946 DSF Station Load Proportion, NUM(8,7). */
  readonly dsfStationLoadProportion?: string;
  /** J0252 Transmission Loss Multiplier, ±NUM(10,9). */
  readonly transmissionLossMultiplier: string;
  /** J2000 Reference Price, ±NUM(11,6). */
  readonly referencePrice: string;
  /** J2293 Rolling Negative Price Period, BOOLEAN. */
  readonly rollingNegativePricePeriod: "T" | "F";
  /** J2005 Strike Price, ±NUM(11,6). */
  readonly strikePrice: string;
  /** J2287 Maximum Contract Capacity, NUM(13,3). */
  readonly maximumContractCapacity: string;
  /** J2001 Renewable Qualifying Multiplier, NUM(8,7). */
  readonly renewableQualifyingMultiplier?: string;
  /** J2002 Renewable Qualifying Multiplier Type, CHAR(1). */
  readonly renewableQualifyingMultiplierType?: string;
  /** J1915 CHP Qualifying Multiplier, NUM(8,7). */
  readonly chpQualifyingMultiplier?: string;
  /** J1943 Difference, ±NUM(11,6). */
  readonly difference: string;
  /** J1944 Difference Amount, ±NUM(14,2). */
  readonly differenceAmount: string;
  /** CME CFD Metered Entity Settlement Unit, 1 or more. */
  readonly cfdMeteredEntitySettlementUnit: readonly CfdMeteredEntitySettlementUnit[];
};

/** Group CME CFD Metered Entity Settlement Unit. */
export type CfdMeteredEntitySettlementUnit = {
  /** J2288 Metered Entity Id, CHAR(25). */
  readonly meteredEntityId: string;
  /** J2289 Metered Entity Metered Volume, ±NUM(13,3). */
  readonly meteredEntityMeteredVolume: string;
  /** J0252 Transmission Loss Multiplier, ±NUM(10,9). */
  readonly transmissionLossMultiplier?: string;
  /** J0156 Line Loss Factor, NUM(5,3). */
  readonly lineLossFactor?: string;
};

/** Group 90I CFD Default Interest. */
export type CfdDefaultInterest = {
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
  /** 91I CFD Default Interest Rate, 1 or more. */
  readonly cfdDefaultInterestRate: readonly CfdDefaultInterestRate[];
};

/** Group 91I CFD Default Interest Rate. */
export type CfdDefaultInterestRate = {
  /** J1958 Interest Rate Effective Date, DATE. */
  readonly interestRateEffectiveDate: string;
  /** J1957 Interest Rate, NUM(8,4). */
  readonly interestRate: string;
};

/** Group 92I CFD Ad Hoc Payment. */
export type CfdAdHocPayment = {
  /** J2179 CFD Ad Hoc Payment Description, CHAR(250). */
  readonly cfdAdHocPaymentDescription?: string;
  /** J1934 Curtailment Compensation Amount, ±NUM(14,2). */
  readonly curtailmentCompensationAmount?: string;
  /** J2018 Termination Amount, ±NUM(14,2). */
  readonly terminationAmount?: string;
  /** J1989 Qualifying Change in Law Amount, ±NUM(14,2). */
  readonly qualifyingChangeInLawAmount?: string;
  /** J1953 Generation Tax Amount, ±NUM(14,2). */
  readonly generationTaxAmount?: string;
  /** J2180 Sustainability Change in Law Amount, ±NUM(14,2). */
  readonly sustainabilityChangeInLawAmount?: string;
  /** J2181 Other CFD Ad Hoc Payment, ±NUM(14,2). */
  readonly otherCfdAdHocPayment?: string;
  /** J1931 Compensatory Interest, ±NUM(14,2). */
  readonly compensatoryInterest?: string;
  /** J2182 Compensatory Interest From Date, DATE. */
  readonly compensatoryInterestFromDate?: string;
  /** J2183 Compensatory Interest To Date, DATE. */
  readonly compensatoryInterestToDate?: string;
};
