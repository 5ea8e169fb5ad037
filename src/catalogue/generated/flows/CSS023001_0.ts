// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * CSS02300 version 1.0: Registration pending.
 * A message is the event with one item of `data`. Other members are kept and not looked at.
 */
export type CSS023001_0 = {
  readonly eventId: string;
  /** A list. */
  readonly updatedProperties?: readonly unknown[] | null;
  /** An object. */
  readonly data: {
    /** Text; the values listed are those known so far. */
    readonly registrationStatus: "Pending" | (string & {});
    /** A day and time such as 2026-06-10T09:03:00Z. */
    readonly registrationStatusFromDate?: string | null;
    readonly supplierGeneratedReference?: string | null;
    readonly mpxn: string;
    /** A day and time such as 2026-06-10T09:03:00Z. */
    readonly supplyStartDate: string;
    /** True or false. */
    readonly erroneousSwitchResolutionInd?: boolean | null;
    /** True or false. */
    readonly changeOfOccupancyInd?: boolean | null;
    /** True or false. */
    readonly domesticPremisesInd?: boolean | null;
    /** Text; the values listed are those known so far. */
    readonly fuelType?: "E" | "G" | (string & {}) | null;
    readonly registrationId: string;
    /** Text; the values listed are those known so far. */
    readonly registrationInitiator?: "GainingSupplier" | (string & {}) | null;
    readonly supplierRole?: string | null;
    readonly supplierMpid?: string | null;
    readonly [name: string]: unknown;
  };
  /** Text; the values listed are those known so far. */
  readonly eventStatus?: "Ok" | "Error" | (string & {}) | null;
  /** Text; the values listed are those known so far. */
  readonly contextType?: "GainingSupplier" | (string & {}) | null;
  readonly eventDescription?: string | null;
  readonly correlationId: string;
  readonly eventType: "RegistrationPendingNotification";
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
    readonly supplyStartDate?: string;
    readonly sentAt?: string;
    readonly sentAtZone?: "utc" | "offset" | "local";
  };
  readonly [name: string]: unknown;
};
