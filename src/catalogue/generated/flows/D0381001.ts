// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0381 version 001: Metering Point Address Update.
 * A message is an occurrence of group 69L MPAN Core.
 */
export type D0381001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
  /** 70L Contact Details, 0 or 1. */
  readonly contactDetails?: ContactDetails;
  /** 71L Current Metering Point Address, 1. */
  readonly currentMeteringPointAddress: CurrentMeteringPointAddress;
  /** 73L Response, 0 or 1, conditional. */
  readonly response?: Response;
};

/** Group 70L Contact Details. */
export type ContactDetails = {
  /** J1860 Requestor Contact Name, CHAR(50). */
  readonly requestorContactName?: string;
  /** J1861 Requestor Telephone Number, CHAR(14). */
  readonly requestorTelephoneNumber?: string;
  /** J2211 Requestor Contact Email, CHAR(100). */
  readonly requestorContactEmail?: string;
};

/** Group 71L Current Metering Point Address. */
export type CurrentMeteringPointAddress = {
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
  /** 72L Proposed Metering Point Address, 1. */
  readonly proposedMeteringPointAddress: ProposedMeteringPointAddress;
};

/** Group 72L Proposed Metering Point Address. */
export type ProposedMeteringPointAddress = {
  /** J1026 Address Line 1, CHAR(40). */
  readonly addressLine1?: string;
  /** J1027 Address Line 2, CHAR(40). */
  readonly addressLine2?: string;
  /** J1028 Address Line 3, CHAR(40). */
  readonly addressLine3?: string;
  /** J1029 Address Line 4, CHAR(40). */
  readonly addressLine4?: string;
  /** J1030 Address Line 5, CHAR(40). */
  readonly addressLine5?: string;
  /** J1031 Address Line 6, CHAR(40). */
  readonly addressLine6?: string;
  /** J1032 Address Line 7, CHAR(40). */
  readonly addressLine7?: string;
  /** J1033 Address Line 8, CHAR(40). */
  readonly addressLine8?: string;
  /** J1034 Address Line 9, CHAR(40). */
  readonly addressLine9?: string;
  /** J0757 Postcode, CHAR(10). */
  readonly postcode?: string;
};

/** Group 73L Response. */
export type Response = {
  /** J2212 Response Code, CHAR(1). */
  readonly responseCode: string;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
};
