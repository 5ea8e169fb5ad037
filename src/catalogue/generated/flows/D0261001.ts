// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0261 version 001: Rejection of Agent Appointment.
 * A message is an occurrence of group 761 Rejection of Contract Details.
 */
export type D0261001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0048 Contract Reference, CHAR(10). */
  readonly contractReference: string;
  /** J0049 Effective from Settlement Date {REGI}, DATE. */
  readonly effectiveFromSettlementDateRegi: string;
  /** J1016 Rejection of Agent Appointment Code, CHAR(1). */
  readonly rejectionOfAgentAppointmentCode: string;
};
