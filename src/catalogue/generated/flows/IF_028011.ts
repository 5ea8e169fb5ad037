// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * IF-028 version 011: Consumption amendment response.
 * An event is a message. Other members are kept and not looked at.
 */
export type IF_028011 = {
  /** An object. */
  readonly CommonBlock: {
    /** An object. */
    readonly S0: {
      readonly interfaceID: "IF-028";
      /** Text; the values listed are those known so far. */
      readonly schemaVersion?: "011" | (string & {}) | null;
      /** A text, or a list of texts; the values listed are those known so far. */
      readonly eventCode: string | readonly string[];
      readonly [name: string]: unknown;
    };
    /** An object. */
    readonly S1: {
      /** Text; the values listed are those known so far. */
      readonly environmentTag?: "PRD" | "SITB" | "SIT" | "UIT" | "DEV" | (string & {}) | null;
      /** Text (1 to 500 characters). */
      readonly subText?: string | null;
      /** Text (1 to 200 characters, ^S-((IF|REP)-)?\d{3,4}-[0-9a-fA-F]{10}-[A-Z]{3,5}-\d{8}-[a-zA-Z0-9]+$). */
      readonly senderUniqueReference: string;
      /** A day and time such as 2026-06-10T09:03:00Z (25 characters). */
      readonly senderTimestamp: string;
      /** Text (10 characters). */
      readonly senderDIPID: string;
      /** Text (3 to 5 characters). */
      readonly senderRoleID?: string | null;
      /** Text (1 to 60 characters). */
      readonly senderCorrelationID?: string | null;
      /** Text (10 characters). */
      readonly DIPConnectionProviderID?: string | null;
      readonly [name: string]: unknown;
    };
    /** An object. */
    readonly A0?: {
      /** A list of texts (10 characters). */
      readonly primaryRecipients?: readonly (string | null)[] | null;
      /** A list of texts (10 characters). */
      readonly secondaryRecipients?: readonly (string | null)[] | null;
      /** A list of texts (10 characters). */
      readonly always?: readonly (string | null)[] | null;
      readonly [name: string]: unknown;
    } | null;
    /** An object. */
    readonly D0?: {
      /** Text (at most 65 characters). */
      readonly transactionID?: string | null;
      /** A day and time such as 2026-06-10T09:03:00Z (25 characters). */
      readonly transactionTimestamp?: string | null;
      /** Text (7 to 8 characters). */
      readonly publicationID?: string | null;
      /** Text (1 to 60 characters). */
      readonly initialCorrelationID?: string | null;
      /** True or false. */
      readonly replayIndicator?: boolean | null;
      /** Text (1 to 250 characters). */
      readonly serviceTicketURL?: string | null;
      readonly [name: string]: unknown;
    } | null;
    /** An object. */
    readonly M0: {
      /** Text (13 characters, ^\d{13}$). */
      readonly MPANCore: string;
      /** Text (10 characters). */
      readonly distributorDIPID?: string | null;
      /** Text; the values listed are those known so far. */
      readonly GSPGroupID?: "_A" | "_B" | "_C" | "_D" | "_E" | "_F" | "_G" | "_H" | "_J" | "_K" | "_L" | "_M" | "_N" | "_P" | (string & {}) | null;
      readonly [name: string]: unknown;
    };
    /** An object. */
    readonly R0: {
      /** Text; the values listed are those known so far. */
      readonly responseCode: "A" | "R" | "L" | "W" | "x" | (string & {});
      /** A list of texts (1 to 200 characters). */
      readonly responseMessages?: readonly (string | null)[] | null;
      readonly [name: string]: unknown;
    };
    readonly [name: string]: unknown;
  };
  /** An object. */
  readonly CustomBlock?: {
    /** A list. */
    readonly B902List?: readonly {
      /** An object. */
      readonly MQID?: {
        /** Text; the values listed are those known so far. */
        readonly measurementQuantityID?: "AI" | "AE" | "RI" | "RE" | (string & {}) | null;
        readonly [name: string]: unknown;
      } | null;
      /** A list (at least 1 element). */
      readonly supplierConsumptionAmendmentRequests?: readonly {
        /** Text (1 to 50 characters). */
        readonly consumptionAmendmentSupplierReference?: string | null;
        /** A day and time such as 2026-06-10T09:03:00Z (25 characters). */
        readonly consumptionAmendmentPeriodStartDate?: string | null;
        /** A day and time such as 2026-06-10T09:03:00Z (25 characters). */
        readonly consumptionAmendmentPeriodEndDate?: string | null;
        /** Text (^-?\d{1,9}\.\d{3}$). */
        readonly grossRevisedConsumption?: string | null;
        /** Text; the values listed are those known so far. */
        readonly arc?: "A" | "E" | "M" | "R" | "S" | "T" | "X" | (string & {}) | null;
        readonly [name: string]: unknown;
      }[] | null;
      readonly [name: string]: unknown;
    }[] | null;
    readonly [name: string]: unknown;
  } | null;
  /** Values under one name however they were sent, as a reader adds them. */
  readonly $known?: {
    readonly eventCode?: readonly string[];
    readonly gspGroupId?: string;
    readonly correlationId?: string;
    readonly initialCorrelationId?: string;
    readonly transactionId?: string;
    readonly replayIndicator?: string;
    readonly mpxn?: string;
    readonly registrationId?: string;
    readonly sentAt?: string;
    readonly sentAtZone?: "utc" | "offset" | "local";
  };
  readonly [name: string]: unknown;
};
