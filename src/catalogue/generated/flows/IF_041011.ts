// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * IF-041 version 011: Meter readings.
 * An event is a message. Other members are kept and not looked at.
 */
export type IF_041011 = {
  readonly CommonBlock: {
    readonly S0: {
      readonly interfaceID: "IF-041";
      readonly schemaVersion?: string | null;
      /** A text, or a list of texts. */
      readonly eventCode?: string | readonly string[] | null;
      readonly [name: string]: unknown;
    };
    readonly S1: {
      readonly environmentTag?: string | null;
      readonly senderCorrelationID?: string | null;
      readonly senderUniqueReference: string;
      /** A day and time such as 2026-06-10T09:03:00Z. */
      readonly senderTimestamp: string;
      readonly senderDIPID: string;
      readonly senderRoleID?: string | null;
      readonly DIPConnectionProviderID?: string | null;
      readonly subText?: string | null;
      readonly [name: string]: unknown;
    };
    readonly M0: {
      readonly MPANCore: string;
      readonly distributorDIPID?: string | null;
      readonly GSPGroupID?: string | null;
      readonly gspGroupID?: string | null;
      readonly [name: string]: unknown;
    };
    readonly A0?: {
      /** A list. */
      readonly primaryRecipients?: readonly unknown[] | null;
      /** A list. */
      readonly secondaryRecipients?: readonly unknown[] | null;
      /** A list. */
      readonly always?: readonly unknown[] | null;
      readonly [name: string]: unknown;
    } | null;
    readonly D0?: {
      readonly transactionID?: string | null;
      /** A day and time such as 2026-06-10T09:03:00Z. */
      readonly transactionTimestamp?: string | null;
      readonly publicationID?: string | null;
      readonly initialCorrelationID?: string | null;
      /** True or false. */
      readonly replayIndicator?: boolean | null;
      readonly serviceTicketURL?: string | null;
      readonly [name: string]: unknown;
    } | null;
    readonly [name: string]: unknown;
  };
  readonly CustomBlock: {
    /** A list. */
    readonly B064List: readonly {
      readonly meterID?: string | null;
      readonly cumulativeRegisterReading?: string | null;
      readonly cumulativeRegisterReadingDateTime?: string | null;
      readonly readingMethod?: string | null;
      readonly siteVisitCheckCode?: string | null;
      readonly [name: string]: unknown;
    }[];
    readonly [name: string]: unknown;
  };
  /** Values under one name however they were sent, as a reader adds them. */
  readonly $known?: {
    readonly eventCode?: readonly string[];
    readonly gspGroupId?: string;
    readonly correlationId?: string;
    readonly initialCorrelationId?: string;
    readonly replayIndicator?: string;
    readonly mpxn?: string;
    readonly sentAt?: string;
    readonly sentAtZone?: "utc" | "offset" | "local";
  };
  readonly [name: string]: unknown;
};
