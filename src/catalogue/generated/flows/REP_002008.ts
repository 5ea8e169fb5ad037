// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * REP-002 version 008: DUoS data by supplier.
 * An event is a message. Other members are kept and not looked at.
 */
export type REP_002008 = {
  /** An object. */
  readonly CommonBlock: {
    /** An object. */
    readonly S0: {
      readonly interfaceID: "REP-002";
      /** Text; the values listed are those known so far. */
      readonly schemaVersion?: "008" | (string & {}) | null;
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
    readonly [name: string]: unknown;
  };
  /** An object. */
  readonly CustomBlock?: {
    /** An object. */
    readonly P03?: {
      readonly compressedReport?: string | null;
      readonly [name: string]: unknown;
    } | null;
    /** An object. */
    readonly schema?: {
      /** An object. */
      readonly R007?: {
        /** A day and time such as 2026-06-10T09:03:00Z (25 characters). */
        readonly settlementRunExecutionDate?: string | null;
        readonly [name: string]: unknown;
      } | null;
      /** An object. */
      readonly R002?: {
        /** A day such as 2026-06-10. */
        readonly settlementDate?: string | null;
        /** Text; the values listed are those known so far. */
        readonly settlementCode?: "SF" | "R1" | "R2" | "R3" | "RF" | "DR" | "DF" | "II" | (string & {}) | null;
        /** A number (at most 9999999). */
        readonly runNumber?: number | null;
        readonly [name: string]: unknown;
      } | null;
      /** An object. */
      readonly R009?: {
        /** Text (at most 4 characters). */
        readonly supplierMPID?: string | null;
        readonly [name: string]: unknown;
      } | null;
      /** A list. */
      readonly "REP002-R027"?: readonly {
        /** An object. */
        readonly R027?: {
          /** Text (at most 4 characters). */
          readonly distributorID?: string | null;
          readonly [name: string]: unknown;
        } | null;
        /** A list. */
        readonly "REP002-R013"?: readonly {
          /** An object. */
          readonly R013?: {
            /** Text; the values listed are those known so far. */
            readonly GSPGroupID?: "_A" | "_B" | "_C" | "_D" | "_E" | "_F" | "_G" | "_H" | "_J" | "_K" | "_L" | "_M" | "_N" | "_P" | (string & {}) | null;
            readonly [name: string]: unknown;
          } | null;
          /** A list. */
          readonly "REP002-R010"?: readonly {
            /** An object. */
            readonly R010?: {
              /** Text (at most 3 characters). */
              readonly DUoSTariffID?: string | null;
              /** Text; the values listed are those known so far. */
              readonly DUoSTariffEnergyDirection?: "E" | "I" | (string & {}) | null;
              /** True or false. */
              readonly DUoSTariffDomesticPremiseIndicator?: boolean | null;
              readonly [name: string]: unknown;
            } | null;
            /** A list. */
            readonly "REP002-R011"?: readonly {
              /** A whole number (1 to 50). */
              readonly settlementPeriod?: number | null;
              /** A whole number (30). */
              readonly settlementPeriodDuration?: number | null;
              /** Text (^-?\d{1,9}\.\d{6}$). */
              readonly totalUncorrectedVolume?: string | null;
              /** A whole number (at most 9999999999). */
              readonly totalNumberEnergisedMPANs?: number | null;
              /** A whole number (at most 9999999999). */
              readonly totalNumberDeEnergisedMPANs?: number | null;
              readonly [name: string]: unknown;
            }[] | null;
            /** An object. */
            readonly R0105?: {
              /** Text (^-?\d{1,9}\.\d{6}$). */
              readonly dailyTotalVolumeBasedOnActualData?: string | null;
              /** Text (^-?\d{1,9}\.\d{6}$). */
              readonly dailyTotalVolumeBasedOnEstimatedData?: string | null;
              readonly [name: string]: unknown;
            } | null;
            readonly [name: string]: unknown;
          }[] | null;
          readonly [name: string]: unknown;
        }[] | null;
        readonly [name: string]: unknown;
      }[] | null;
      readonly [name: string]: unknown;
    } | null;
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
    readonly registrationId?: string;
    readonly sentAt?: string;
    readonly sentAtZone?: "utc" | "offset" | "local";
  };
  readonly [name: string]: unknown;
};
