// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * MIF version 1: Meter Assets Invoice Supporting Information.
 * A message is an occurrence of group Q28 Standard Invoice Summary.
 */
export type MIF1 = {
  /** Q29 Standard Charge Type Summary, 1 to 60. */
  readonly standardChargeTypeSummary: readonly StandardChargeTypeSummary[];
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group Q29 Standard Charge Type Summary. */
export type StandardChargeTypeSummary = {
  /** K49 Meter Assets Detail, 1 to 300. */
  readonly meterAssetsDetail: readonly MeterAssetsDetail[];
  /** K50 Meter Portfolio Detail, 1 to 300. */
  readonly meterPortfolioDetail: readonly MeterPortfolioDetail[];
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group K49 Meter Assets Detail. */
export type MeterAssetsDetail = {
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group K50 Meter Portfolio Detail. */
export type MeterPortfolioDetail = {
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};
