// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * REP-006 version 008: Uncorrected consumption and losses.
 * An event is a message. Other members are kept and not looked at.
 */
export type REP_006008 = {
  /** An object. */
  readonly CommonBlock: {
    /** An object. */
    readonly S0: {
      readonly interfaceID: "REP-006";
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
      readonly R013?: {
        /** Text; the values listed are those known so far. */
        readonly GSPGroupID?: "_A" | "_B" | "_C" | "_D" | "_E" | "_F" | "_G" | "_H" | "_J" | "_K" | "_L" | "_M" | "_N" | "_P" | (string & {}) | null;
        readonly [name: string]: unknown;
      } | null;
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
      /** A list. */
      readonly "REP006-R015"?: readonly {
        /** An object. */
        readonly R015?: {
          /** Text (at most 4 characters). */
          readonly supplierMPID?: string | null;
          readonly [name: string]: unknown;
        } | null;
        /** A list. */
        readonly "REP006-R032"?: readonly {
          /** An object. */
          readonly R032?: {
            /** Text (at most 11 characters). */
            readonly BMUnitID?: string | null;
            readonly [name: string]: unknown;
          } | null;
          /** A list. */
          readonly "REP006-R003"?: readonly {
            /** An object. */
            readonly R003?: {
              /** Text; the values listed are those known so far. */
              readonly connectionTypeIndicator?: "W" | "L" | "H" | "E" | "U" | (string & {}) | null;
              /** Text; the values listed are those known so far. */
              readonly measurementQuantityID?: "AI" | "AE" | "RI" | "RE" | (string & {}) | null;
              /** Text; the values listed are those known so far. */
              readonly marketSegmentIndicator?: "U" | "S" | "A" | (string & {}) | null;
              /** A whole number (100 to 999). */
              readonly consumptionComponentClassID?: number | null;
              /** Text; the values listed are those known so far. */
              readonly consumptionComponentIndicator?: "C" | "L" | (string & {}) | null;
              readonly [name: string]: unknown;
            } | null;
            /** A list. */
            readonly "REP006-R033"?: readonly {
              /** A whole number (1 to 50). */
              readonly settlementPeriod?: number | null;
              /** A whole number (at most 999999999). */
              readonly MSIDCount?: number | null;
              /** Text (^\d{1,9}\.\d{6}$). */
              readonly uncorrectedBMUnitPeriodLevelConsumption?: string | null;
              /** Text (^\d{1,9}\.\d{6}$). */
              readonly uncorrectedBMUnitPeriodLevelConsumptionLosses?: string | null;
              readonly [name: string]: unknown;
            }[] | null;
            /** An object. */
            readonly R034?: {
              /** Text (^-?\d{1,9}\.\d{6}$). */
              readonly dailyUncorrectedBMUnitPeriodLevelConsumption?: string | null;
              /** Text (^-?\d{1,9}\.\d{6}$). */
              readonly dailyBMUnitPeriodLevelConsumptionLosses?: string | null;
              readonly [name: string]: unknown;
            } | null;
            readonly [name: string]: unknown;
          }[] | null;
          /** A list. */
          readonly "REP006-R051"?: readonly {
            /** An object. */
            readonly R051?: {
              /** Text (at most 30 characters). */
              readonly demandDisconnectionEventID?: string | null;
              /** A day and time such as 2026-06-10T09:03:00Z (25 characters). */
              readonly DDEStartDate?: string | null;
              /** A day and time such as 2026-06-10T09:03:00Z (25 characters). */
              readonly DDEEndDate?: string | null;
              readonly [name: string]: unknown;
            } | null;
            /** A list. */
            readonly "REP006-R106"?: readonly {
              /** A whole number (100 to 999). */
              readonly consumptionComponentClassID?: number | null;
              /** A whole number (1 to 50). */
              readonly settlementPeriodID?: number | null;
              /** Text (^-?\d{1,9}\.\d{6}$). */
              readonly supplierAdvancedDemandDisconnectionVolume?: string | null;
              /** Text (^-?\d{1,9}\.\d{6}$). */
              readonly supplierAdvancedDemandDisconnectionVolumeLosses?: string | null;
              /** Text (^-?\d{1,9}\.\d{6}$). */
              readonly BMUnitDemandDisconnectionVolume?: string | null;
              /** Text (^-?\d{1,9}\.\d{6}$). */
              readonly BMUnitDemandDisconnectionVolumeLosses?: string | null;
              readonly [name: string]: unknown;
            }[] | null;
            /** An object. */
            readonly R107?: {
              /** Text (^-?\d{1,9}\.\d{6}$). */
              readonly dailyAdvancedDemandDisconnectionVolume?: string | null;
              /** Text (^-?\d{1,9}\.\d{6}$). */
              readonly dailyAdvancedDemandDisconnectionVolumeLosses?: string | null;
              /** Text (^-?\d{1,9}\.\d{6}$). */
              readonly dailyBMUnitDemandDisconnectionVolume?: string | null;
              /** Text (^-?\d{1,9}\.\d{6}$). */
              readonly dailyBMUnitDemandDisconnectionVolumeLosses?: string | null;
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
