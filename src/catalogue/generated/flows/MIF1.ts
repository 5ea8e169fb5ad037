// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * MIF version 1: Meter Assets Invoice Supporting Information.
 * A message is an occurrence of group Q28 Standard Invoice Summary.
 */
export type MIF1 = {
  /** Q29 Standard Charge Type Summary, 1 to 60. */
  readonly standardChargeTypeSummary: readonly StandardChargeTypeSummary[];
};

/** Group Q29 Standard Charge Type Summary. */
export type StandardChargeTypeSummary = {
  /** K49 Meter Assets Detail, 1 to 300. */
  readonly meterAssetsDetail: readonly MeterAssetsDetail[];
  /** K50 Meter Portfolio Detail, 1 to 300. */
  readonly meterPortfolioDetail: readonly MeterPortfolioDetail[];
};

/** Group K49 Meter Assets Detail. */
export type MeterAssetsDetail = {
};

/** Group K50 Meter Portfolio Detail. */
export type MeterPortfolioDetail = {
};
