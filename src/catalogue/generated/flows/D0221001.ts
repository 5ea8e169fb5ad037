// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0024 } from "../codes.ts";

/**
 * D0221 version 001: Notification of Failure to Install or Energise Metering System.
 * A message is an occurrence of group 504 MPAN Cores.
 */
export type D0221001 = {
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
  /** J0174 Appointment Date, DATE. */
  readonly appointmentDate: string;
  /** J0024 Site Visit Check Code, CHAR(2). */
  readonly siteVisitCheckCode: J0024;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
};
