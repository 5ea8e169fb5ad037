// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J1684 } from "../codes.ts";

/**
 * D0383 version 001: Notification of Commissioning Information.
 * A message is an occurrence of group 95L MPAN Cores.
 */
export type D0383001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J2216 Number of Feeders, NUM(2). */
  readonly numberOfFeeders: string;
  /** 96L Feeder Information, 1 or more. */
  readonly feederInformation: readonly FeederInformation[];
};

/** Group 96L Feeder Information. */
export type FeederInformation = {
  /** J2217 Feeder Id, CHAR(10). */
  readonly feederId: string;
  /** J1684 Feeder Status, CHAR(1). */
  readonly feederStatus: J1684;
  /** J2218 Measurement Transformers Located at Defined Metering Point, BOOLEAN. */
  readonly measurementTransformersLocatedAtDefinedMeteringPoint: "T" | "F";
  /** J0427 Number of Phases, NUM(1). */
  readonly numberOfPhases: string;
  /** J2219 CT Commissioning Information Available, CHAR(1). */
  readonly ctCommissioningInformationAvailable: string;
  /** J2220 VT Commissioning Information Available, CHAR(15). */
  readonly vtCommissioningInformationAvailable: string;
  /** J2221 Meter Commissioning Information Available, CHAR(15). */
  readonly meterCommissioningInformationAvailable: string;
  /** 97L CT Details, 1 or more. */
  readonly ctDetails: readonly CtDetails[];
  /** 98L VT Details, 1 or more. */
  readonly vtDetails: readonly VtDetails[];
  /** 99L Meter Details, any number. */
  readonly meterDetails?: readonly MeterDetails[];
};

/** Group 97L CT Details. */
export type CtDetails = {
  /** J2222 Phase Id, CHAR(2). */
  readonly phaseId: string;
  /** J2223 Commissioning Date, DATE. */
  readonly commissioningDate: string;
  /** J0001 Market Participant Role Code, CHAR(1). */
  readonly marketParticipantRoleCode: string;
  /** J2224 Commissioning Agent MPID, CHAR(4), inferred. */
  readonly commissioningAgentMpid: string;
  /** J2225 CT Serial Number, CHAR(20). */
  readonly ctSerialNumber: string;
  /** J0505 CT Class, CHAR(4). */
  readonly ctClass: string;
  /** J0506 CT Rating, NUM(6,2). */
  readonly ctRating: string;
  /** J0454 CT Ratio, CHAR(6). */
  readonly ctRatio: string;
  /** J2226 Burden on CT, NUM(6,2). */
  readonly burdenOnCt: string;
  /** J2227 Overall Burden on CT (VA), NUM(6,2). */
  readonly overallBurdenOnCtVa?: string;
};

/** Group 98L VT Details. */
export type VtDetails = {
  /** J2222 Phase Id, CHAR(2). */
  readonly phaseId: string;
  /** J2223 Commissioning Date, DATE. */
  readonly commissioningDate: string;
  /** J0001 Market Participant Role Code, CHAR(1). */
  readonly marketParticipantRoleCode: string;
  /** J2224 Commissioning Agent MPID, CHAR(4), inferred. */
  readonly commissioningAgentMpid: string;
  /** J2228 VT Serial Number, CHAR(20). */
  readonly vtSerialNumber: string;
  /** J0677 VT Class, CHAR(4). */
  readonly vtClass: string;
  /** J0678 VT Rating, NUM(3). */
  readonly vtRating: string;
  /** J0455 VT Ratio, CHAR(10). */
  readonly vtRatio: string;
  /** J2229 Burden on VT, NUM(6,2). */
  readonly burdenOnVt: string;
  /** J2230 Overall Burden on VT (VA), NUM(6,2). */
  readonly overallBurdenOnVtVa?: string;
};

/** Group 99L Meter Details. */
export type MeterDetails = {
  /** J2223 Commissioning Date, DATE. */
  readonly commissioningDate: string;
  /** J2224 Commissioning Agent MPID, CHAR(4), inferred. */
  readonly commissioningAgentMpid: string;
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** J2231 Meter Accuracy Class, CHAR(4). */
  readonly meterAccuracyClass: string;
  /** J0454 CT Ratio, CHAR(6). */
  readonly ctRatio: string;
  /** J0455 VT Ratio, CHAR(10). */
  readonly vtRatio?: string;
  /** J2232 Compensation Applied to Meter, BOOLEAN. */
  readonly compensationAppliedToMeter: "T" | "F";
};
