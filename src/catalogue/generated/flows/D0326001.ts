// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0326 version 001: Green Deal Licensee Update to Bill Payer Details.
 * A message is an occurrence of group 11H GD Bill Payer Update.
 */
export type D0326001 = {
  /** J1813 Green Deal MPAN Core, NUM(13), inferred. */
  readonly greenDealMpanCore: string;
  /** J1818 Party Instruction Number, NUM(20). */
  readonly partyInstructionNumber: string;
  /** J1742 Bill Payer Details EFD, DATE. */
  readonly billPayerDetailsEfd: string;
  /** J1745 Change of Account Indicator, CHAR(1). */
  readonly changeOfAccountIndicator: string;
  /** 12H GD Bill Payer Details, any number. */
  readonly gdBillPayerDetails?: readonly GdBillPayerDetails[];
  /** 13H Mailing Address Information, 0 or 1. */
  readonly mailingAddressInformation?: MailingAddressInformation;
};

/** Group 12H GD Bill Payer Details. */
export type GdBillPayerDetails = {
  /** J1743 Bill Payer Name, CHAR(100). */
  readonly billPayerName: string;
  /** J1744 Bill Payer Telephone Number, CHAR(14). */
  readonly billPayerTelephoneNumber?: string;
  /** J1746 Company Registration Number, CHAR(20). */
  readonly companyRegistrationNumber?: string;
};

/** Group 13H Mailing Address Information. */
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
