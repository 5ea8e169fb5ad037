// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0302 version 002: Notification of Customer Details.
 * A message is an occurrence of group 68C MPAN Cores.
 */
export type D0302002 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0049 Effective from Settlement Date {REGI}, DATE. */
  readonly effectiveFromSettlementDateRegi: string;
  /** 69C Customer Details, 0 or 1. */
  readonly customerDetails?: CustomerDetails;
  /** 15J Contact Name, any number. */
  readonly contactName?: readonly ContactName[];
  /** 70C Mailing Address, 0 or 1. */
  readonly mailingAddress?: MailingAddress;
};

/** Group 69C Customer Details. */
export type CustomerDetails = {
  /** J0375 Customer Name, CHAR(100). */
  readonly customerName: string;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
  /** J0693 Customer Password, CHAR(10). */
  readonly customerPassword?: string;
  /** J0694 Customer Password Effective from Date, DATE. */
  readonly customerPasswordEffectiveFromDate?: string;
  /** J0692 Special Access, CHAR(40). */
  readonly specialAccess?: string;
  /** J1011 Maximum Power Requirement, NUM(6). */
  readonly maximumPowerRequirement?: string;
};

/** Group 15J Contact Name. */
export type ContactName = {
  /** J0489 Contact Name, CHAR(50). */
  readonly contactName: string;
  /** J1845 Customer Preferred Contact Method, CHAR(1). */
  readonly customerPreferredContactMethod?: string;
  /** 16J Contact Telephone, any number. */
  readonly contactTelephone?: readonly ContactTelephone[];
  /** 17J Contact Email, any number. */
  readonly contactEmail?: readonly ContactEmail[];
};

/** Group 16J Contact Telephone. */
export type ContactTelephone = {
  /** J0490 Contact Telephone Number, CHAR(14). */
  readonly contactTelephoneNumber: string;
  /** J0491 Contact Fax Number, CHAR(14). */
  readonly contactFaxNumber?: string;
};

/** Group 17J Contact Email. */
export type ContactEmail = {
  /** J2060 Contact Email, CHAR(100). */
  readonly contactEmail: string;
};

/** Group 70C Mailing Address. */
export type MailingAddress = {
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
