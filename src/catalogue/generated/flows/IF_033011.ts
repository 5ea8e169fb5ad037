// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * IF-033 version 011: Appointment request to a service.
 * An event is a message. Other members are kept and not looked at.
 */
export type IF_033011 = {
  /** An object. */
  readonly CommonBlock: {
    /** An object. */
    readonly S0: {
      readonly interfaceID: "IF-033";
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
    readonly B012?: {
      /** Text (10 characters). */
      readonly serviceProviderAppointmentRequestingSupplierDIPID?: string | null;
      /** Text (4 characters, ^[A-Z]{4}$). */
      readonly serviceProviderAppointmentRequestingSupplierMPID?: string | null;
      readonly [name: string]: unknown;
    } | null;
    /** An object. */
    readonly B013?: {
      /** Text (at most 36 characters). */
      readonly CSSRegistrationID?: string | null;
      readonly [name: string]: unknown;
    } | null;
    /** An object; in [MSAppSPRequest]. */
    readonly B070?: {
      /** Text (10 characters); in [MSAppSPRequest]. */
      readonly proposedMeteringServiceDIPID?: string | null;
      /** Text (4 characters, ^[A-Z]{4}$); in [MSAppSPRequest]. */
      readonly proposedMeteringServiceMPID?: string | null;
      /** A day and time such as 2026-06-10T09:03:00Z (25 characters); in [MSAppSPRequest]. */
      readonly proposedMeteringServiceDIPEffectiveFromDate?: string | null;
      /** Text (1 to 50 characters); in [MSAppSPRequest]. */
      readonly contractReferenceMeteringService?: string | null;
      /** Text; the values listed are those known so far; in [MSAppSPRequest]. */
      readonly appointmentScenario?: "COS" | "CSP" | "USP" | "SEG" | "MCA" | "MCS" | "ALG" | (string & {}) | null;
      readonly [name: string]: unknown;
    } | null;
    /** An object. */
    readonly B072?: {
      /** Text (10 characters). */
      readonly incumbentMeteringServiceDIPID?: string | null;
      /** Text (4 characters, ^[A-Z]{4}$). */
      readonly incumbentMeteringServiceMPID?: string | null;
      readonly [name: string]: unknown;
    } | null;
    /** An object. */
    readonly B022?: {
      /** Text (1 to 10 characters); personal data. */
      readonly meteringPointPostcode?: string | null;
      /** Text (at most 40 characters); personal data. */
      readonly addressLine1?: string | null;
      /** Text (at most 40 characters); personal data. */
      readonly addressLine2?: string | null;
      /** Text (at most 40 characters); personal data. */
      readonly addressLine3?: string | null;
      /** Text (at most 40 characters); personal data. */
      readonly addressLine4?: string | null;
      /** Text (at most 40 characters); personal data. */
      readonly addressLine5?: string | null;
      /** Text (at most 40 characters); personal data. */
      readonly addressLine6?: string | null;
      /** Text (at most 40 characters); personal data. */
      readonly addressLine7?: string | null;
      /** Text (at most 40 characters); personal data. */
      readonly addressLine8?: string | null;
      /** Text (at most 40 characters); personal data. */
      readonly addressLine9?: string | null;
      readonly [name: string]: unknown;
    } | null;
    /** An object. */
    readonly B023?: {
      /** Text; the values listed are those known so far. */
      readonly connectionTypeIndicator?: "W" | "L" | "H" | "E" | "U" | (string & {}) | null;
      /** A day and time such as 2026-06-10T09:03:00Z (25 characters). */
      readonly connectionTypeEffectiveFromDate?: string | null;
      /** Text; the values listed are those known so far. */
      readonly energyDirection?: "I" | "E" | (string & {}) | null;
      /** True or false. */
      readonly meteredIndicator?: boolean | null;
      readonly [name: string]: unknown;
    } | null;
    /** An object. */
    readonly B024?: {
      /** Text (1 to 3 characters). */
      readonly DUOSTariffID?: string | null;
      /** A day and time such as 2026-06-10T09:03:00Z (25 characters). */
      readonly DUOSTariffIDEffectiveFromDate?: string | null;
      readonly [name: string]: unknown;
    } | null;
    /** An object. */
    readonly B025?: {
      /** Text; the values listed are those known so far. */
      readonly energisationStatus?: "D" | "E" | "U" | (string & {}) | null;
      /** A day and time such as 2026-06-10T09:03:00Z (25 characters). */
      readonly energisationStatusEffectiveFromDate?: string | null;
      readonly [name: string]: unknown;
    } | null;
    /** An object. */
    readonly B026?: {
      /** Text; the values listed are those known so far. */
      readonly marketSegmentIndicator?: "U" | "S" | "A" | (string & {}) | null;
      /** A day and time such as 2026-06-10T09:03:00Z (25 characters). */
      readonly marketSegmentIndicatorEffectiveFromDate?: string | null;
      readonly [name: string]: unknown;
    } | null;
    /** An object. */
    readonly B029?: {
      /** Text; the values listed are those known so far. */
      readonly DCCServiceFlag?: "A" | "I" | "N" | (string & {}) | null;
      /** A day and time such as 2026-06-10T09:03:00Z (25 characters). */
      readonly DCCEffectiveFromDate?: string | null;
      readonly [name: string]: unknown;
    } | null;
    /** An object. */
    readonly B031?: {
      /** Text (1 to 4 characters). */
      readonly SMSOID?: string | null;
      /** A day and time such as 2026-06-10T09:03:00Z (25 characters). */
      readonly SMSOEffectiveFromDate?: string | null;
      readonly [name: string]: unknown;
    } | null;
    /** An object. */
    readonly B032?: {
      /** Text (1 to 2 characters, ^\d{1,2}$). */
      readonly profileClass?: string | null;
      /** A day and time such as 2026-06-10T09:03:00Z (25 characters). */
      readonly profileClassEffectiveFromDate?: string | null;
      /** Text (4 characters, ^\d{4}$). */
      readonly SSC?: string | null;
      /** A day and time such as 2026-06-10T09:03:00Z (25 characters). */
      readonly SSCEffectiveFromDate?: string | null;
      readonly [name: string]: unknown;
    } | null;
    /** A list. */
    readonly B905List?: readonly {
      /** An object. */
      readonly existingMeter?: {
        /** Text (at most 10 characters). */
        readonly meterID?: string | null;
        /** Text; the values listed are those known so far. */
        readonly meterType?: "CHECK" | "H" | "K" | "LAG_" | "LEAD_" | "MAIN_" | "N" | "NCAMR" | "NSS" | "RCAMR" | "RCAMY" | "S" | "S1" | "S2A" | "S2AD" | "S2ADE" | "S2B" | "S2BD" | "S2BDE" | "S2C" | "S2CD" | "S2CDE" | "SPECL" | "T" | "2ADF" | "2ADEF" | "2AEF" | "2AF" | "2BF" | "2BDF" | "2BDEF" | "2BEF" | "2CDEF" | "2CF" | "2CDF" | "2CEF" | (string & {}) | null;
        /** Text (1 to 60 characters). */
        readonly manufacturersMakeAndType?: string | null;
        /** Text (1 to 23 characters). */
        readonly ESMEGUID?: string | null;
        /** Text; the values listed are those known so far. */
        readonly meterLocation?: "A" | "B" | "C" | "D" | "E" | "F" | "G" | "H" | "I" | "J" | "K" | "L" | "M" | "N" | "O" | "P" | "R" | "S" | "T" | "U" | "V" | "W" | "X" | "Y" | "Z" | (string & {}) | null;
        /** A whole number (at most 9). */
        readonly numberOfDisplayedRegisterDigits?: number | null;
        /** A day and time such as 2026-06-10T09:03:00Z (25 characters). */
        readonly meterInstallationDate?: string | null;
        readonly [name: string]: unknown;
      } | null;
      /** An object. */
      readonly existingMAP?: {
        /** Text (4 characters). */
        readonly meterAssetProviderID?: string | null;
        /** A day and time such as 2026-06-10T09:03:00Z (25 characters). */
        readonly meterAssetProviderEffectiveFromDate?: string | null;
        readonly [name: string]: unknown;
      } | null;
      readonly [name: string]: unknown;
    }[] | null;
    /** A list. */
    readonly B907List?: readonly {
      /** An object. */
      readonly existingMeter?: {
        /** Text (13 characters, ^\d{13}$). */
        readonly linkedImportExportMPAN?: string | null;
        /** Text; the values listed are those known so far. */
        readonly linkedMPANEnergyDirection?: "I" | "E" | (string & {}) | null;
        /** Text (10 characters). */
        readonly importExportMPANSupplierDIPID?: string | null;
        /** Text (4 characters, ^[A-Z]{4}$). */
        readonly importExportMPANSupplierMPID?: string | null;
        readonly [name: string]: unknown;
      } | null;
      /** A list (at least 1 element). */
      readonly historyMAP?: readonly {
        /** An object. */
        readonly existingMeter?: {
          /** Text (at most 10 characters). */
          readonly meterID?: string | null;
          /** Text; the values listed are those known so far. */
          readonly meterType?: "CHECK" | "H" | "K" | "LAG_" | "LEAD_" | "MAIN_" | "N" | "NCAMR" | "NSS" | "RCAMR" | "RCAMY" | "S" | "S1" | "S2A" | "S2AD" | "S2ADE" | "S2B" | "S2BD" | "S2BDE" | "S2C" | "S2CD" | "S2CDE" | "SPECL" | "T" | "2ADF" | "2ADEF" | "2AEF" | "2AF" | "2BF" | "2BDF" | "2BDEF" | "2BEF" | "2CDEF" | "2CF" | "2CDF" | "2CEF" | (string & {}) | null;
          /** Text (1 to 60 characters). */
          readonly manufacturersMakeAndType?: string | null;
          /** Text (1 to 23 characters). */
          readonly ESMEGUID?: string | null;
          /** Text; the values listed are those known so far. */
          readonly meterLocation?: "A" | "B" | "C" | "D" | "E" | "F" | "G" | "H" | "I" | "J" | "K" | "L" | "M" | "N" | "O" | "P" | "R" | "S" | "T" | "U" | "V" | "W" | "X" | "Y" | "Z" | (string & {}) | null;
          /** A whole number (at most 9). */
          readonly numberOfDisplayedRegisterDigits?: number | null;
          /** A day and time such as 2026-06-10T09:03:00Z (25 characters). */
          readonly meterInstallationDate?: string | null;
          readonly [name: string]: unknown;
        } | null;
        /** A list (at least 1 element). */
        readonly historyMAP?: readonly {
          /** Text (4 characters). */
          readonly meterAssetProviderID?: string | null;
          /** A day and time such as 2026-06-10T09:03:00Z (25 characters). */
          readonly meterAssetProviderEffectiveFromDate?: string | null;
          readonly [name: string]: unknown;
        }[] | null;
        readonly [name: string]: unknown;
      }[] | null;
      readonly [name: string]: unknown;
    }[] | null;
    /** A list. */
    readonly B908List?: readonly {
      /** An object. */
      readonly existingMeter?: {
        /** Text (13 characters, ^\d{13}$). */
        readonly primaryMPAN?: string | null;
        /** Text (13 characters, ^\d{13}$). */
        readonly secondaryMPAN?: string | null;
        readonly [name: string]: unknown;
      } | null;
      /** A list (at least 1 element). */
      readonly historyMAP?: readonly {
        /** An object. */
        readonly existingMeter?: {
          /** Text (at most 10 characters). */
          readonly meterID?: string | null;
          /** Text; the values listed are those known so far. */
          readonly meterType?: "CHECK" | "H" | "K" | "LAG_" | "LEAD_" | "MAIN_" | "N" | "NCAMR" | "NSS" | "RCAMR" | "RCAMY" | "S" | "S1" | "S2A" | "S2AD" | "S2ADE" | "S2B" | "S2BD" | "S2BDE" | "S2C" | "S2CD" | "S2CDE" | "SPECL" | "T" | "2ADF" | "2ADEF" | "2AEF" | "2AF" | "2BF" | "2BDF" | "2BDEF" | "2BEF" | "2CDEF" | "2CF" | "2CDF" | "2CEF" | (string & {}) | null;
          /** Text (1 to 60 characters). */
          readonly manufacturersMakeAndType?: string | null;
          /** Text (1 to 23 characters). */
          readonly ESMEGUID?: string | null;
          /** Text; the values listed are those known so far. */
          readonly meterLocation?: "A" | "B" | "C" | "D" | "E" | "F" | "G" | "H" | "I" | "J" | "K" | "L" | "M" | "N" | "O" | "P" | "R" | "S" | "T" | "U" | "V" | "W" | "X" | "Y" | "Z" | (string & {}) | null;
          /** A whole number (at most 9). */
          readonly numberOfDisplayedRegisterDigits?: number | null;
          /** A day and time such as 2026-06-10T09:03:00Z (25 characters). */
          readonly meterInstallationDate?: string | null;
          readonly [name: string]: unknown;
        } | null;
        /** A list (at least 1 element). */
        readonly historyMAP?: readonly {
          /** Text (4 characters). */
          readonly meterAssetProviderID?: string | null;
          /** A day and time such as 2026-06-10T09:03:00Z (25 characters). */
          readonly meterAssetProviderEffectiveFromDate?: string | null;
          readonly [name: string]: unknown;
        }[] | null;
        readonly [name: string]: unknown;
      }[] | null;
      readonly [name: string]: unknown;
    }[] | null;
    /** An object; in [DSAppSPRequest]. */
    readonly B071?: {
      /** Text (10 characters); in [DSAppSPRequest]. */
      readonly proposedDataServiceDIPID?: string | null;
      /** Text (4 characters, ^[A-Z]{4}$); in [DSAppSPRequest]. */
      readonly proposedDataServiceMPID?: string | null;
      /** A day and time such as 2026-06-10T09:03:00Z (25 characters); in [DSAppSPRequest]. */
      readonly proposedDataServiceDIPEffectiveFromDate?: string | null;
      /** Text (1 to 50 characters); in [DSAppSPRequest]. */
      readonly contractReferenceDataService?: string | null;
      /** Text; the values listed are those known so far; in [DSAppSPRequest]. */
      readonly appointmentScenario?: "COS" | "CSP" | "USP" | "SEG" | "MCA" | "MCS" | "ALG" | (string & {}) | null;
      /** Text (10 characters); in [DSAppSPRequest]. */
      readonly supplierNominatedMDRDIPID?: string | null;
      /** Text (4 characters, ^[A-Z]{4}$); in [DSAppSPRequest]. */
      readonly supplierNominatedMDRMPID?: string | null;
      /** A day and time such as 2026-06-10T09:03:00Z (25 characters); in [DSAppSPRequest]. */
      readonly supplierNominatedMDREffectiveFromDate?: string | null;
      /** Text; the values listed are those known so far; in [DSAppSPRequest]. */
      readonly supplierProposedConsentGranularity?: "H" | "D" | "M" | "N" | "x" | (string & {}) | null;
      /** True or false; in [DSAppSPRequest]. */
      readonly supplierProposedDomesticIndicator?: boolean | null;
      /** Text; the values listed are those known so far; in [DSAppSPRequest]. */
      readonly traditionalFallBackReadFrequency?: "W" | "F" | "M" | "Q" | "S" | "A" | "x" | (string & {}) | null;
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
    readonly mpxn?: string;
    readonly registrationId?: string;
    readonly sentAt?: string;
    readonly sentAtZone?: "utc" | "offset" | "local";
  };
  readonly [name: string]: unknown;
};
