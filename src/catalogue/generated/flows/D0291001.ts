// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0024 } from "../codes.ts";

/**
 * D0291 version 001: Notification of Register Readings on Change of Measurement Class coincident with Change of Supplier.
 * A message is an occurrence of group 10C Non Half Hourly Metering System.
 */
export type D0291001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J1626 CoS and Coincident CoMC Indicator, BOOLEAN. */
  readonly cosAndCoincidentComcIndicator: "T" | "F";
  /** J0924 Effective from Settlement Date {REGI} for New Supplier, DATE, inferred. */
  readonly effectiveFromSettlementDateRegiForNewSupplier: string;
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
  /** J0014 Date of Action, DATE. */
  readonly dateOfAction: string;
  /** 11C Non Half Hourly Meter not present, 1 or more. */
  readonly nonHalfHourlyMeterNotPresent: readonly NonHalfHourlyMeterNotPresent[];
  /** 12C Non Half Hourly Meter details, 1 or more. */
  readonly nonHalfHourlyMeterDetails: readonly NonHalfHourlyMeterDetails[];
};

/** Group 11C Non Half Hourly Meter not present. */
export type NonHalfHourlyMeterNotPresent = {
  /** J0024 Site Visit Check Code, CHAR(2). */
  readonly siteVisitCheckCode?: J0024;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
};

/** Group 12C Non Half Hourly Meter details. */
export type NonHalfHourlyMeterDetails = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** J1269 Date of Meter Removal, DATE. */
  readonly dateOfMeterRemoval?: string;
  /** J0024 Site Visit Check Code, CHAR(2). */
  readonly siteVisitCheckCode?: J0024;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
  /** 13C Non Half Hourly Meter Registers, any number. */
  readonly nonHalfHourlyMeterRegisters?: readonly NonHalfHourlyMeterRegisters[];
};

/** Group 13C Non Half Hourly Meter Registers. */
export type NonHalfHourlyMeterRegisters = {
  /** J1627 Register Description, CHAR(255). */
  readonly registerDescription: string;
  /** J0040 Register Reading, NUM(9,1). */
  readonly registerReading: string;
  /** J0016 Reading Date & Time, DATETIME. */
  readonly readingDateTime: string;
};
