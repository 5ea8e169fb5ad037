// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * TRS version 1: Shared Supply Meter Point Transfer of Ownership.
 * One of several kinds of message.
 */
export type TRS1 = TransferOfOwnership | LapsedConfirmationDetails | CeasedResponsibility | NotificationOfRetainedResponsibility;

/** A message is an occurrence of group S15 Transfer of Ownership. */
export type TransferOfOwnership = {
  /** S66 Contact Details, 1 to 5. */
  readonly contactDetails: readonly ContactDetails[];
  /** S70 Address, 1. */
  readonly address: Address;
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group S66 Contact Details. */
export type ContactDetails = {
  /** S67 Electronic Device, 1 to 4. */
  readonly electronicDevice: readonly ElectronicDevice[];
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group S67 Electronic Device. */
export type ElectronicDevice = {
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group S70 Address. */
export type Address = {
  /** S75 Meter Point Details, 1 to 500. */
  readonly meterPointDetails: readonly MeterPointDetails[];
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group S75 Meter Point Details. */
export type MeterPointDetails = {
  /** S98 Smart Data, 0 or 1. */
  readonly smartData?: SmartData;
  /** K12 MAM and GAO Details, 0 or 1. */
  readonly mamAndGaoDetails?: MamAndGaoDetails;
  /** K85 Generic Organisation Notification, 0 to 15. */
  readonly genericOrganisationNotification?: readonly GenericOrganisationNotification[];
  /** U71 NTS Optional Rate Details, 0 or 1. */
  readonly ntsOptionalRateDetails?: NtsOptionalRateDetails;
  /** U73 LDZ Optional Rate Details, 0 or 1. */
  readonly ldzOptionalRateDetails?: LdzOptionalRateDetails;
  /** U74 CSO Details, 0 or 1. */
  readonly csoDetails?: CsoDetails;
  /** U75 Asset Charges, 0 to 1000. */
  readonly assetCharges?: readonly AssetCharges[];
  /** U90 SSMP Charges, 1 to 15. */
  readonly ssmpCharges: readonly SsmpCharges[];
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group S98 Smart Data. */
export type SmartData = {
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group K12 MAM and GAO Details. */
export type MamAndGaoDetails = {
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group K85 Generic Organisation Notification. */
export type GenericOrganisationNotification = {
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group U71 NTS Optional Rate Details. */
export type NtsOptionalRateDetails = {
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group U73 LDZ Optional Rate Details. */
export type LdzOptionalRateDetails = {
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group U74 CSO Details. */
export type CsoDetails = {
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group U75 Asset Charges. */
export type AssetCharges = {
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group U90 SSMP Charges. */
export type SsmpCharges = {
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** A message is an occurrence of group S08 Lapsed Confirmation Details. */
export type LapsedConfirmationDetails = {
  /** S70 Address, 1. */
  readonly address: AddressS70;
  /** S72 Rejection Detail, 1. */
  readonly rejectionDetail: RejectionDetail;
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group S70 Address. */
export type AddressS70 = {
  /** S76 Lapsed Confirmation Meter Point Details, 1. */
  readonly lapsedConfirmationMeterPointDetails: LapsedConfirmationMeterPointDetails;
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group S76 Lapsed Confirmation Meter Point Details. */
export type LapsedConfirmationMeterPointDetails = {
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group S72 Rejection Detail. */
export type RejectionDetail = {
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** A message is an occurrence of group S88 Ceased Responsibility. */
export type CeasedResponsibility = {
  /** K13 Meter Point Ceased Ownership Details, 1. */
  readonly meterPointCeasedOwnershipDetails: MeterPointCeasedOwnershipDetails;
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group K13 Meter Point Ceased Ownership Details. */
export type MeterPointCeasedOwnershipDetails = {
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** A message is an occurrence of group S63 Notification of Retained Responsibility. */
export type NotificationOfRetainedResponsibility = {
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};
