// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * IF-016 version 011: Consumption replay.
 * An event is a message. Other members are kept and not looked at.
 */
export type IF_016011 = {
  /** An object. */
  readonly CommonBlock: {
    /** An object. */
    readonly S0: {
      readonly interfaceID: "IF-016";
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
    /** An object; in [ActivePower], [ReactivePower], [ActivePowerRejected], [ActivePowerDefaulted]. */
    readonly S2?: {
      /** Text; the values listed are those known so far; in [ActivePower], [ReactivePower], [ActivePowerRejected], [ActivePowerDefaulted]. */
      readonly environmentTag?: "PRD" | "SITB" | "SIT" | "UIT" | "DEV" | (string & {}) | null;
      /** Text (1 to 500 characters); in [ActivePower], [ReactivePower], [ActivePowerRejected], [ActivePowerDefaulted]. */
      readonly subText?: string | null;
      /** Text (1 to 200 characters, ^S-((IF|REP)-)?\d{3,4}-[0-9a-fA-F]{10}-[A-Z]{3,5}-\d{8}-[a-zA-Z0-9]+$); in [ActivePower], [ReactivePower], [ActivePowerRejected], [ActivePowerDefaulted]. */
      readonly senderUniqueReference?: string | null;
      /** A day and time such as 2026-06-10T09:03:00Z (25 characters); in [ActivePower], [ReactivePower], [ActivePowerRejected], [ActivePowerDefaulted]. */
      readonly senderTimestamp?: string | null;
      /** Text (10 characters); in [ActivePower], [ReactivePower], [ActivePowerRejected], [ActivePowerDefaulted]. */
      readonly senderDIPID?: string | null;
      /** Text (3 to 5 characters); in [ActivePower], [ReactivePower], [ActivePowerRejected], [ActivePowerDefaulted]. */
      readonly senderRoleID?: string | null;
      /** Text (1 to 60 characters); in [ActivePower], [ReactivePower], [ActivePowerRejected], [ActivePowerDefaulted]. */
      readonly senderCorrelationID?: string | null;
      /** Text (10 characters); in [ActivePower], [ReactivePower], [ActivePowerRejected], [ActivePowerDefaulted]. */
      readonly DIPConnectionProviderID?: string | null;
      readonly [name: string]: unknown;
    } | null;
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
    /** An object. */
    readonly R1: {
      /** Text; the values listed are those known so far. */
      readonly responseCode: "A" | "R" | "L" | "W" | "x" | (string & {});
      /** A list of texts (1 to 200 characters). */
      readonly responseMessages?: readonly (string | null)[] | null;
      readonly [name: string]: unknown;
    };
    /** An object; in [ActivePowerRejected]. */
    readonly R0?: {
      /** Text; the values listed are those known so far; in [ActivePowerRejected]. */
      readonly responseCode?: "A" | "R" | "L" | "W" | "x" | (string & {}) | null;
      /** A list of texts (1 to 200 characters); in [ActivePowerRejected]. */
      readonly responseMessages?: readonly (string | null)[] | null;
      readonly [name: string]: unknown;
    } | null;
    readonly [name: string]: unknown;
  };
  /** An object; in [ActivePower], [ReactivePower], [ActivePowerRejected], [ActivePowerDefaulted]. */
  readonly CustomBlock?: {
    /** An object; in [ActivePower], [ReactivePower], [ActivePowerRejected]. */
    readonly B044?: {
      /** Text (10 characters); in [ActivePower], [ReactivePower], [ActivePowerRejected]. */
      readonly issuingDataServiceDIPID?: string | null;
      readonly [name: string]: unknown;
    } | null;
    /** An object; in [ActivePower], [ReactivePower], [ActivePowerRejected], [ActivePowerDefaulted]. */
    readonly B067?: {
      /** Text; the values listed are those known so far; in [ActivePower], [ReactivePower], [ActivePowerRejected], [ActivePowerDefaulted]. */
      readonly connectionTypeIndicator?: "W" | "L" | "H" | "E" | "U" | (string & {}) | null;
      /** A day and time such as 2026-06-10T09:03:00Z (25 characters); in [ActivePower], [ReactivePower], [ActivePowerRejected], [ActivePowerDefaulted]. */
      readonly connectionTypeEffectiveFromDate?: string | null;
      readonly [name: string]: unknown;
    } | null;
    /** An object; in [ActivePower], [ReactivePower], [ActivePowerRejected]. */
    readonly B900?: {
      /** An object; in [ActivePower], [ReactivePower], [ActivePowerRejected]. */
      readonly MQID?: {
        /** Text; the values listed are those known so far; in [ActivePower], [ReactivePower], [ActivePowerRejected]. */
        readonly measurementQuantityID?: "AI" | "AE" | "RI" | "RE" | (string & {}) | null;
        readonly [name: string]: unknown;
      } | null;
      /** A list (1 to 200 elements); in [ActivePower], [ReactivePower], [ActivePowerRejected]. */
      readonly settlementDayConsumptionPeriods?: readonly {
        /** An object; in [ActivePower], [ReactivePower], [ActivePowerRejected]. */
        readonly settlementDay?: {
          /** A day and time such as 2026-06-10T09:03:00Z (25 characters, ^\d{4}-\d{2}-\d{2}T00:00:00(?:\.0+)?(?:Z|\+00:00)$); in [ActivePower], [ReactivePower], [ActivePowerRejected]. */
          readonly settlementDayDate?: string | null;
          /** A whole number (30); in [ActivePower], [ReactivePower], [ActivePowerRejected]. */
          readonly periodDuration?: number | null;
          readonly [name: string]: unknown;
        } | null;
        /** A list (1 to 48 elements); in [ActivePower], [ReactivePower], [ActivePowerRejected]. */
        readonly consumptionPeriods?: readonly {
          /** A day and time such as 2026-06-10T09:03:00Z (25 characters); in [ActivePower], [ReactivePower], [ActivePowerRejected]. */
          readonly sp?: string | null;
          /** Text (^-?\d{1,9}\.\d{3}$); in [ActivePower], [ReactivePower], [ActivePowerRejected]. */
          readonly v?: string | null;
          /** Text; the values listed are those known so far; in [ActivePower], [ReactivePower], [ActivePowerRejected]. */
          readonly q?: "A" | "E" | "E0" | "E1" | "E2" | "E3" | "E4" | "E5" | "E6" | "E7" | "E8" | "E9" | "ZE" | "ZE1" | "ZE2" | "ZE3" | "A1" | "A2" | "A3" | "AAE1" | "AAE2" | "AAE3" | "EAE1" | "EAE2" | "EAE3" | "EA1" | "EA2" | "EA3" | "EA4" | "EA5" | "EA6" | "EA7" | "EA8" | "EA9" | "EA10" | "EA11" | "EA12" | "EA13" | (string & {}) | null;
          /** Text; the values listed are those known so far; in [ActivePower], [ReactivePower], [ActivePowerRejected]. */
          readonly e?: "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "10" | (string & {}) | null;
          /** Text; the values listed are those known so far; in [ActivePower], [ReactivePower], [ActivePowerRejected]. */
          readonly arc?: "A" | "E" | "M" | "R" | "S" | "T" | "X" | (string & {}) | null;
          readonly [name: string]: unknown;
        }[] | null;
        readonly [name: string]: unknown;
      }[] | null;
      readonly [name: string]: unknown;
    } | null;
    /** An object; in [ActivePowerDefaulted]. */
    readonly B043?: {
      /** Text (10 characters); in [ActivePowerDefaulted]. */
      readonly settlementImpactedDataServiceDIPID?: string | null;
      /** Text (10 characters); in [ActivePowerDefaulted]. */
      readonly settlementImpactedSupplierDIPID?: string | null;
      readonly [name: string]: unknown;
    } | null;
    /** An object; in [ActivePowerDefaulted]. */
    readonly B049?: {
      /** A day and time such as 2026-06-10T09:03:00Z (25 characters); in [ActivePowerDefaulted]. */
      readonly settlementRunExecutionDate?: string | null;
      /** Text; the values listed are those known so far; in [ActivePowerDefaulted]. */
      readonly settlementCode?: "SF" | "R1" | "R2" | "R3" | "RF" | "DR" | "DF" | "II" | (string & {}) | null;
      /** A number (at most 9999999); in [ActivePowerDefaulted]. */
      readonly runNumber?: number | null;
      readonly [name: string]: unknown;
    } | null;
    /** A list; in [ActivePowerDefaulted]. */
    readonly B920List?: readonly {
      /** An object; in [ActivePowerDefaulted]. */
      readonly MQID?: {
        /** Text; the values listed are those known so far; in [ActivePowerDefaulted]. */
        readonly measurementQuantityID?: "AI" | "AE" | "RI" | "RE" | (string & {}) | null;
        /** Text; the values listed are those known so far; in [ActivePowerDefaulted]. */
        readonly marketSegmentIndicator?: "U" | "S" | "A" | (string & {}) | null;
        /** True or false; in [ActivePowerDefaulted]. */
        readonly domesticPremiseIndicator?: boolean | null;
        /** A whole number (100 to 999); in [ActivePowerDefaulted]. */
        readonly consumptionComponentClassID?: number | null;
        /** Text; the values listed are those known so far; in [ActivePowerDefaulted]. */
        readonly consumptionComponentIndicator?: "C" | "L" | (string & {}) | null;
        readonly [name: string]: unknown;
      } | null;
      /** A list (at least 1 element); in [ActivePowerDefaulted]. */
      readonly settlementDayConsumptionPeriods?: readonly {
        /** An object; in [ActivePowerDefaulted]. */
        readonly settlementDay?: {
          /** A day and time such as 2026-06-10T09:03:00Z (25 characters, ^\d{4}-\d{2}-\d{2}T00:00:00(?:\.0+)?(?:Z|\+00:00)$); in [ActivePowerDefaulted]. */
          readonly settlementDayDate?: string | null;
          /** A whole number (30); in [ActivePowerDefaulted]. */
          readonly periodDuration?: number | null;
          readonly [name: string]: unknown;
        } | null;
        /** A list (at least 1 element); in [ActivePowerDefaulted]. */
        readonly defaultedConsumptionPeriods?: readonly {
          /** A day and time such as 2026-06-10T09:03:00Z (25 characters); in [ActivePowerDefaulted]. */
          readonly settlementPeriodEffectiveToDateTime?: string | null;
          /** Text (^-?\d{1,9}\.\d{3}$); in [ActivePowerDefaulted]. */
          readonly defaultedSPConsumption?: string | null;
          /** Text; the values listed are those known so far; in [ActivePowerDefaulted]. */
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
