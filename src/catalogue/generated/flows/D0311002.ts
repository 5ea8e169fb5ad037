// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0080, J0171, J0483 } from "../codes.ts";

/**
 * D0311 version 002: Notification of Old Supplier Information.
 * A message is an occurrence of group 05D MPAN.
 */
export type D0311002 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0928 Effective to Settlement Date {REGI} for Old Supplier, DATE, inferred. */
  readonly effectiveToSettlementDateRegiForOldSupplier: string;
  /** J0080 Energisation Status, CHAR(1). */
  readonly energisationStatus?: J0080;
  /** J0071 Profile Class Id, NUM(2). */
  readonly profileClassId?: string;
  /** J0220 Meter Timeswitch Code, NUM(3). */
  readonly meterTimeswitchCode?: string;
  /** J0147 Line Loss Factor Class Id, CHAR(3). */
  readonly lineLossFactorClassId?: string;
  /** J1026 Address Line 1, CHAR(40). */
  readonly addressLine1?: string;
  /** J1027 Address Line 2, CHAR(40). */
  readonly addressLine2?: string;
  /** J1028 Address Line 3, CHAR(40). */
  readonly addressLine3?: string;
  /** J1029 Address Line 4, CHAR(40). */
  readonly addressLine4?: string;
  /** J1030 Address Line 5, CHAR(40). */
  readonly addressLine5?: string;
  /** J1031 Address Line 6, CHAR(40). */
  readonly addressLine6?: string;
  /** J1032 Address Line 7, CHAR(40). */
  readonly addressLine7?: string;
  /** J1033 Address Line 8, CHAR(40). */
  readonly addressLine8?: string;
  /** J1034 Address Line 9, CHAR(40). */
  readonly addressLine9?: string;
  /** J0757 Postcode, CHAR(10). */
  readonly postcode?: string;
  /** 06D Meter Details, any number. */
  readonly meterDetails?: readonly MeterDetails[];
  /** 09D Old Supplier's Last EAC Header, any number. */
  readonly oldSuppliersLastEacHeader?: readonly OldSuppliersLastEacHeader[];
};

/** Group 06D Meter Details. */
export type MeterDetails = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** J0483 Meter Type, CHAR(5). */
  readonly meterType?: J0483;
  /** J2239 Last Inspection Date, DATE. */
  readonly lastInspectionDate?: string;
  /** 07D Last Actual or Customer Register Readings, any number. */
  readonly lastActualOrCustomerRegisterReadings?: readonly LastActualOrCustomerRegisterReadings[];
  /** 08D Old Supplier Estimated CoS Readings, any number. */
  readonly oldSupplierEstimatedCosReadings?: readonly OldSupplierEstimatedCosReadings[];
};

/** Group 07D Last Actual or Customer Register Readings. */
export type LastActualOrCustomerRegisterReadings = {
  /** J0010 Meter Register Id, CHAR(2). */
  readonly meterRegisterId: string;
  /** J0016 Reading Date & Time, DATETIME. */
  readonly readingDateTime: string;
  /** J0040 Register Reading, NUM(9,1). */
  readonly registerReading: string;
  /** J0171 Reading Type, CHAR(1). */
  readonly readingType: J0171;
  /** J0078 Time Pattern Regime, CHAR(5), inferred. */
  readonly timePatternRegime: string;
};

/** Group 08D Old Supplier Estimated CoS Readings. */
export type OldSupplierEstimatedCosReadings = {
  /** J0010 Meter Register Id, CHAR(2). */
  readonly meterRegisterId: string;
  /** J0040 Register Reading, NUM(9,1). */
  readonly registerReading: string;
};

/** Group 09D Old Supplier's Last EAC Header. */
export type OldSuppliersLastEacHeader = {
  /** J1096 Effective from Settlement Date, DATE. */
  readonly effectiveFromSettlementDate: string;
  /** 10D Old Supplier's Last EAC Details, 1 or more. */
  readonly oldSuppliersLastEacDetails: readonly OldSuppliersLastEacDetails[];
};

/** Group 10D Old Supplier's Last EAC Details. */
export type OldSuppliersLastEacDetails = {
  /** J0078 Time Pattern Regime, CHAR(5), inferred. */
  readonly timePatternRegime: string;
  /** J0081 Estimated Annual Consumption, ±NUM(14,1). */
  readonly estimatedAnnualConsumption: string;
};
