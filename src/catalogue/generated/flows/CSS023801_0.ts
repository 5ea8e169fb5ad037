// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * CSS02380 version 1.0: Registration validation.
 * A message is the event with one item of `data`. Other members are kept and not looked at.
 */
export type CSS023801_0 = {
  readonly eventId: string;
  /** A list. */
  readonly updatedProperties?: readonly unknown[] | null;
  /** An object. */
  readonly data: {
    /** Text; the values listed are those known so far. */
    readonly registrationRequestStatus: "Validated" | "Rejected" | "Pending" | (string & {});
    readonly registrationRequestId?: string | null;
    readonly supplierGeneratedReference?: string | null;
    readonly mpxn: string;
    readonly reasonCode?: string | null;
    readonly reason?: string | null;
    readonly [name: string]: unknown;
  };
  /** Text; the values listed are those known so far. */
  readonly eventStatus?: "Ok" | "Error" | (string & {}) | null;
  /** Text; the values listed are those known so far. */
  readonly contextType?: "GainingSupplier" | (string & {}) | null;
  readonly eventDescription?: string | null;
  readonly correlationId: string;
  readonly eventType: "RegistrationValidationNotification";
  readonly version?: string | null;
  /** A day and time such as 2026-06-10T09:03:00Z. */
  readonly eventDate: string;
  /** Values under one name however they were sent, as a reader adds them. */
  readonly $known?: {
    readonly supplierGeneratedReference?: string;
    readonly registrationRequestId?: string;
    readonly registrationId?: string;
    readonly mpxn?: string;
    readonly correlationId?: string;
    readonly registrationStatus?: string;
    readonly reason?: string;
    readonly sentAt?: string;
    readonly sentAtZone?: "utc" | "offset" | "local";
  };
  readonly [name: string]: unknown;
};
