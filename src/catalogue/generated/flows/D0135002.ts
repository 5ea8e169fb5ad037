// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0419, J1824 } from "../codes.ts";

/**
 * D0135 version 002: Asset Condition Report.
 * A message is an occurrence of group 257 MPAN Cores.
 */
export type D0135002 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
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
  /** J0489 Contact Name, CHAR(50). */
  readonly contactName?: string;
  /** J0490 Contact Telephone Number, CHAR(14). */
  readonly contactTelephoneNumber?: string;
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** 258 Meters per MPAN Core, 1 or more. */
  readonly metersPerMpanCore: readonly MetersPerMpanCore[];
  /** 60H Asset Condition, 1. */
  readonly assetCondition: AssetCondition;
};

/** Group 258 Meters per MPAN Core. */
export type MetersPerMpanCore = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId?: string;
  /** J0419 Meter Location, CHAR(1). */
  readonly meterLocation: J0419;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
};

/** Group 60H Asset Condition. */
export type AssetCondition = {
  /** J2062 Smart Meter Installation Visit, BOOLEAN. */
  readonly smartMeterInstallationVisit: "T" | "F";
  /** J1825 Asset Condition Report Date, DATE. */
  readonly assetConditionReportDate: string;
  /** J1824 Asset Condition Code, CHAR(3). */
  readonly assetConditionCode: J1824;
};
