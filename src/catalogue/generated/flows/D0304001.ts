// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0304 version 001: Notification of Meter Asset Provider.
 * A message is an occurrence of group 78C MPAN Cores.
 */
export type D0304001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
  /** J0048 Contract Reference, CHAR(10). */
  readonly contractReference?: string;
  /** J0274 Service Reference, CHAR(4). */
  readonly serviceReference?: string;
  /** J0275 Service Level Reference, CHAR(4). */
  readonly serviceLevelReference?: string;
  /** 77C New MAP Details, 1. */
  readonly newMapDetails: NewMapDetails;
  /** 79C Meter Details, 1 or more. */
  readonly meterDetails: readonly MeterDetails[];
  /** 72M MPAS Response, any number, conditional. */
  readonly mpasResponse?: readonly MpasResponse[];
};

/** Group 77C New MAP Details. */
export type NewMapDetails = {
  /** J1677 Meter Asset Provider Id, CHAR(4), inferred. */
  readonly meterAssetProviderId: string;
  /** J1682 Effective from Date {MAPA}, DATE. */
  readonly effectiveFromDateMapa: string;
};

/** Group 79C Meter Details. */
export type MeterDetails = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** J0410 Manufacturers Make & Type, CHAR(60). */
  readonly manufacturersMakeType: string;
  /** J0716 Timing Device Id (Serial Number), CHAR(10). */
  readonly timingDeviceIdSerialNumber?: string;
  /** 80C Associated Equipment Details, any number. */
  readonly associatedEquipmentDetails?: readonly AssociatedEquipmentDetails[];
};

/** Group 80C Associated Equipment Details. */
export type AssociatedEquipmentDetails = {
  /** J1678 Associated Equipment Type, CHAR(4). */
  readonly associatedEquipmentType: string;
  /** J1679 Associated Equipment Serial Number, CHAR(16). */
  readonly associatedEquipmentSerialNumber: string;
};

/** Group 72M MPAS Response. */
export type MpasResponse = {
  /** J2255 MPAS D0304 Response Code, CHAR(1). */
  readonly mpasD0304ResponseCode: string;
};
