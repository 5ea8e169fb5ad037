// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0368 version 001: Notification of Agreed or Cancelled Appointment With Customer.
 * A message is an occurrence of group 09J MPAN Cores.
 */
export type D0368001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** 10J Customer Agreed Appointment Details, 0 or 1. */
  readonly customerAgreedAppointmentDetails?: CustomerAgreedAppointmentDetails;
  /** 11J Customer Cancelled Appointment, 0 or 1. */
  readonly customerCancelledAppointment?: CustomerCancelledAppointment;
};

/** Group 10J Customer Agreed Appointment Details. */
export type CustomerAgreedAppointmentDetails = {
  /** J2050 Customer Agreed Appointment Date, DATE. */
  readonly customerAgreedAppointmentDate: string;
  /** J2051 Customer Agreed Appointment Time Band, CHAR(2). */
  readonly customerAgreedAppointmentTimeBand: string;
  /** J2052 Appointment Type, CHAR(1). */
  readonly appointmentType: string;
  /** J0292 Earliest Appointment Time, TIME. */
  readonly earliestAppointmentTime: string;
  /** J0293 Latest Appointment Time, TIME. */
  readonly latestAppointmentTime: string;
};

/** Group 11J Customer Cancelled Appointment. */
export type CustomerCancelledAppointment = {
  /** J2053 Customer Cancelled Appointment, CHAR(1). */
  readonly customerCancelledAppointment: string;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
};
