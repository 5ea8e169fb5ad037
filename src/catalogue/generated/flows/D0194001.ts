// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0673 } from "../codes.ts";

/**
 * D0194 version 001: Request for Installation of Key Meter.
 * A message is an occurrence of group 398 MPAN Cores.
 */
export type D0194001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0489 Contact Name, CHAR(50). */
  readonly contactName: string;
  /** J0274 Service Reference, CHAR(4). */
  readonly serviceReference: string;
  /** J0275 Service Level Reference, CHAR(4). */
  readonly serviceLevelReference: string;
  /** J0174 Appointment Date, DATE. */
  readonly appointmentDate?: string;
  /** J0292 Earliest Appointment Time, TIME. */
  readonly earliestAppointmentTime?: string;
  /** J0293 Latest Appointment Time, TIME. */
  readonly latestAppointmentTime?: string;
  /** J0554 Total Debt, NUM(7,2). */
  readonly totalDebt?: string;
  /** J0547 Debt Recovery Rate, NUM(5,2). */
  readonly debtRecoveryRate?: string;
  /** J0591 Tariff Setting, NUM(3). */
  readonly tariffSetting?: string;
  /** J0673 Requested Energisation Status, CHAR(1). */
  readonly requestedEnergisationStatus: J0673;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
};
