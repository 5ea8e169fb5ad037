// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0024 } from "../codes.ts";

/**
 * D0001 version 001: Request Metering System Investigation.
 * A message is an occurrence of group 001 Metering Points for Investigation.
 */
export type D0001001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0174 Appointment Date, DATE. */
  readonly appointmentDate?: string;
  /** J0292 Earliest Appointment Time, TIME. */
  readonly earliestAppointmentTime?: string;
  /** J0293 Latest Appointment Time, TIME. */
  readonly latestAppointmentTime?: string;
  /** 002 Meters to be Investigated, 1 or more. */
  readonly metersToBeInvestigated: readonly MetersToBeInvestigated[];
  /** 759 Site Visit Information, any number. */
  readonly siteVisitInformation?: readonly SiteVisitInformation[];
};

/** Group 002 Meters to be Investigated. */
export type MetersToBeInvestigated = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** 003 Meter Registers to be Investigated, 1 or more. */
  readonly meterRegistersToBeInvestigated: readonly MeterRegistersToBeInvestigated[];
};

/** Group 003 Meter Registers to be Investigated. */
export type MeterRegistersToBeInvestigated = {
  /** J0010 Meter Register Id, CHAR(2). */
  readonly meterRegisterId: string;
  /** J0173 Reason for Request, CHAR(100). */
  readonly reasonForRequest: string;
  /** J1012 Date Fault Suspected/Detected, DATE. */
  readonly dateFaultSuspectedDetected: string;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
};

/** Group 759 Site Visit Information. */
export type SiteVisitInformation = {
  /** J0024 Site Visit Check Code, CHAR(2). */
  readonly siteVisitCheckCode: J0024;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
};
