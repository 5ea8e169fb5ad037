// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0307 version 002: Debt Information.
 * A message is an occurrence of group 90C Customer Details.
 */
export type D0307002 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J1694 Complex Debt Indicator, BOOLEAN. */
  readonly complexDebtIndicator: "T" | "F";
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
  /** 91C Debt Details, 0 or 1, conditional. */
  readonly debtDetails?: DebtDetails;
  /** 62M Rejection Reason, 0 or 1, conditional. */
  readonly rejectionReason?: RejectionReason;
};

/** Group 91C Debt Details. */
export type DebtDetails = {
  /** J0547 Debt Recovery Rate, NUM(5,2). */
  readonly debtRecoveryRate: string;
  /** J1695 Estimated Total Debt Outstanding, NUM(7,2). */
  readonly estimatedTotalDebtOutstanding: string;
};

/** Group 62M Rejection Reason. */
export type RejectionReason = {
  /** J2249 DAP Rejection Code, CHAR(1). */
  readonly dapRejectionCode: string;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
};
