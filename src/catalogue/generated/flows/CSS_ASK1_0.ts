// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * CSS-ASK version 1.0: Request to send a notice again (provisional: the specification is not public).
 * A message is the event with one item of `data`. Other members are kept and not looked at.
 */
export type CSS_ASK1_0 = {
  readonly eventId: string;
  readonly eventType: "NoticeResendRequest";
  readonly version?: string | null;
  /** A day and time such as 2026-06-10T09:03:00Z. */
  readonly eventDate: string;
  readonly correlationId?: string | null;
  /** Text; the values listed are those known so far. */
  readonly eventStatus?: "Ok" | "Error" | (string & {}) | null;
  readonly eventDescription?: string | null;
  /** A list. */
  readonly updatedProperties?: readonly unknown[] | null;
  /** An object. */
  readonly data: {
    readonly supplierMpid: string;
    readonly supplierGeneratedReference: string;
    readonly mpxn: string;
    /** Text; the values listed are those known so far. */
    readonly fuelType?: "E" | "G" | (string & {}) | null;
    readonly registrationId?: string | null;
    /** Text; the values listed are those known so far. */
    readonly notice: "Validation" | "Pending" | "SecuredActive" | "Active" | (string & {});
    readonly [name: string]: unknown;
  };
  /** Values under one name however they were sent, as a reader adds them. */
  readonly $known?: {
    readonly supplierGeneratedReference?: string;
    readonly registrationRequestId?: string;
    readonly registrationId?: string;
    readonly mpxn?: string;
    readonly correlationId?: string;
    readonly sentAt?: string;
    readonly sentAtZone?: "utc" | "offset" | "local";
  };
  readonly [name: string]: unknown;
};
