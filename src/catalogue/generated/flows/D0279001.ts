// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0279 version 001: Teleswitch Contact Interval Data Report File.
 * The whole file is one message.
 */
export type D0279001 = {
  /** ZPD Data File Additional Header, 1. */
  readonly dataFileAdditionalHeader: DataFileAdditionalHeader;
  /** RDT Report Parameters, 1. */
  readonly reportParameters: ReportParameters;
  /** HDR Teleswitch Contact Interval Data Report Header, 1. */
  readonly teleswitchContactIntervalDataReportHeader: TeleswitchContactIntervalDataReportHeader;
};

/** Group ZPD Data File Additional Header. */
export type DataFileAdditionalHeader = {
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** J1086 Run Type Code, CHAR(2). */
  readonly runTypeCode: string;
  /** J1087 Run Number, NUM(7). */
  readonly runNumber: string;
};

/** Group RDT Report Parameters. */
export type ReportParameters = {
  /** J1089 User Name, CHAR(8). */
  readonly userName: string;
  /** J1090 Report Parameters, CHAR(30). */
  readonly reportParameters: string;
  /** J1090 Report Parameters, CHAR(30). */
  readonly reportParameters3: string;
};

/** Group HDR Teleswitch Contact Interval Data Report Header. */
export type TeleswitchContactIntervalDataReportHeader = {
  /** J0873 Profile Production Run Date, DATE. */
  readonly profileProductionRunDate: string;
  /** J0874 Profile Production Run Time, TIME. */
  readonly profileProductionRunTime: string;
  /** J1576 Tele-Switch Date, DATE. */
  readonly teleSwitchDate: string;
  /** TSU Teleswitch User, any number. */
  readonly teleswitchUser?: readonly TeleswitchUser[];
};

/** Group TSU Teleswitch User. */
export type TeleswitchUser = {
  /** J0135 Tele-Switch User Id, NUM(2). */
  readonly teleSwitchUserId: string;
  /** TSG Teleswitch Group, any number. */
  readonly teleswitchGroup?: readonly TeleswitchGroup[];
};

/** Group TSG Teleswitch Group. */
export type TeleswitchGroup = {
  /** J0136 Tele-Switch Group Id, NUM(4). */
  readonly teleSwitchGroupId: string;
  /** TSC Teleswitch Contact, any number. */
  readonly teleswitchContact?: readonly TeleswitchContact[];
};

/** Group TSC Teleswitch Contact. */
export type TeleswitchContact = {
  /** J1570 Tele-Switch Contact Code, CHAR(1). */
  readonly teleSwitchContactCode: string;
  /** TCI Teleswitch Contact Interval, any number. */
  readonly teleswitchContactInterval?: readonly TeleswitchContactInterval[];
};

/** Group TCI Teleswitch Contact Interval. */
export type TeleswitchContactInterval = {
  /** J1577 Start Date and Time, DATETIME. */
  readonly startDateAndTime: string;
  /** J1578 End Date and Time, DATETIME. */
  readonly endDateAndTime: string;
  /** J1579 Tele-Switch Contact State, BOOLEAN. */
  readonly teleSwitchContactState: "T" | "F";
};
