// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * TNI version 1: Interconnector Transfer of Ownership.
 * One of several kinds of message.
 */
export type TNI1 = InterconnectorTransferOfOwnership | InterconnectorConfirmationResponse;

/** A message is an occurrence of group U95 Interconnector Transfer of Ownership. */
export type InterconnectorTransferOfOwnership = {
  /** S66 Contact Details, 1 to 5. */
  readonly contactDetails: readonly ContactDetails[];
  /** S70 Address, 1. */
  readonly address: Address;
  /** S75 Meter Point Details, 1 to 500. */
  readonly meterPointDetails: readonly MeterPointDetails[];
  /** U71 NTS Optional Rate Details, 1. */
  readonly ntsOptionalRateDetails: NtsOptionalRateDetails;
  /** U74 CSO Details, 0 or 1. */
  readonly csoDetails?: CsoDetails;
  /** U75 Meter Asset Details, 0 to 500. */
  readonly meterAssetDetails?: readonly MeterAssetDetails[];
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
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group S75 Meter Point Details. */
export type MeterPointDetails = {
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

/** Group U74 CSO Details. */
export type CsoDetails = {
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group U75 Meter Asset Details. */
export type MeterAssetDetails = {
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** A message is an occurrence of group U92 Interconnector Confirmation Response. */
export type InterconnectorConfirmationResponse = {
  /** S72 Rejection Detail, 1 to 15. */
  readonly rejectionDetail: readonly RejectionDetail[];
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
