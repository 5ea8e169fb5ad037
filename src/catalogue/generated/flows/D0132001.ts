// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0080, J0419, J1648 } from "../codes.ts";

/**
 * D0132 version 001: Details of Disconnection of Supply.
 * A message is an occurrence of group 254 MPAN Cores.
 */
export type D0132001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J1648 Disconnection Type, CHAR(1). */
  readonly disconnectionType: J1648;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
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
  readonly appointmentDate?: string;
  /** J0292 Earliest Appointment Time, TIME. */
  readonly earliestAppointmentTime?: string;
  /** J0293 Latest Appointment Time, TIME. */
  readonly latestAppointmentTime?: string;
  /** J0080 Energisation Status, CHAR(1). */
  readonly energisationStatus?: J0080;
  /** J0489 Contact Name, CHAR(50). */
  readonly contactName?: string;
  /** J0419 Meter Location, CHAR(1). */
  readonly meterLocation?: J0419;
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
  /** J0566 Mailing Address Postcode, CHAR(10), inferred. */
  readonly mailingAddressPostcode?: string;
  /** 00I Additional Request Information, any number. */
  readonly additionalRequestInformation?: readonly AdditionalRequestInformation[];
};

/** Group 00I Additional Request Information. */
export type AdditionalRequestInformation = {
  /** J1845 Customer Preferred Contact Method, CHAR(1). */
  readonly customerPreferredContactMethod: string;
  /** J1844 Customer Preferred Contact Details, CHAR(255). */
  readonly customerPreferredContactDetails: string;
};
