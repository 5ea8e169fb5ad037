// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0342 version 001: Notice of Collection Cessation.
 * The whole file is one message.
 */
export type D0342001 = {
  /** 46H GD Remittance Party Information, 1. */
  readonly gdRemittancePartyInformation: GdRemittancePartyInformation;
};

/** Group 46H GD Remittance Party Information. */
export type GdRemittancePartyInformation = {
  /** J1803 GD Remittance Processor MPID, CHAR(4). */
  readonly gdRemittanceProcessorMpid: string;
  /** J1783 GD Licensee MPID, CHAR(4). */
  readonly gdLicenseeMpid: string;
  /** 47H GD Cessation Information, 1 or more. */
  readonly gdCessationInformation: readonly GdCessationInformation[];
};

/** Group 47H GD Cessation Information. */
export type GdCessationInformation = {
  /** J1792 GD Plan ID, CHAR(12). */
  readonly gdPlanId: string;
  /** J1789 GD Payment Period End Date, DATE. */
  readonly gdPaymentPeriodEndDate: string;
  /** J1807 GD Total Charges Not Collected, ±NUM(7,2). */
  readonly gdTotalChargesNotCollected: string;
  /** J1773 GD Cease Collection Reason Code, CHAR(3). */
  readonly gdCeaseCollectionReasonCode: string;
  /** 48H Last Mailing Address Information, 1. */
  readonly lastMailingAddressInformation: LastMailingAddressInformation;
};

/** Group 48H Last Mailing Address Information. */
export type LastMailingAddressInformation = {
  /** J1744 Bill Payer Telephone Number, CHAR(14). */
  readonly billPayerTelephoneNumber?: string;
  /** J1046 Mailing Address Line 1, CHAR(40), inferred. */
  readonly mailingAddressLine1?: string;
  /** J1047 Mailing Address Line 2, CHAR(40), inferred. */
  readonly mailingAddressLine2?: string;
  /** J1048 Mailing Address Line 3, CHAR(40), inferred. */
  readonly mailingAddressLine3?: string;
  /** J1049 Mailing Address Line 4, CHAR(40), inferred. */
  readonly mailingAddressLine4?: string;
  /** J1050 Mailing Address Line 5, CHAR(40), inferred. */
  readonly mailingAddressLine5?: string;
  /** J1051 Mailing Address Line 6, CHAR(40), inferred. */
  readonly mailingAddressLine6?: string;
  /** J1052 Mailing Address Line 7, CHAR(40), inferred. */
  readonly mailingAddressLine7?: string;
  /** J1053 Mailing Address Line 8, CHAR(40), inferred. */
  readonly mailingAddressLine8?: string;
  /** J1054 Mailing Address Line 9, CHAR(40), inferred. */
  readonly mailingAddressLine9?: string;
  /** J0566 Mailing Address Postcode, CHAR(10), inferred. */
  readonly mailingAddressPostcode?: string;
};
