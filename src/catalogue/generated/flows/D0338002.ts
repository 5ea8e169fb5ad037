// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0338 version 002: Update to Bill Payer Details.
 * The whole file is one message.
 */
export type D0338002 = {
  /** 37H Update GD Bill Payer, 1 or more. */
  readonly updateGdBillPayer: readonly UpdateGdBillPayer[];
};

/** Group 37H Update GD Bill Payer. */
export type UpdateGdBillPayer = {
  /** J1792 GD Plan ID, CHAR(12). */
  readonly gdPlanId: string;
  /** J1809 GDCC Instruction Number, NUM(20). */
  readonly gdccInstructionNumber: string;
  /** J1742 Bill Payer Details EFD, DATE. */
  readonly billPayerDetailsEfd: string;
  /** J1745 Change of Account Indicator, CHAR(1). */
  readonly changeOfAccountIndicator: string;
  /** J1783 GD Licensee MPID, CHAR(4). */
  readonly gdLicenseeMpid: string;
  /** J2214 Current GD Licensee EFD, DATE. */
  readonly currentGdLicenseeEfd: string;
  /** J2213 Previous GD Licensee MPID, CHAR(4). */
  readonly previousGdLicenseeMpid?: string;
  /** 38H GD Bill Payer Details, any number. */
  readonly gdBillPayerDetails?: readonly GdBillPayerDetails[];
  /** 39H Mailing Address Information, 0 or 1. */
  readonly mailingAddressInformation?: MailingAddressInformation;
};

/** Group 38H GD Bill Payer Details. */
export type GdBillPayerDetails = {
  /** J1743 Bill Payer Name, CHAR(100). */
  readonly billPayerName: string;
  /** J1744 Bill Payer Telephone Number, CHAR(14). */
  readonly billPayerTelephoneNumber?: string;
  /** J1746 Company Registration Number, CHAR(20). */
  readonly companyRegistrationNumber?: string;
};

/** Group 39H Mailing Address Information. */
export type MailingAddressInformation = {
  /** J1674 Delete Mailing Address Data Held, CHAR(1). */
  readonly deleteMailingAddressDataHeld?: string;
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
