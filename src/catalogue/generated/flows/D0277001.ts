// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J1571, J1573 } from "../codes.ts";

/**
 * D0277 version 001: Teleswitch Contact Interval Data File.
 * The whole file is one message.
 */
export type D0277001 = {
  /** TSD Teleswitch Date, 1. */
  readonly teleswitchDate: TeleswitchDate;
};

/** Group TSD Teleswitch Date. */
export type TeleswitchDate = {
  /** J0018 Date (Midnight to Midnight UTC), DATE. */
  readonly dateMidnightToMidnightUtc: string;
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
  /** J1571 Start of Day Tele-Switch on Indicator, CHAR(1). */
  readonly startOfDayTeleSwitchOnIndicator: J1571;
  /** TCI Teleswitch Contact Interval, any number. */
  readonly teleswitchContactInterval?: readonly TeleswitchContactInterval[];
};

/** Group TCI Teleswitch Contact Interval. */
export type TeleswitchContactInterval = {
  /** J1572 Effective Time (UTC), TIME. */
  readonly effectiveTimeUtc: string;
  /** J1573 Tele-Switch On Indicator, CHAR(1). */
  readonly teleSwitchOnIndicator: J1573;
};
