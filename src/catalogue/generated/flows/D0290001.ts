// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0080, J0098, J0103, J0277, J0419, J0474 } from "../codes.ts";

/**
 * D0290 version 001: Instruction to Read Meter.
 * A message is an occurrence of group 86B MPAN Cores.
 */
export type D0290001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** J0080 Energisation Status, CHAR(1). */
  readonly energisationStatus: J0080;
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
  /** J0693 Customer Password, CHAR(10). */
  readonly customerPassword?: string;
  /** J0692 Special Access, CHAR(40). */
  readonly specialAccess?: string;
  /** J0489 Contact Name, CHAR(50). */
  readonly contactName?: string;
  /** J0490 Contact Telephone Number, CHAR(14). */
  readonly contactTelephoneNumber?: string;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
  /** 87B Reading Window Details, 0 or 1. */
  readonly readingWindowDetails?: ReadingWindowDetails;
  /** 88B Appointment Details, 0 or 1. */
  readonly appointmentDetails?: AppointmentDetails;
  /** 89B Meter Details, 1 or more. */
  readonly meterDetails: readonly MeterDetails[];
};

/** Group 87B Reading Window Details. */
export type ReadingWindowDetails = {
  /** J0277 Regular Reading Cycle, CHAR(1). */
  readonly regularReadingCycle?: J0277;
  /** J1595 Target Read Date, DATE. */
  readonly targetReadDate?: string;
  /** J0173 Reason for Request, CHAR(100). */
  readonly reasonForRequest?: string;
};

/** Group 88B Appointment Details. */
export type AppointmentDetails = {
  /** J0174 Appointment Date, DATE. */
  readonly appointmentDate: string;
  /** J0292 Earliest Appointment Time, TIME. */
  readonly earliestAppointmentTime?: string;
  /** J0293 Latest Appointment Time, TIME. */
  readonly latestAppointmentTime?: string;
  /** J0173 Reason for Request, CHAR(100). */
  readonly reasonForRequest?: string;
};

/** Group 89B Meter Details. */
export type MeterDetails = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** J0419 Meter Location, CHAR(1). */
  readonly meterLocation: J0419;
  /** J0098 Retrieval Method, CHAR(1). */
  readonly retrievalMethod: J0098;
  /** 90B Settlement Registers, 1. */
  readonly settlementRegisters: SettlementRegisters;
  /** 93B Non Settlement Registers, any number. */
  readonly nonSettlementRegisters?: readonly NonSettlementRegisters[];
};

/** Group 90B Settlement Registers. */
export type SettlementRegisters = {
  /** J0076 Standard Settlement Configuration (SSC) Id, CHAR(4). */
  readonly standardSettlementConfigurationSscId: string;
  /** 91B Time Pattern Regime, 1 or more. */
  readonly timePatternRegime: readonly TimePatternRegime[];
};

/** Group 91B Time Pattern Regime. */
export type TimePatternRegime = {
  /** J0078 Time Pattern Regime, CHAR(5), inferred. */
  readonly timePatternRegime: string;
  /** 92B Expected Register Readings, 1 or more. */
  readonly expectedRegisterReadings: readonly ExpectedRegisterReadings[];
};

/** Group 92B Expected Register Readings. */
export type ExpectedRegisterReadings = {
  /** J0010 Meter Register Id, CHAR(2). */
  readonly meterRegisterId: string;
  /** J0679 Register Mapping Coefficient, ±NUM(1). */
  readonly registerMappingCoefficient: string;
  /** J0474 Meter Register Type, CHAR(1). */
  readonly meterRegisterType: J0474;
  /** J0103 Measurement Quantity Id, CHAR(2). */
  readonly measurementQuantityId: J0103;
  /** J0478 Number of Register Digits, NUM(1). */
  readonly numberOfRegisterDigits: string;
  /** J1598 Expected Register Reading, NUM(9,1). */
  readonly expectedRegisterReading: string;
  /** J1596 High Tolerance Reading, NUM(9,1). */
  readonly highToleranceReading?: string;
  /** J1597 Low Tolerance Reading, NUM(9,1). */
  readonly lowToleranceReading?: string;
};

/** Group 93B Non Settlement Registers. */
export type NonSettlementRegisters = {
  /** J1267 Metering System Non Settlement Functionality Code, CHAR(10). */
  readonly meteringSystemNonSettlementFunctionalityCode: string;
  /** 94B Time Pattern Regimes, 1 or more. */
  readonly timePatternRegimes: readonly TimePatternRegimes[];
};

/** Group 94B Time Pattern Regimes. */
export type TimePatternRegimes = {
  /** J0078 Time Pattern Regime, CHAR(5), inferred. */
  readonly timePatternRegime: string;
  /** 95B Expected Register Readings, 1 or more. */
  readonly expectedRegisterReadings: readonly ExpectedRegisterReadings95B[];
};

/** Group 95B Expected Register Readings. */
export type ExpectedRegisterReadings95B = {
  /** J0010 Meter Register Id, CHAR(2). */
  readonly meterRegisterId: string;
  /** J0679 Register Mapping Coefficient, ±NUM(1). */
  readonly registerMappingCoefficient: string;
  /** J0474 Meter Register Type, CHAR(1). */
  readonly meterRegisterType: J0474;
  /** J0103 Measurement Quantity Id, CHAR(2). */
  readonly measurementQuantityId: J0103;
  /** J0478 Number of Register Digits, NUM(1). */
  readonly numberOfRegisterDigits: string;
  /** J1598 Expected Register Reading, NUM(9,1). */
  readonly expectedRegisterReading?: string;
  /** J1596 High Tolerance Reading, NUM(9,1). */
  readonly highToleranceReading?: string;
  /** J1597 Low Tolerance Reading, NUM(9,1). */
  readonly lowToleranceReading?: string;
};
