// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * TSR version 1: Interconnector Tariff Switch Response.
 * One of several kinds of message.
 */
export type TSR1 = NtsOptionalRateChangeResponse | NtsOptionalRateCancelResponse;

/** A message is an occurrence of group U82 NTS Optional Rate Change Response. */
export type NtsOptionalRateChangeResponse = {
  /** S72 Rejection Detail, 0 or 1. */
  readonly rejectionDetail?: RejectionDetail;
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

/** A message is an occurrence of group U83 NTS Optional Rate Cancel Response. */
export type NtsOptionalRateCancelResponse = {
  /** S72 Rejection Detail, 0 or 1. */
  readonly rejectionDetail?: RejectionDetailS72;
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group S72 Rejection Detail. */
export type RejectionDetailS72 = {
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};
