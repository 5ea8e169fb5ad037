// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * S0061 version 001: BM Unit Metered Volumes for Interconnector Users.
 * A message is an occurrence of group BUD BM Unit Data.
 */
export type S0061001 = {
  /** BM Unit Id, CHAR(11). */
  readonly bmUnitId: string;
  /** IDM Interconnector Deemed Metered Amounts, 1. */
  readonly interconnectorDeemedMeteredAmounts: InterconnectorDeemedMeteredAmounts;
  /** BUP BM Unit Period Data, 46, 48 or 50. */
  readonly bmUnitPeriodData: readonly BmUnitPeriodData[];
};

/** Group IDM Interconnector Deemed Metered Amounts. */
export type InterconnectorDeemedMeteredAmounts = {
  /** Interconnector Id, CHAR(10). */
  readonly interconnectorId: string;
  /** Settlement Date, DATE. */
  readonly settlementDate: string;
};

/** Group BUP BM Unit Period Data. */
export type BmUnitPeriodData = {
  /** Settlement Period, NUM(2). */
  readonly settlementPeriod: string;
  /** Energy Volume Reading, ±NUM(10,3). */
  readonly energyVolumeReading: string;
};
