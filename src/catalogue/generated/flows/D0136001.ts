// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0419, J0451 } from "../codes.ts";

/**
 * D0136 version 001: Report to Supplier of Possible Irregularity.
 * A message is an occurrence of group 259 Suspect Metering Points.
 */
export type D0136001 = {
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
  /** J0375 Customer Name, CHAR(100). */
  readonly customerName?: string;
  /** 260 Suspect Meters, 1 or more. */
  readonly suspectMeters: readonly SuspectMeters[];
};

/** Group 260 Suspect Meters. */
export type SuspectMeters = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** J0451 Tampering Code, CHAR(2). */
  readonly tamperingCode: J0451;
  /** J0822 Tampering Report Date, DATE. */
  readonly tamperingReportDate: string;
  /** J0419 Meter Location, CHAR(1). */
  readonly meterLocation?: J0419;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
};
