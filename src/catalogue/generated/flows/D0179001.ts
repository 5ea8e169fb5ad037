// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0024, J0080, J0691 } from "../codes.ts";

/**
 * D0179 version 001: Confirmation of Energisation/De-Energisation of Prepayment Meter.
 * A message is an occurrence of group 368 MPAN Cores.
 */
export type D0179001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0024 Site Visit Check Code, CHAR(2). */
  readonly siteVisitCheckCode?: J0024;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
  /** J0691 Failure Reason Code, CHAR(3). */
  readonly failureReasonCode?: J0691;
  /** J0685 Tariff Code, NUM(4). */
  readonly tariffCode?: string;
  /** 369 Meters Details per MPAN Core, 1 or more. */
  readonly metersDetailsPerMpanCore: readonly MetersDetailsPerMpanCore[];
};

/** Group 369 Meters Details per MPAN Core. */
export type MetersDetailsPerMpanCore = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** J0080 Energisation Status, CHAR(1). */
  readonly energisationStatus: J0080;
  /** J1022 Prepayment Meter Shutdown Status, BOOLEAN. */
  readonly prepaymentMeterShutdownStatus: "T" | "F";
  /** J0173 Reason for Request, CHAR(100). */
  readonly reasonForRequest: string;
  /** J0014 Date of Action, DATE. */
  readonly dateOfAction: string;
  /** J0537 Credit Balance, ±NUM(5,2). */
  readonly creditBalance: string;
  /** J0539 Total Credit Accepted, NUM(7,2). */
  readonly totalCreditAccepted?: string;
  /** J0540 Total Tokens Inserted, NUM(5). */
  readonly totalTokensInserted?: string;
  /** J0545 Emergency Credit Status, BOOLEAN. */
  readonly emergencyCreditStatus?: "T" | "F";
  /** J0544 Total Debt Outstanding, NUM(7,2). */
  readonly totalDebtOutstanding?: string;
  /** J0547 Debt Recovery Rate, NUM(5,2). */
  readonly debtRecoveryRate?: string;
  /** J0543 Standing Charge, NUM(5,2). */
  readonly standingCharge: string;
  /** 370 Register Detail per Meter, 1 or more. */
  readonly registerDetailPerMeter: readonly RegisterDetailPerMeter[];
};

/** Group 370 Register Detail per Meter. */
export type RegisterDetailPerMeter = {
  /** J0010 Meter Register Id, CHAR(2). */
  readonly meterRegisterId: string;
  /** J0040 Register Reading, NUM(9,1). */
  readonly registerReading: string;
  /** J0542 Prepayment Unit Rate, NUM(5,2). */
  readonly prepaymentUnitRate: string;
};
