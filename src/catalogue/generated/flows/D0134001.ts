// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0080, J0419, J0673 } from "../codes.ts";

/**
 * D0134 version 001: Request to Change Energisation Status.
 * A message is an occurrence of group 255 MPAN Cores.
 */
export type D0134001 = {
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
  /** J0080 Energisation Status, CHAR(1). */
  readonly energisationStatus: J0080;
  /** J0673 Requested Energisation Status, CHAR(1). */
  readonly requestedEnergisationStatus: J0673;
  /** J0174 Appointment Date, DATE. */
  readonly appointmentDate?: string;
  /** J0292 Earliest Appointment Time, TIME. */
  readonly earliestAppointmentTime?: string;
  /** J0293 Latest Appointment Time, TIME. */
  readonly latestAppointmentTime?: string;
  /** 256 Meter Detail per MPAN Core, any number. */
  readonly meterDetailPerMpanCore?: readonly MeterDetailPerMpanCore[];
};

/** Group 256 Meter Detail per MPAN Core. */
export type MeterDetailPerMpanCore = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** J0419 Meter Location, CHAR(1). */
  readonly meterLocation: J0419;
  /** J0375 Customer Name, CHAR(100). */
  readonly customerName?: string;
  /** J1046 Mailing Address Line 1, CHAR(40), inferred. */
  readonly mailingAddressLine1?: string;
  /** J1047 Mailing Address Line 2, CHAR(40), inferred. */
  readonly mailingAddressLine2?: string;
  /** J1048 Mailing Address Line 3, CHAR(40), inferred. */
  readonly mailingAddressLine3?: string;
  /** J1049 Mailing Address Line 4, CHAR(40), inferred. */
  readonly mailingAddressLine4?: string;
  /** J1050 Mailing Address Line 5, CHAR(40), inferred. */
  readonly mailingAddressLine5?: string;
  /** J1051 Mailing Address Line 6, CHAR(40), inferred. */
  readonly mailingAddressLine6?: string;
  /** J1052 Mailing Address Line 7, CHAR(40), inferred. */
  readonly mailingAddressLine7?: string;
  /** J1053 Mailing Address Line 8, CHAR(40), inferred. */
  readonly mailingAddressLine8?: string;
  /** J1054 Mailing Address Line 9, CHAR(40), inferred. */
  readonly mailingAddressLine9?: string;
  /** J1011 Maximum Power Requirement, NUM(6). */
  readonly maximumPowerRequirement?: string;
  /** J0489 Contact Name, CHAR(50). */
  readonly contactName?: string;
};
