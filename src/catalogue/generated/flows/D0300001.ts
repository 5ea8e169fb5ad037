// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0171, J1265, J1660 } from "../codes.ts";

/**
 * D0300 version 001: Disputed Readings or Missing Readings on Change of Supplier.
 * A message is an occurrence of group 58C MPAN Details.
 */
export type D0300001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J1703 MPAN Core Process, CHAR(1). */
  readonly mpanCoreProcess: string;
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
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
  /** J1663 Record Rejection Reason Indicator, CHAR(2). */
  readonly recordRejectionReasonIndicator?: string;
  /** 59C Meter Id, 1 or more. */
  readonly meterId: readonly MeterId[];
};

/** Group 59C Meter Id. */
export type MeterId = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId?: string;
  /** J1704 Initiating Flow Indicator, NUM(1). */
  readonly initiatingFlowIndicator: string;
  /** 60C Meter Register Details, 1 or more. */
  readonly meterRegisterDetails: readonly MeterRegisterDetails[];
};

/** Group 60C Meter Register Details. */
export type MeterRegisterDetails = {
  /** J0010 Meter Register Id, CHAR(2). */
  readonly meterRegisterId?: string;
  /** J0040 Register Reading, NUM(9,1). */
  readonly registerReading?: string;
  /** J0171 Reading Type, CHAR(1). */
  readonly readingType?: J0171;
  /** J1265 Change of Supplier Reading Rejection Code, CHAR(2). */
  readonly changeOfSupplierReadingRejectionCode?: J1265;
  /** J1659 Proposed Register Reading, NUM(9,1), inferred. */
  readonly proposedRegisterReading?: string;
  /** J1660 Status of Proposed Reading(s), CHAR(1). */
  readonly statusOfProposedReadings: J1660;
};
