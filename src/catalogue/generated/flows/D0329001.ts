// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0329 version 001: Response to Green Deal Remittance Details.
 * The whole file is one message.
 */
export type D0329001 = {
  /** 19H Payment Transaction Remittance Reference Data, 1. */
  readonly paymentTransactionRemittanceReferenceData: PaymentTransactionRemittanceReferenceData;
  /** 20H Payment Transaction Response Codes, 1. */
  readonly paymentTransactionResponseCodes: PaymentTransactionResponseCodes;
};

/** Group 19H Payment Transaction Remittance Reference Data. */
export type PaymentTransactionRemittanceReferenceData = {
  /** J1797 GD Payment Transaction Remittance Reference, CHAR(20). */
  readonly gdPaymentTransactionRemittanceReference: string;
  /** J1803 GD Remittance Processor MPID, CHAR(4). */
  readonly gdRemittanceProcessorMpid: string;
  /** J1783 GD Licensee MPID, CHAR(4). */
  readonly gdLicenseeMpid: string;
};

/** Group 20H Payment Transaction Response Codes. */
export type PaymentTransactionResponseCodes = {
  /** J1799 GD Payment Transaction Response Code, CHAR(3). */
  readonly gdPaymentTransactionResponseCode: string;
  /** J1796 GD Payment Transaction Records Rejected, NUM(7). */
  readonly gdPaymentTransactionRecordsRejected?: string;
  /** 21H Remittance Lines Rejected, any number. */
  readonly remittanceLinesRejected?: readonly RemittanceLinesRejected[];
};

/** Group 21H Remittance Lines Rejected. */
export type RemittanceLinesRejected = {
  /** J1792 GD Plan ID, CHAR(12). */
  readonly gdPlanId: string;
  /** J1798 GD Payment Transaction Remittance Rejection Code, CHAR(3). */
  readonly gdPaymentTransactionRemittanceRejectionCode: string;
};
