// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0007 } from "../codes.ts";

/**
 * D0005 version 001: Instruction on Action.
 * A message is an occurrence of group 017 MPAN Cores.
 */
export type D0005001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0173 Reason for Request, CHAR(100). */
  readonly reasonForRequest: string;
  /** J0174 Appointment Date, DATE. */
  readonly appointmentDate?: string;
  /** J0292 Earliest Appointment Time, TIME. */
  readonly earliestAppointmentTime?: string;
  /** J0293 Latest Appointment Time, TIME. */
  readonly latestAppointmentTime?: string;
  /** 018 Meters, 1 or more. */
  readonly meters: readonly Meters[];
};

/** Group 018 Meters. */
export type Meters = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId?: string;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
  /** 019 Requested Actions, 1 or more. */
  readonly requestedActions: readonly RequestedActions[];
};

/** Group 019 Requested Actions. */
export type RequestedActions = {
  /** J0007 Requested Action Code, CHAR(2). */
  readonly requestedActionCode: J0007;
  /** 020 Action Required By, 0 or 1, conditional. */
  readonly actionRequiredBy?: ActionRequiredBy;
  /** 021 Settlement Date, 0 or 1, conditional. */
  readonly settlementDate?: SettlementDate;
};

/** Group 020 Action Required By. */
export type ActionRequiredBy = {
  /** J0028 Date Action Required By, DATE. */
  readonly dateActionRequiredBy: string;
};

/** Group 021 Settlement Date. */
export type SettlementDate = {
  /** J0088 Effective to Settlement Date {MACDC}, DATE. */
  readonly effectiveToSettlementDateMacdc: string;
};
