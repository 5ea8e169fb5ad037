// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0419 } from "../codes.ts";

/**
 * D0191 version 001: Request Special Visit to Read/Reset Key Meter.
 * A message is an occurrence of group 391 Customer Details.
 */
export type D0191001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0489 Contact Name, CHAR(50). */
  readonly contactName: string;
  /** J0173 Reason for Request, CHAR(100). */
  readonly reasonForRequest: string;
  /** J0174 Appointment Date, DATE. */
  readonly appointmentDate?: string;
  /** J0292 Earliest Appointment Time, TIME. */
  readonly earliestAppointmentTime?: string;
  /** J0293 Latest Appointment Time, TIME. */
  readonly latestAppointmentTime?: string;
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** J0419 Meter Location, CHAR(1). */
  readonly meterLocation: J0419;
  /** J0591 Tariff Setting, NUM(3). */
  readonly tariffSetting?: string;
  /** J0554 Total Debt, NUM(7,2). */
  readonly totalDebt?: string;
  /** J0547 Debt Recovery Rate, NUM(5,2). */
  readonly debtRecoveryRate?: string;
  /** J0556 Emergency Credit, NUM(5,2). */
  readonly emergencyCredit?: string;
};
