// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0303 version 002: Notification of Meter Operator, Supplier and Metering Assets installed / removed by the MOP to the MAP.
 * A message is an occurrence of group 73C MPAN Cores.
 */
export type D0303002 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0210 Effective from Date {MOA}, DATE. */
  readonly effectiveFromDateMoa: string;
  /** J0360 Effective to Date {MOA}, DATE. */
  readonly effectiveToDateMoa?: string;
  /** J1680 Date of Installation / Removal of Timing Device / Associated Equipment, DATE. */
  readonly dateOfInstallationRemovalOfTimingDeviceAssociatedEquipment?: string;
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
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** J0049 Effective from Settlement Date {REGI}, DATE. */
  readonly effectiveFromSettlementDateRegi?: string;
  /** J1681 MAP Contract Reference, CHAR(10). */
  readonly mapContractReference?: string;
  /** J0274 Service Reference, CHAR(4). */
  readonly serviceReference?: string;
  /** J0275 Service Level Reference, CHAR(4). */
  readonly serviceLevelReference?: string;
  /** J1194 New Supplier Id, CHAR(4), inferred. */
  readonly newSupplierId?: string;
  /** 72C Meter Operator Details, 1. */
  readonly meterOperatorDetails: MeterOperatorDetails;
  /** 74C Meter Details, 1 or more. */
  readonly meterDetails: readonly MeterDetails[];
};

/** Group 72C Meter Operator Details. */
export type MeterOperatorDetails = {
  /** J0178 Meter Operator Id, CHAR(4). */
  readonly meterOperatorId: string;
};

/** Group 74C Meter Details. */
export type MeterDetails = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** J0410 Manufacturers Make & Type, CHAR(60). */
  readonly manufacturersMakeType?: string;
  /** J0848 Date of Meter Installation, DATE. */
  readonly dateOfMeterInstallation?: string;
  /** J0716 Timing Device Id (Serial Number), CHAR(10). */
  readonly timingDeviceIdSerialNumber?: string;
  /** 75C Associated Equipment Details, any number. */
  readonly associatedEquipmentDetails?: readonly AssociatedEquipmentDetails[];
  /** 76C Removal Date, 0 or 1. */
  readonly removalDate?: RemovalDate;
};

/** Group 75C Associated Equipment Details. */
export type AssociatedEquipmentDetails = {
  /** J1678 Associated Equipment Type, CHAR(4). */
  readonly associatedEquipmentType: string;
  /** J1679 Associated Equipment Serial Number, CHAR(16). */
  readonly associatedEquipmentSerialNumber: string;
};

/** Group 76C Removal Date. */
export type RemovalDate = {
  /** J1269 Date of Meter Removal, DATE. */
  readonly dateOfMeterRemoval: string;
};
