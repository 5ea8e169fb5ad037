// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * IF-020 version 011: Linked and related metering points, outcome.
 * An event is a message. Other members are kept and not looked at.
 */
export type IF_020011 = {
  /** An object. */
  readonly CommonBlock: {
    /** An object. */
    readonly S0: {
      readonly interfaceID: "IF-020";
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
    readonly M1: {
      /** Text (13 characters, ^\d{13}$). */
      readonly principalMPAN: string;
      /** Text (10 characters). */
      readonly distributorDIPID?: string | null;
      /** Text; the values listed are those known so far. */
      readonly GSPGroupID?: "_A" | "_B" | "_C" | "_D" | "_E" | "_F" | "_G" | "_H" | "_J" | "_K" | "_L" | "_M" | "_N" | "_P" | (string & {}) | null;
      readonly [name: string]: unknown;
    };
    /** An object. */
    readonly R0: {
      /** Text; the values listed are those known so far. */
      readonly responseCode: "A" | "R" | "L" | "W" | "x" | (string & {});
      /** A list of texts (1 to 200 characters). */
      readonly responseMessages?: readonly (string | null)[] | null;
      readonly [name: string]: unknown;
    };
    readonly [name: string]: unknown;
  };
  /** An object. */
  readonly CustomBlock?: {
    /** A list. */
    readonly B090List?: readonly {
      /** Text (13 characters, ^\d{13}$). */
      readonly subsidiaryMPAN?: string | null;
      readonly [name: string]: unknown;
    }[] | null;
    /** An object. */
    readonly B091?: {
      /** Text (1 to 2000 characters). */
      readonly additionalInformation?: string | null;
      readonly [name: string]: unknown;
    } | null;
    /** A list; in [LinkedImportExportCreate], [LinkedImportExportAdd], [LinkedImportExportRemove]. */
    readonly B907List?: readonly {
      /** An object; in [LinkedImportExportCreate], [LinkedImportExportAdd], [LinkedImportExportRemove]. */
      readonly existingMeter?: {
        /** Text (13 characters, ^\d{13}$); in [LinkedImportExportCreate], [LinkedImportExportAdd], [LinkedImportExportRemove]. */
        readonly linkedImportExportMPAN?: string | null;
        /** Text; the values listed are those known so far; in [LinkedImportExportCreate], [LinkedImportExportAdd], [LinkedImportExportRemove]. */
        readonly linkedMPANEnergyDirection?: "I" | "E" | (string & {}) | null;
        /** Text (10 characters); in [LinkedImportExportCreate], [LinkedImportExportAdd], [LinkedImportExportRemove]. */
        readonly importExportMPANSupplierDIPID?: string | null;
        /** Text (4 characters, ^[A-Z]{4}$); in [LinkedImportExportCreate], [LinkedImportExportAdd], [LinkedImportExportRemove]. */
        readonly importExportMPANSupplierMPID?: string | null;
        readonly [name: string]: unknown;
      } | null;
      /** A list (at least 1 element); in [LinkedImportExportCreate], [LinkedImportExportAdd], [LinkedImportExportRemove]. */
      readonly historyMAP?: readonly {
        /** An object; in [LinkedImportExportCreate], [LinkedImportExportAdd], [LinkedImportExportRemove]. */
        readonly existingMeter?: {
          /** Text (at most 10 characters); in [LinkedImportExportCreate], [LinkedImportExportAdd], [LinkedImportExportRemove]. */
          readonly meterID?: string | null;
          /** Text; the values listed are those known so far; in [LinkedImportExportCreate], [LinkedImportExportAdd], [LinkedImportExportRemove]. */
          readonly meterType?: "CHECK" | "H" | "K" | "LAG_" | "LEAD_" | "MAIN_" | "N" | "NCAMR" | "NSS" | "RCAMR" | "RCAMY" | "S" | "S1" | "S2A" | "S2AD" | "S2ADE" | "S2B" | "S2BD" | "S2BDE" | "S2C" | "S2CD" | "S2CDE" | "SPECL" | "T" | "2ADF" | "2ADEF" | "2AEF" | "2AF" | "2BF" | "2BDF" | "2BDEF" | "2BEF" | "2CDEF" | "2CF" | "2CDF" | "2CEF" | (string & {}) | null;
          /** Text (1 to 60 characters); in [LinkedImportExportCreate], [LinkedImportExportAdd], [LinkedImportExportRemove]. */
          readonly manufacturersMakeAndType?: string | null;
          /** Text (1 to 23 characters); in [LinkedImportExportCreate], [LinkedImportExportAdd], [LinkedImportExportRemove]. */
          readonly ESMEGUID?: string | null;
          /** Text; the values listed are those known so far; in [LinkedImportExportCreate], [LinkedImportExportAdd], [LinkedImportExportRemove]. */
          readonly meterLocation?: "A" | "B" | "C" | "D" | "E" | "F" | "G" | "H" | "I" | "J" | "K" | "L" | "M" | "N" | "O" | "P" | "R" | "S" | "T" | "U" | "V" | "W" | "X" | "Y" | "Z" | (string & {}) | null;
          /** A whole number (at most 9); in [LinkedImportExportCreate], [LinkedImportExportAdd], [LinkedImportExportRemove]. */
          readonly numberOfDisplayedRegisterDigits?: number | null;
          /** A day and time such as 2026-06-10T09:03:00Z (25 characters); in [LinkedImportExportCreate], [LinkedImportExportAdd], [LinkedImportExportRemove]. */
          readonly meterInstallationDate?: string | null;
          readonly [name: string]: unknown;
        } | null;
        /** A list (at least 1 element); in [LinkedImportExportCreate], [LinkedImportExportAdd], [LinkedImportExportRemove]. */
        readonly historyMAP?: readonly {
          /** Text (4 characters); in [LinkedImportExportCreate], [LinkedImportExportAdd], [LinkedImportExportRemove]. */
          readonly meterAssetProviderID?: string | null;
          /** A day and time such as 2026-06-10T09:03:00Z (25 characters); in [LinkedImportExportCreate], [LinkedImportExportAdd], [LinkedImportExportRemove]. */
          readonly meterAssetProviderEffectiveFromDate?: string | null;
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
