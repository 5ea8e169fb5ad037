// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * IF-013 version 011: Defaulted consumption.
 * An event is a message. Other members are kept and not looked at.
 */
export type IF_013011 = {
  /** An object. */
  readonly CommonBlock: {
    /** An object. */
    readonly S0: {
      readonly interfaceID: "IF-013";
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
    readonly [name: string]: unknown;
  };
  /** An object. */
  readonly CustomBlock?: {
    /** An object. */
    readonly B043?: {
      /** Text (10 characters). */
      readonly settlementImpactedDataServiceDIPID?: string | null;
      /** Text (10 characters). */
      readonly settlementImpactedSupplierDIPID?: string | null;
      readonly [name: string]: unknown;
    } | null;
    /** An object. */
    readonly B049?: {
      /** A day and time such as 2026-06-10T09:03:00Z (25 characters). */
      readonly settlementRunExecutionDate?: string | null;
      /** Text; the values listed are those known so far. */
      readonly settlementCode?: "SF" | "R1" | "R2" | "R3" | "RF" | "DR" | "DF" | "II" | (string & {}) | null;
      /** A number (at most 9999999). */
      readonly runNumber?: number | null;
      readonly [name: string]: unknown;
    } | null;
    /** An object. */
    readonly B067?: {
      /** Text; the values listed are those known so far. */
      readonly connectionTypeIndicator?: "W" | "L" | "H" | "E" | "U" | (string & {}) | null;
      /** A day and time such as 2026-06-10T09:03:00Z (25 characters). */
      readonly connectionTypeEffectiveFromDate?: string | null;
      readonly [name: string]: unknown;
    } | null;
    /** A list. */
    readonly B920List?: readonly {
      /** An object. */
      readonly MQID?: {
        /** Text; the values listed are those known so far. */
        readonly measurementQuantityID?: "AI" | "AE" | "RI" | "RE" | (string & {}) | null;
        /** Text; the values listed are those known so far. */
        readonly marketSegmentIndicator?: "U" | "S" | "A" | (string & {}) | null;
        /** True or false. */
        readonly domesticPremiseIndicator?: boolean | null;
        /** A whole number (100 to 999). */
        readonly consumptionComponentClassID?: number | null;
        /** Text; the values listed are those known so far. */
        readonly consumptionComponentIndicator?: "C" | "L" | (string & {}) | null;
        readonly [name: string]: unknown;
      } | null;
      /** A list (at least 1 element). */
      readonly settlementDayConsumptionPeriods?: readonly {
        /** An object. */
        readonly settlementDay?: {
          /** A day and time such as 2026-06-10T09:03:00Z (25 characters, ^\d{4}-\d{2}-\d{2}T00:00:00(?:\.0+)?(?:Z|\+00:00)$). */
          readonly settlementDayDate?: string | null;
          /** A whole number (30). */
          readonly periodDuration?: number | null;
          readonly [name: string]: unknown;
        } | null;
        /** A list (at least 1 element). */
        readonly defaultedConsumptionPeriods?: readonly {
          /** A day and time such as 2026-06-10T09:03:00Z (25 characters). */
          readonly settlementPeriodEffectiveToDateTime?: string | null;
          /** Text (^-?\d{1,9}\.\d{3}$). */
          readonly defaultedSPConsumption?: string | null;
          /** Text; the values listed are those known so far. */
          readonly defaultLoadShapeFlag?: "A" | "D" | "E" | "B" | (string & {}) | null;
          readonly [name: string]: unknown;
        }[] | null;
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
