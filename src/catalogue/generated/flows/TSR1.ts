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
};

/** Group S72 Rejection Detail. */
export type RejectionDetail = {
};

/** A message is an occurrence of group U83 NTS Optional Rate Cancel Response. */
export type NtsOptionalRateCancelResponse = {
  /** S72 Rejection Detail, 0 or 1. */
  readonly rejectionDetail?: RejectionDetailS72;
};

/** Group S72 Rejection Detail. */
export type RejectionDetailS72 = {
};
