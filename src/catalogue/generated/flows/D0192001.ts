// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0022, J0024, J0080, J0171 } from "../codes.ts";

/**
 * D0192 version 001: Readings and Settings from a Token or Key Meter.
 * A message is an occurrence of group 392 Customer Details.
 */
export type D0192001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0045 Meter Reading Flag, BOOLEAN. */
  readonly meterReadingFlag: "T" | "F";
  /** J0022 BSC Validation Status, CHAR(1). */
  readonly bscValidationStatus: J0022;
  /** 22B Site Visit Information, any number. */
  readonly siteVisitInformation?: readonly SiteVisitInformation[];
  /** 393 Meter Details, 1 or more. */
  readonly meterDetails: readonly MeterDetails[];
};

/** Group 22B Site Visit Information. */
export type SiteVisitInformation = {
  /** J0024 Site Visit Check Code, CHAR(2). */
  readonly siteVisitCheckCode: J0024;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
};

/** Group 393 Meter Details. */
export type MeterDetails = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** J0080 Energisation Status, CHAR(1). */
  readonly energisationStatus: J0080;
  /** J0537 Credit Balance, ±NUM(5,2). */
  readonly creditBalance: string;
  /** J0543 Standing Charge, NUM(5,2). */
  readonly standingCharge: string;
  /** J0539 Total Credit Accepted, NUM(7,2). */
  readonly totalCreditAccepted: string;
  /** J0544 Total Debt Outstanding, NUM(7,2). */
  readonly totalDebtOutstanding: string;
  /** J0547 Debt Recovery Rate, NUM(5,2). */
  readonly debtRecoveryRate: string;
  /** J0545 Emergency Credit Status, BOOLEAN. */
  readonly emergencyCreditStatus?: "T" | "F";
  /** J0540 Total Tokens Inserted, NUM(5). */
  readonly totalTokensInserted?: string;
  /** 23B Site Visit Information, any number. */
  readonly siteVisitInformation?: readonly SiteVisitInformation23B[];
  /** 394 Meter Register Detail per Meter, 1 or more. */
  readonly meterRegisterDetailPerMeter: readonly MeterRegisterDetailPerMeter[];
};

/** Group 23B Site Visit Information. */
export type SiteVisitInformation23B = {
  /** J0024 Site Visit Check Code, CHAR(2). */
  readonly siteVisitCheckCode: J0024;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
};

/** Group 394 Meter Register Detail per Meter. */
export type MeterRegisterDetailPerMeter = {
  /** J0010 Meter Register Id, CHAR(2). */
  readonly meterRegisterId: string;
  /** J0016 Reading Date & Time, DATETIME. */
  readonly readingDateTime: string;
  /** J0171 Reading Type, CHAR(1). */
  readonly readingType: J0171;
  /** J0040 Register Reading, NUM(9,1). */
  readonly registerReading: string;
  /** J0542 Prepayment Unit Rate, NUM(5,2). */
  readonly prepaymentUnitRate: string;
  /** 24B Site Visit Information, any number. */
  readonly siteVisitInformation?: readonly SiteVisitInformation24B[];
};

/** Group 24B Site Visit Information. */
export type SiteVisitInformation24B = {
  /** J0024 Site Visit Check Code, CHAR(2). */
  readonly siteVisitCheckCode: J0024;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
};
