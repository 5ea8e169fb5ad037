// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0171 } from "../codes.ts";

/**
 * D0072 version 001: Instruction to Obtain Change of Supplier Reading.
 * A message is an occurrence of group 150 MPANs & Effective Estimate Dates.
 */
export type D0072001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0049 Effective from Settlement Date {REGI}, DATE. */
  readonly effectiveFromSettlementDateRegi: string;
  /** J0171 Reading Type, CHAR(1). */
  readonly readingType: J0171;
  /** J0173 Reason for Request, CHAR(100). */
  readonly reasonForRequest: string;
  /** 28B Appointments, 0 or 1. */
  readonly appointments?: Appointments;
};

/** Group 28B Appointments. */
export type Appointments = {
  /** J0174 Appointment Date, DATE. */
  readonly appointmentDate: string;
  /** J0292 Earliest Appointment Time, TIME. */
  readonly earliestAppointmentTime?: string;
  /** J0293 Latest Appointment Time, TIME. */
  readonly latestAppointmentTime?: string;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
};
