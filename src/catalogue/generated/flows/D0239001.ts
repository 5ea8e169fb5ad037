// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0080, J0842, J0932 } from "../codes.ts";

/**
 * D0239 version 001: Revenue Protection Report on Action Taken.
 * A message is an occurrence of group 632 Investigation Details.
 */
export type D0239001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
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
  /** J0842 Revenue Protection Priority Level, CHAR(1). */
  readonly revenueProtectionPriorityLevel: J0842;
  /** 633 Original Meter Details, 1 or more. */
  readonly originalMeterDetails: readonly OriginalMeterDetails[];
};

/** Group 633 Original Meter Details. */
export type OriginalMeterDetails = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** J0080 Energisation Status, CHAR(1). */
  readonly energisationStatus: J0080;
  /** J0932 Meter Action Code, NUM(1). */
  readonly meterActionCode: J0932;
  /** J0860 Irregularity Confirmed Indicator, BOOLEAN. */
  readonly irregularityConfirmedIndicator: "T" | "F";
  /** J0453 Revenue Recovery Indicator, BOOLEAN. */
  readonly revenueRecoveryIndicator?: "T" | "F";
  /** 634 Meter Register Detail per Meter, 1 or more. */
  readonly meterRegisterDetailPerMeter: readonly MeterRegisterDetailPerMeter[];
  /** 635 Changed Meter Details, 0 or 1. */
  readonly changedMeterDetails?: ChangedMeterDetails;
};

/** Group 634 Meter Register Detail per Meter. */
export type MeterRegisterDetailPerMeter = {
  /** J0010 Meter Register Id, CHAR(2). */
  readonly meterRegisterId: string;
  /** J0016 Reading Date & Time, DATETIME. */
  readonly readingDateTime: string;
  /** J0040 Register Reading, NUM(9,1). */
  readonly registerReading: string;
};

/** Group 635 Changed Meter Details. */
export type ChangedMeterDetails = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** J0080 Energisation Status, CHAR(1). */
  readonly energisationStatus: J0080;
  /** J0859 Meter Operator Informed Indicator, BOOLEAN. */
  readonly meterOperatorInformedIndicator: "T" | "F";
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
  /** 636 Meter Register Detail per Meter, 1 or more. */
  readonly meterRegisterDetailPerMeter: readonly MeterRegisterDetailPerMeter636[];
};

/** Group 636 Meter Register Detail per Meter. */
export type MeterRegisterDetailPerMeter636 = {
  /** J0010 Meter Register Id, CHAR(2). */
  readonly meterRegisterId: string;
  /** J0016 Reading Date & Time, DATETIME. */
  readonly readingDateTime: string;
  /** J0040 Register Reading, NUM(9,1). */
  readonly registerReading: string;
};
