// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0146 } from "../codes.ts";

/**
 * D0363 version 002: CFD Supplier Credit Cover Report.
 * The whole file is one message.
 */
export type D0363002 = {
  /** 68I CFD Credit Cover, 1. */
  readonly cfdCreditCover: CfdCreditCover;
};

/** Group 68I CFD Credit Cover. */
export type CfdCreditCover = {
  /** J1889 EMR Party Id, CHAR(8). */
  readonly emrPartyId: string;
  /** J2048 Supplier Credit Cover Report Date, DATE. */
  readonly supplierCreditCoverReportDate: string;
  /** J2022 Total Credit Cover, NUM(14,2). */
  readonly totalCreditCover: string;
  /** J2021 Total Cash Credit Cover, NUM(14,2). */
  readonly totalCashCreditCover: string;
  /** J2028 Total Letters of Credit, NUM(14,2). */
  readonly totalLettersOfCredit: string;
  /** J1968 Minimum Credit Cover, ±NUM(14,2). */
  readonly minimumCreditCover: string;
  /** J2016 Surplus Credit Cover, ±NUM(14,2). */
  readonly surplusCreditCover: string;
  /** J1993 Reference Period Start Date, DATE. */
  readonly referencePeriodStartDate: string;
  /** J1992 Reference Period End Date, DATE. */
  readonly referencePeriodEndDate: string;
  /** 69I Minimum Credit Cover Detail, any number. */
  readonly minimumCreditCoverDetail?: readonly MinimumCreditCoverDetail[];
  /** 70I Letter of Credit, any number. */
  readonly letterOfCredit?: readonly LetterOfCredit[];
};

/** Group 69I Minimum Credit Cover Detail. */
export type MinimumCreditCoverDetail = {
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** J0146 Settlement Code, CHAR(2). */
  readonly settlementCode: J0146;
  /** J1959 Interim Levy Payment, NUM(14,2). */
  readonly interimLevyPayment: string;
  /** J1910 CFD Levy Rate, NUM(11,6). */
  readonly cfdLevyRate: string;
  /** J1904 CFD Daily Supplier Chargeable Demand, ±NUM(13,3). */
  readonly cfdDailySupplierChargeableDemand: string;
  /** J1905 CFD Daily Supplier EII Excluded Demand, NUM(13,3). */
  readonly cfdDailySupplierEiiExcludedDemand: string;
};

/** Group 70I Letter of Credit. */
export type LetterOfCredit = {
  /** J1963 LoC Id, CHAR(60). */
  readonly locId: string;
  /** J1962 LoC Amount, NUM(14,2). */
  readonly locAmount: string;
  /** J1964 LoC Valid, BOOLEAN. */
  readonly locValid: "T" | "F";
  /** J2057 LoC Expiry Date, DATE. */
  readonly locExpiryDate?: string;
};
