// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0396 version 001: SIP Event Completed.
 * A message is an occurrence of group 93M MPAN Cores.
 */
export type D0396001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0014 Date of Action, DATE. */
  readonly dateOfAction: string;
  /** 92M SIP Details, 1. */
  readonly sipDetails: SipDetails;
  /** 94M Metering Point Address, 1. */
  readonly meteringPointAddress: MeteringPointAddress;
  /** 95M SIP Additional Needs Information, any number. */
  readonly sipAdditionalNeedsInformation?: readonly SipAdditionalNeedsInformation[];
};

/** Group 92M SIP Details. */
export type SipDetails = {
  /** J2320 SIP ID, CHAR(4). */
  readonly sipId: string;
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
};

/** Group 94M Metering Point Address. */
export type MeteringPointAddress = {
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
};

/** Group 95M SIP Additional Needs Information. */
export type SipAdditionalNeedsInformation = {
  /** J2321 SIP ANI - Medical Dependency on Electricity, BOOLEAN. */
  readonly sipAniMedicalDependencyOnElectricity: "T" | "F";
  /** J2322 SIP ANI - Third Party Presence Required, BOOLEAN. */
  readonly sipAniThirdPartyPresenceRequired: "T" | "F";
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
};
