// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * TSI version 1: Interconnector Tariff Switch Request.
 * One of several kinds of message.
 */
export type TSI1 = NtsOptionalRateChange | NtsOptionalRateChangeSecondRecord;

/** A message is an occurrence of group U80 NTS Optional Rate Change. */
export type NtsOptionalRateChange = {
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** A message is an occurrence of group U81 NTS Optional Rate Change, Second Record. */
export type NtsOptionalRateChangeSecondRecord = {
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};
