// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * IF-033 version 011: Metering service appointment request.
 * An event is a message. Other members are kept and not looked at.
 */
export type IF_033011 = {
  readonly CommonBlock: {
    readonly S0: {
      readonly interfaceID: "IF-033";
      readonly schemaVersion?: string | null;
      /** A text, or a list of texts. */
      readonly eventCode?: string | readonly string[] | null;
      readonly [name: string]: unknown;
    };
    readonly S1: {
      readonly environmentTag?: string | null;
      readonly senderCorrelationID?: string | null;
      readonly senderUniqueReference: string;
      /** A day and time such as 2026-06-10T09:03:00Z. */
      readonly senderTimestamp: string;
      readonly senderDIPID: string;
      readonly senderRoleID?: string | null;
      readonly DIPConnectionProviderID?: string | null;
      readonly subText?: string | null;
      readonly [name: string]: unknown;
    };
    readonly M0: {
      readonly MPANCore: string;
      readonly distributorDIPID?: string | null;
      readonly GSPGroupID?: string | null;
      readonly gspGroupID?: string | null;
      readonly [name: string]: unknown;
    };
    readonly A0?: {
      /** A list. */
      readonly primaryRecipients?: readonly unknown[] | null;
      /** A list. */
      readonly secondaryRecipients?: readonly unknown[] | null;
      /** A list. */
      readonly always?: readonly unknown[] | null;
      readonly [name: string]: unknown;
    } | null;
    readonly D0?: {
      readonly transactionID?: string | null;
      /** A day and time such as 2026-06-10T09:03:00Z. */
      readonly transactionTimestamp?: string | null;
      readonly publicationID?: string | null;
      readonly initialCorrelationID?: string | null;
      /** True or false. */
      readonly replayIndicator?: boolean | null;
      readonly serviceTicketURL?: string | null;
      readonly [name: string]: unknown;
    } | null;
    readonly [name: string]: unknown;
  };
  readonly CustomBlock?: {
    readonly B012?: {
      readonly serviceProviderAppointmentRequestingSupplierDIPID?: string | null;
      readonly serviceProviderAppointmentRequestingSupplierMPID?: string | null;
      readonly [name: string]: unknown;
    } | null;
    readonly B013?: {
      readonly CSSRegistrationID?: string | null;
      readonly [name: string]: unknown;
    } | null;
    readonly B022?: {
      /** Text; personal data. */
      readonly meteringPointPostcode?: string | null;
      /** Text; personal data. */
      readonly addressLine1?: string | null;
      /** Text; personal data. */
      readonly addressLine2?: string | null;
      /** Text; personal data. */
      readonly addressLine3?: string | null;
      /** Text; personal data. */
      readonly addressLine4?: string | null;
      /** Text; personal data. */
      readonly addressLine5?: string | null;
      /** Text; personal data. */
      readonly addressLine6?: string | null;
      /** Text; personal data. */
      readonly addressLine7?: string | null;
      /** Text; personal data. */
      readonly addressLine8?: string | null;
      /** Text; personal data. */
      readonly addressLine9?: string | null;
      readonly [name: string]: unknown;
    } | null;
    readonly B023?: {
      readonly connectionTypeIndicator?: string | null;
      /** A day and time such as 2026-06-10T09:03:00Z. */
      readonly connectionTypeEffectiveFromDate?: string | null;
      readonly energyDirection?: string | null;
      /** True or false. */
      readonly meteredIndicator?: boolean | null;
      readonly [name: string]: unknown;
    } | null;
    readonly B024?: {
      readonly DUOSTariffID?: string | null;
      /** A day and time such as 2026-06-10T09:03:00Z. */
      readonly DUOSTariffIDEffectiveFromDate?: string | null;
      readonly [name: string]: unknown;
    } | null;
    readonly B025?: {
      /** Text; the values listed are those known so far. */
      readonly energisationStatus?: "D" | "E" | (string & {}) | null;
      /** A day and time such as 2026-06-10T09:03:00Z. */
      readonly energisationStatusEffectiveFromDate?: string | null;
      readonly [name: string]: unknown;
    } | null;
    readonly B026?: {
      readonly marketSegmentIndicator?: string | null;
      /** A day and time such as 2026-06-10T09:03:00Z. */
      readonly marketSegmentIndicatorEffectiveFromDate?: string | null;
      readonly [name: string]: unknown;
    } | null;
    readonly B029?: {
      readonly DCCServiceFlag?: string | null;
      /** A day and time such as 2026-06-10T09:03:00Z. */
      readonly DCCEffectiveFromDate?: string | null;
      readonly [name: string]: unknown;
    } | null;
    readonly B031?: {
      readonly SMSOID?: string | null;
      /** A day and time such as 2026-06-10T09:03:00Z. */
      readonly SMSOEffectiveFromDate?: string | null;
      readonly [name: string]: unknown;
    } | null;
    readonly B032?: {
      readonly profileClass?: string | null;
      /** A day and time such as 2026-06-10T09:03:00Z. */
      readonly profileClassEffectiveFromDate?: string | null;
      readonly SSC?: string | null;
      /** A day and time such as 2026-06-10T09:03:00Z. */
      readonly SSCEffectiveFromDate?: string | null;
      readonly [name: string]: unknown;
    } | null;
    readonly B070?: {
      readonly proposedMeteringServiceDIPID?: string | null;
      readonly proposedMeteringServiceMPID?: string | null;
      /** A day and time such as 2026-06-10T09:03:00Z. */
      readonly proposedMeteringServiceDIPEffectiveFromDate?: string | null;
      readonly contractReferenceMeteringService?: string | null;
      readonly appointmentScenario?: string | null;
      readonly [name: string]: unknown;
    } | null;
    readonly B072?: {
      readonly incumbentMeteringServiceDIPID?: string | null;
      readonly incumbentMeteringServiceMPID?: string | null;
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
    readonly replayIndicator?: string;
    readonly mpxn?: string;
    readonly registrationId?: string;
    readonly sentAt?: string;
    readonly sentAtZone?: "utc" | "offset" | "local";
  };
  readonly [name: string]: unknown;
};
