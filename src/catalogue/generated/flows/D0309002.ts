// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0309 version 002: Confirmation of Debt Assigned.
 * A message is an occurrence of group 96C Customer Details.
 */
export type D0309002 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** 97C Final Debt Details, 0 or 1, conditional. */
  readonly finalDebtDetails?: FinalDebtDetails;
  /** 64M Response Code, 0 or 1, conditional. */
  readonly responseCode?: ResponseCode;
};

/** Group 97C Final Debt Details. */
export type FinalDebtDetails = {
  /** J0547 Debt Recovery Rate, NUM(5,2). */
  readonly debtRecoveryRate: string;
  /** J1695 Estimated Total Debt Outstanding, NUM(7,2). */
  readonly estimatedTotalDebtOutstanding: string;
  /** J0544 Total Debt Outstanding, NUM(7,2). */
  readonly totalDebtOutstanding: string;
  /** J1698 Amount of VAT, NUM(7,2). */
  readonly amountOfVat: string;
  /** J1697 Factored Total Payment, NUM(7,2). */
  readonly factoredTotalPayment: string;
};

/** Group 64M Response Code. */
export type ResponseCode = {
  /** J2250 DAP Response Code, CHAR(1). */
  readonly dapResponseCode: string;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
};
