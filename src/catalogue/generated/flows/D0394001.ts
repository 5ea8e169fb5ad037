// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0394 version 001: Notification of agreed or cancelled appointment to move a customer electricity meter during a service alteration.
 * A message is an occurrence of group 86M MPAN Cores.
 */
export type D0394001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** 87M Meter Id (Serial Number), 1 or more. */
  readonly meterIdSerialNumber: readonly MeterIdSerialNumber[];
  /** 88M Customer Agreed Appointment Details, 0 or 1. */
  readonly customerAgreedAppointmentDetails?: CustomerAgreedAppointmentDetails;
  /** 89M Customer Cancelled Appointment, 0 or 1. */
  readonly customerCancelledAppointment?: CustomerCancelledAppointment;
};

/** Group 87M Meter Id (Serial Number). */
export type MeterIdSerialNumber = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
};

/** Group 88M Customer Agreed Appointment Details. */
export type CustomerAgreedAppointmentDetails = {
  /** J2050 Customer Agreed Appointment Date, DATE. */
  readonly customerAgreedAppointmentDate: string;
  /** J2052 Appointment Type, CHAR(1). */
  readonly appointmentType: string;
  /** J2311 Electricity Distributor intention to move meter [yes/no], CHAR(1). */
  readonly electricityDistributorIntentionToMoveMeterYesNo: string;
};

/** Group 89M Customer Cancelled Appointment. */
export type CustomerCancelledAppointment = {
  /** J2053 Customer Cancelled Appointment, CHAR(1). */
  readonly customerCancelledAppointment: string;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
};
