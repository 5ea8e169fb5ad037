// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * CSS-REFUSAL version 1.0: Withdrawal, annulment or objection refused (provisional: the specification is not public).
 * A message is the event with one item of `data`. Other members are kept and not looked at.
 */
export type CSS_REFUSAL1_0 = {
  readonly eventId: string;
  readonly eventType: "RequestRefusedNotification";
  readonly version?: string | null;
  /** A day and time such as 2026-06-10T09:03:00Z. */
  readonly eventDate: string;
  readonly correlationId?: string | null;
  /** Text; the values listed are those known so far. */
  readonly eventStatus?: "Ok" | "Error" | (string & {}) | null;
  /** Text; the values listed are those known so far. */
  readonly contextType?: "GainingSupplier" | "LosingSupplier" | (string & {}) | null;
  readonly eventDescription?: string | null;
  /** A list. */
  readonly updatedProperties?: readonly unknown[] | null;
  /** An object. */
  readonly data: {
    /** Text; the values listed are those known so far. */
    readonly refusedRequest: "Withdrawal" | "Annulment" | "Objection" | (string & {});
    readonly reasonCode?: string | null;
    readonly reason?: string | null;
    readonly supplierGeneratedReference?: string | null;
    readonly mpxn: string;
    /** Text; the values listed are those known so far. */
    readonly fuelType?: "E" | "G" | (string & {}) | null;
    readonly registrationId?: string | null;
    readonly interventionId?: string | null;
    readonly [name: string]: unknown;
  };
  /** Values under one name however they were sent, as a reader adds them. */
  readonly $known?: {
    readonly supplierGeneratedReference?: string;
    readonly registrationRequestId?: string;
    readonly registrationId?: string;
    readonly mpxn?: string;
    readonly correlationId?: string;
    readonly refused?: string;
    readonly reason?: string;
    readonly interventionId?: string;
    readonly sentAt?: string;
    readonly sentAtZone?: "utc" | "offset" | "local";
  };
  readonly [name: string]: unknown;
};
