// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0080, J0171, J0419, J0451, J0483, J0841, J0842 } from "../codes.ts";

/**
 * D0238 version 001: Request and Information for Revenue Protection Investigation.
 * A message is an occurrence of group 627 MPAN Cores.
 */
export type D0238001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0178 Meter Operator Id, CHAR(4). */
  readonly meterOperatorId: string;
  /** J0375 Customer Name, CHAR(100). */
  readonly customerName?: string;
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
  /** J0693 Customer Password, CHAR(10). */
  readonly customerPassword?: string;
  /** J0851 Supplier Contact Name, CHAR(50). */
  readonly supplierContactName?: string;
  /** J0852 Supplier Contact Telephone Number, CHAR(14). */
  readonly supplierContactTelephoneNumber?: string;
  /** J0842 Revenue Protection Priority Level, CHAR(1). */
  readonly revenueProtectionPriorityLevel: J0842;
  /** J0174 Appointment Date, DATE. */
  readonly appointmentDate?: string;
  /** J0292 Earliest Appointment Time, TIME. */
  readonly earliestAppointmentTime?: string;
  /** J0293 Latest Appointment Time, TIME. */
  readonly latestAppointmentTime?: string;
  /** J0451 Tampering Code, CHAR(2). */
  readonly tamperingCode: J0451;
  /** J0841 Tampering Report Source, CHAR(2). */
  readonly tamperingReportSource: J0841;
  /** J0822 Tampering Report Date, DATE. */
  readonly tamperingReportDate: string;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
  /** 628 Associated MPANs, any number. */
  readonly associatedMpans?: readonly AssociatedMpans[];
  /** 629 Meter Details, 1 or more. */
  readonly meterDetails: readonly MeterDetails[];
};

/** Group 628 Associated MPANs. */
export type AssociatedMpans = {
  /** J0845 Associated MPAN, NUM(13). */
  readonly associatedMpan: string;
};

/** Group 629 Meter Details. */
export type MeterDetails = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** J0410 Manufacturers Make & Type, CHAR(60). */
  readonly manufacturersMakeType: string;
  /** J0483 Meter Type, CHAR(5). */
  readonly meterType: J0483;
  /** J0419 Meter Location, CHAR(1). */
  readonly meterLocation: J0419;
  /** J0716 Timing Device Id (Serial Number), CHAR(10). */
  readonly timingDeviceIdSerialNumber?: string;
  /** J0848 Date of Meter Installation, DATE. */
  readonly dateOfMeterInstallation?: string;
  /** J0862 Last Reading/Inspected Date, DATE. */
  readonly lastReadingInspectedDate: string;
  /** J0846 Date Customer Took Responsibility for Supply, DATE. */
  readonly dateCustomerTookResponsibilityForSupply?: string;
  /** J0080 Energisation Status, CHAR(1). */
  readonly energisationStatus: J0080;
  /** J0850 Disconnected for Non-Payment Status, BOOLEAN. */
  readonly disconnectedForNonPaymentStatus: "T" | "F";
  /** 630 Meter Register Details per Meter, 1 or more. */
  readonly meterRegisterDetailsPerMeter: readonly MeterRegisterDetailsPerMeter[];
};

/** Group 630 Meter Register Details per Meter. */
export type MeterRegisterDetailsPerMeter = {
  /** J0010 Meter Register Id, CHAR(2). */
  readonly meterRegisterId: string;
  /** 631 Reading Dates Covering Two Years, any number. */
  readonly readingDatesCoveringTwoYears?: readonly ReadingDatesCoveringTwoYears[];
};

/** Group 631 Reading Dates Covering Two Years. */
export type ReadingDatesCoveringTwoYears = {
  /** J0016 Reading Date & Time, DATETIME. */
  readonly readingDateTime?: string;
  /** J0040 Register Reading, NUM(9,1). */
  readonly registerReading?: string;
  /** J0171 Reading Type, CHAR(1). */
  readonly readingType?: J0171;
};
