// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0098, J0277, J2177 } from "../codes.ts";

/**
 * D0155 version 001: Notification of Meter Operator or Data Collector Appointment and Terms.
 * A message is an occurrence of group 315 MPAN Cores.
 */
export type D0155001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0049 Effective from Settlement Date {REGI}, DATE. */
  readonly effectiveFromSettlementDateRegi: string;
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
  /** J0048 Contract Reference, CHAR(10). */
  readonly contractReference: string;
  /** J0098 Retrieval Method, CHAR(1). */
  readonly retrievalMethod: J0098;
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** 320 Reading Cycle Details, 0 or 1, conditional. */
  readonly readingCycleDetails?: ReadingCycleDetails;
  /** 316 DC Effective Date, 0 or 1, conditional. */
  readonly dcEffectiveDate?: DcEffectiveDate;
  /** 317 MOP Effective Date, 0 or 1, conditional. */
  readonly mopEffectiveDate?: MopEffectiveDate;
  /** 318 Agreed Service Details, 1 or more. */
  readonly agreedServiceDetails: readonly AgreedServiceDetails[];
  /** 22L Smart CoS Process, 0 or 1. */
  readonly smartCosProcess?: SmartCosProcess;
};

/** Group 320 Reading Cycle Details. */
export type ReadingCycleDetails = {
  /** J0277 Regular Reading Cycle, CHAR(1). */
  readonly regularReadingCycle: J0277;
  /** J0696 Required First Scheduled Read Date, DATE. */
  readonly requiredFirstScheduledReadDate?: string;
};

/** Group 316 DC Effective Date. */
export type DcEffectiveDate = {
  /** J0219 Effective from Date {DCA}, DATE. */
  readonly effectiveFromDateDca: string;
};

/** Group 317 MOP Effective Date. */
export type MopEffectiveDate = {
  /** J0210 Effective from Date {MOA}, DATE. */
  readonly effectiveFromDateMoa: string;
};

/** Group 318 Agreed Service Details. */
export type AgreedServiceDetails = {
  /** J0274 Service Reference, CHAR(4). */
  readonly serviceReference: string;
  /** J0275 Service Level Reference, CHAR(4). */
  readonly serviceLevelReference: string;
};

/** Group 22L Smart CoS Process. */
export type SmartCosProcess = {
  /** J2177 Smart CoS Process Indicator, CHAR(1). */
  readonly smartCosProcessIndicator: J2177;
};
