// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0352 version 001: Notification of Physical Disconnections.
 * A message is an occurrence of group 04I MPAN Details.
 */
export type D0352001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J1847 Disconnection Type Indicator, CHAR(1). */
  readonly disconnectionTypeIndicator: string;
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId?: string;
  /** J1849 Earliest Planned Disconnection Date, DATE. */
  readonly earliestPlannedDisconnectionDate: string;
  /** J1036 Metering Point Address Line 1, CHAR(40), inferred. */
  readonly meteringPointAddressLine1?: string;
  /** J1037 Metering Point Address Line 2, CHAR(40), inferred. */
  readonly meteringPointAddressLine2?: string;
  /** J1038 Metering Point Address Line 3, CHAR(40), inferred. */
  readonly meteringPointAddressLine3?: string;
  /** J1039 Metering Point Address Line 4, CHAR(40), inferred. */
  readonly meteringPointAddressLine4?: string;
  /** J1040 Metering Point Address Line 5, CHAR(40), inferred. */
  readonly meteringPointAddressLine5?: string;
  /** J1041 Metering Point Address Line 6, CHAR(40), inferred. */
  readonly meteringPointAddressLine6?: string;
  /** J1042 Metering Point Address Line 7, CHAR(40), inferred. */
  readonly meteringPointAddressLine7?: string;
  /** J1043 Metering Point Address Line 8, CHAR(40), inferred. */
  readonly meteringPointAddressLine8?: string;
  /** J1044 Metering Point Address Line 9, CHAR(40), inferred. */
  readonly meteringPointAddressLine9?: string;
  /** J0263 Metering Point Postcode, CHAR(10), inferred. */
  readonly meteringPointPostcode?: string;
  /** 01I Programme Details, 1. */
  readonly programmeDetails: ProgrammeDetails;
  /** 02I Primary Site Contact Details, 1. */
  readonly primarySiteContactDetails: PrimarySiteContactDetails;
};

/** Group 01I Programme Details. */
export type ProgrammeDetails = {
  /** J1846 Distribution Business Unique Reference, CHAR(13). */
  readonly distributionBusinessUniqueReference: string;
  /** J1860 Requestor Contact Name, CHAR(50). */
  readonly requestorContactName: string;
  /** J1861 Requestor Telephone Number, CHAR(14). */
  readonly requestorTelephoneNumber: string;
  /** J1850 Requestor Address Line 1, CHAR(40), inferred. */
  readonly requestorAddressLine1?: string;
  /** J1851 Requestor Address Line 2, CHAR(40), inferred. */
  readonly requestorAddressLine2?: string;
  /** J1852 Requestor Address Line 3, CHAR(40), inferred. */
  readonly requestorAddressLine3?: string;
  /** J1853 Requestor Address Line 4, CHAR(40), inferred. */
  readonly requestorAddressLine4?: string;
  /** J1854 Requestor Address Line 5, CHAR(40), inferred. */
  readonly requestorAddressLine5?: string;
  /** J1855 Requestor Address Line 6, CHAR(40), inferred. */
  readonly requestorAddressLine6?: string;
  /** J1856 Requestor Address Line 7, CHAR(40), inferred. */
  readonly requestorAddressLine7?: string;
  /** J1857 Requestor Address Line 8, CHAR(40), inferred. */
  readonly requestorAddressLine8?: string;
  /** J1858 Requestor Address Line 9, CHAR(40), inferred. */
  readonly requestorAddressLine9?: string;
  /** J1859 Requestor Address Postcode, CHAR(10), inferred. */
  readonly requestorAddressPostcode?: string;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
  /** J1848 Evidence of Site Ownership, BOOLEAN. */
  readonly evidenceOfSiteOwnership: "T" | "F";
};

/** Group 02I Primary Site Contact Details. */
export type PrimarySiteContactDetails = {
  /** J0489 Contact Name, CHAR(50). */
  readonly contactName: string;
  /** J0490 Contact Telephone Number, CHAR(14). */
  readonly contactTelephoneNumber?: string;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
  /** 03I Secondary Site Contact Details, any number. */
  readonly secondarySiteContactDetails?: readonly SecondarySiteContactDetails[];
};

/** Group 03I Secondary Site Contact Details. */
export type SecondarySiteContactDetails = {
  /** J0489 Contact Name, CHAR(50). */
  readonly contactName: string;
  /** J0490 Contact Telephone Number, CHAR(14). */
  readonly contactTelephoneNumber?: string;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
};
