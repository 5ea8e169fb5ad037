// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * REP-900 version 008: DUoS invoice data by supplier.
 * An event is a message. Other members are kept and not looked at.
 */
export type REP_900008 = {
  /** An object. */
  readonly CommonBlock: {
    /** An object. */
    readonly S0: {
      readonly interfaceID: "REP-900";
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
      readonly "R900-01"?: {
        /** Text (at most 4 characters). */
        readonly distributorID?: string | null;
        /** Text (at most 70 characters). */
        readonly distributorRegisteredName?: string | null;
        /** Text (at most 12 characters). */
        readonly distributorCompanyRegistrationNumber?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly distributorRegisteredAddressLine1?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly distributorRegisteredAddressLine2?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly distributorRegisteredAddressLine3?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly distributorRegisteredAddressLine4?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly distributorRegisteredAddressLine5?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly distributorRegisteredAddressLine6?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly distributorRegisteredAddressLine7?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly distributorRegisteredAddressLine8?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly distributorRegisteredAddressLine9?: string | null;
        /** Text (at most 10 characters); personal data. */
        readonly distributorRegisteredAddressPostcode?: string | null;
        /** Text (at most 100 characters); personal data. */
        readonly distributorBillingContactName?: string | null;
        /** Text (1 to 100 characters); personal data. */
        readonly distributorBillingEmail?: string | null;
        /** Text (1 to 19 characters); personal data. */
        readonly distributorBillingTelephoneNumber?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly distributorBillingAddressLine1?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly distributorBillingAddressLine2?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly distributorBillingAddressLine3?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly distributorBillingAddressLine4?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly distributorBillingAddressLine5?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly distributorBillingAddressLine6?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly distributorBillingAddressLine7?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly distributorBillingAddressLine8?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly distributorBillingAddressLine9?: string | null;
        /** Text (at most 10 characters); personal data. */
        readonly distributorBillingPostcode?: string | null;
        /** Text (6 characters). */
        readonly distributorBankSortCode?: string | null;
        /** Text (8 to 10 characters). */
        readonly distributorBankAccountNumber?: string | null;
        /** Text (at most 14 characters). */
        readonly distributorVATRegistrationNumber?: string | null;
        readonly [name: string]: unknown;
      } | null;
      /** An object. */
      readonly "R900-02"?: {
        /** Text (at most 4 characters). */
        readonly supplierMPID?: string | null;
        /** Text (10 characters). */
        readonly supplierDIPID?: string | null;
        /** Text (at most 70 characters). */
        readonly LDSOBillingSupplierTradingName?: string | null;
        /** Text (1 to 14 characters). */
        readonly LDSOBillingSupplierVATRegistrationNumber?: string | null;
        /** Text (1 to 70 characters). */
        readonly LDSOBillingSupplierVATadditionaltext?: string | null;
        /** Text (at most 100 characters); personal data. */
        readonly "LDSOBillingSupplierBill-ToContactName"?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly "LDSOBillingSupplierBill-ToAddressLine1"?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly "LDSOBillingSupplierBill-ToAddressLine2"?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly "LDSOBillingSupplierBill-ToAddressLine3"?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly "LDSOBillingSupplierBill-ToAddressLine4"?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly "LDSOBillingSupplierBill-ToAddressLine5"?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly "LDSOBillingSupplierBill-ToAddressLine6"?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly "LDSOBillingSupplierBill-ToAddressLine7"?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly "LDSOBillingSupplierBill-ToAddressLine8"?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly "LDSOBillingSupplierBill-ToAddressLine9"?: string | null;
        /** Text (at most 10 characters); personal data. */
        readonly "LDSOBillingSupplierBill-ToPostcode"?: string | null;
        readonly [name: string]: unknown;
      } | null;
      /** A list. */
      readonly "R900-03"?: readonly {
        /** Text; the values listed are those known so far. */
        readonly GSPGroupID?: "_A" | "_B" | "_C" | "_D" | "_E" | "_F" | "_G" | "_H" | "_J" | "_K" | "_L" | "_M" | "_N" | "_P" | (string & {}) | null;
        /** Text (at most 30 characters). */
        readonly LDSOBillingSiteID?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly LDSOBillingSiteAddressLine1?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly LDSOBillingSiteAddressLine2?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly LDSOBillingSiteAddressLine3?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly LDSOBillingSiteAddressLine4?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly LDSOBillingSiteAddressLine5?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly LDSOBillingSiteAddressLine6?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly LDSOBillingSiteAddressLine7?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly LDSOBillingSiteAddressLine8?: string | null;
        /** Text (at most 40 characters); personal data. */
        readonly LDSOBillingSiteAddressLine9?: string | null;
        /** Text (at most 10 characters); personal data. */
        readonly LDSOBillingSitePostCode?: string | null;
        /** A list. */
        readonly "R900-04"?: readonly {
          /** Text (at most 3 characters). */
          readonly DUoSTariffID?: string | null;
          /** Text (1 to 1400 characters). */
          readonly listOfMPANSonSite?: string | null;
          /** True or false. */
          readonly misalignedMultiMPANSite?: boolean | null;
          /** A number (at most 9999999999999). */
          readonly LDSOBillingSiteCapacity?: number | null;
          /** Text; the values listed are those known so far. */
          readonly LDSOBillingInvoiceType?: "Site Specifc DUoS" | (string & {}) | null;
          /** A day such as 2026-06-10. */
          readonly taxPointDate?: string | null;
          /** A day such as 2026-06-10. */
          readonly invoiceDate?: string | null;
          /** A day such as 2026-06-10. */
          readonly invoiceDueDate?: string | null;
          /** Text (at most 17 characters). */
          readonly LDSOBilingInvoiceNumber?: string | null;
          /** Text; the values listed are those known so far. */
          readonly siteSpecificDUoSInvoiceType?: "New" | "Can" | "Reb" | (string & {}) | null;
          /** Text (1 to 17 characters). */
          readonly LDSOBillingCancelledInvoiceNumber?: string | null;
          /** A day such as 2026-06-10. */
          readonly cancelledInvoiceDate?: string | null;
          /** A day such as 2026-06-10. */
          readonly chargePeriodStartDate?: string | null;
          /** A day such as 2026-06-10. */
          readonly chargePeriodEndDate?: string | null;
          /** A number (at most 999999). */
          readonly maximumDemandInTheInvoicePeriod?: number | null;
          /** A day and time such as 2026-06-10T09:03:00Z (25 characters). */
          readonly maximumDemandInTheInvoicePeriodDateTime?: string | null;
          /** Text (^-?\d{1,15}\.\d{2}$). */
          readonly totalInvoiceAmountExVAT?: string | null;
          /** Text (^-?\d{1,15}\.\d{2}$). */
          readonly totalInvoiceVAT?: string | null;
          /** Text (^-?\d{1,15}\.\d{2}$). */
          readonly totalInvoiceAmountIncVAT?: string | null;
          /** A list. */
          readonly "R900-05"?: readonly {
            /** Text; the values listed are those known so far. */
            readonly chargeType?: "FIXED" | "CAPAC" | "XSCAP" | "REACT" | "RED" | "AMBER" | "GREEN" | "YELLO" | "BLACK" | "SUPER" | "ZERO" | (string & {}) | null;
            /** A number (at most 31). */
            readonly numberOfDaysBilled?: number | null;
            /** Text (^-?\d{1,13}\.\d{3}$). */
            readonly quantity?: string | null;
            /** Text (^-?\d{1,15}\.\d{5}$). */
            readonly price?: string | null;
            /** Text (^-?\d{1,15}\.\d{2}$). */
            readonly totalChargeForChargeTypeExVAT?: string | null;
            /** Text; the values listed are those known so far. */
            readonly VATRateCode?: "E" | "S" | "Z" | "N" | (string & {}) | null;
            /** Text (^\d{1,2}\.\d{2}$). */
            readonly VATRate?: string | null;
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
