// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0306 version 002: Request for Debt Information.
 * A message is an occurrence of group 87C Metering Point / Customer Details.
 */
export type D0306002 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J2248 Customer Title, CHAR(100). */
  readonly customerTitle?: string;
  /** J2246 Customer Forename, CHAR(100). */
  readonly customerForename?: string;
  /** J2247 Customer Surname, CHAR(100). */
  readonly customerSurname: string;
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
  /** 61M Rejection Reason, 0 or 1, conditional. */
  readonly rejectionReason?: RejectionReason;
};

/** Group 61M Rejection Reason. */
export type RejectionReason = {
  /** J2249 DAP Rejection Code, CHAR(1). */
  readonly dapRejectionCode: string;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
};
