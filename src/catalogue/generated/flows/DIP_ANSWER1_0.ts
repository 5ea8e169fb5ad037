// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * DIP-ANSWER version 1.0: What the Data Integration Platform says of messages of ours, with its HTTP status.
 * A message is the event with one item of `messageArray`. Other members are kept and not looked at.
 */
export type DIP_ANSWER1_0 = {
  readonly httpStatus: "201" | "207" | "400";
  /** A day and time such as 2026-06-10T09:03:00Z. */
  readonly timestamp?: string | null;
  /** An object. */
  readonly messageArray: {
    readonly senderUniqueReference: string;
    readonly message: string;
    readonly help?: string | null;
    readonly transactionID?: string | null;
    readonly correlationID?: string | null;
    readonly sentTimestamp?: string | null;
    readonly senderID?: string | null;
    readonly recipientID?: string | null;
    readonly DIPConnectionProviderID?: string | null;
    readonly serviceTicketURL?: string | null;
    readonly [name: string]: unknown;
  };
  /** Values under one name however they were sent, as a reader adds them. */
  readonly $known?: {
    readonly senderUniqueReference?: string;
    readonly transactionId?: string;
    readonly message?: string;
    readonly help?: string;
    readonly sentAt?: string;
    readonly sentAtZone?: "utc" | "offset" | "local";
  };
  readonly [name: string]: unknown;
};
