// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * CSS02700 version 1.0: Invitation to intervene (provisional: the specification is not public).
 * A message is the event with one item of `data`. Other members are kept and not looked at.
 */
export type CSS027001_0 = {
  readonly eventId: string;
  readonly eventType: "InvitationToIntervene";
  readonly version?: string | null;
  /** A day and time such as 2026-06-10T09:03:00Z. */
  readonly eventDate: string;
  readonly correlationId?: string | null;
  /** Text; the values listed are those known so far. */
  readonly eventStatus?: "Ok" | "Error" | (string & {}) | null;
  /** Text; the values listed are those known so far. */
  readonly contextType?: "LosingSupplier" | (string & {}) | null;
  readonly eventDescription?: string | null;
  /** A list. */
  readonly updatedProperties?: readonly unknown[] | null;
  /** An object. */
  readonly data: {
    readonly mpxn: string;
    /** Text; the values listed are those known so far. */
    readonly fuelType?: "E" | "G" | (string & {}) | null;
    readonly interventionId: string;
    readonly currentRegistrationId: string;
    readonly pendingRegistrationId: string;
    readonly registrationSwitchId?: string | null;
    readonly reason?: string | null;
    /** A day and time such as 2026-06-10T09:03:00Z. */
    readonly receivedDate?: string | null;
    /** A day and time such as 2026-06-10T09:03:00Z. */
    readonly submissionDate: string;
    readonly supplierGeneratedReference?: string | null;
    readonly typeId?: string | null;
    /** A day and time such as 2026-06-10T09:03:00Z. */
    readonly windowStartDate?: string | null;
    /** A day and time such as 2026-06-10T09:03:00Z. */
    readonly supplyStartDate?: string | null;
    /** True or false. */
    readonly domesticPremisesInd?: boolean | null;
    /** True or false. */
    readonly changeOfOccupancyInd?: boolean | null;
    readonly supplierMpid?: string | null;
    readonly [name: string]: unknown;
  };
  /** Values under one name however they were sent, as a reader adds them. */
  readonly $known?: {
    readonly supplierGeneratedReference?: string;
    readonly registrationRequestId?: string;
    readonly registrationId?: string;
    readonly mpxn?: string;
    readonly correlationId?: string;
    readonly currentRegistrationId?: string;
    readonly interventionId?: string;
    readonly sentAt?: string;
    readonly sentAtZone?: "utc" | "offset" | "local";
  };
  readonly [name: string]: unknown;
};
