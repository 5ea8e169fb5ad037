// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * HH-SIMPLE-CSV version 001: Half-hourly reads.
 * A message is the rows that agree in MPAN Core, Channel Type.
 */
export type HH_SIMPLE_CSV001 = {
  /** MPAN Core, any text. */
  readonly mpanCore: string;
  /** Channel Type, any text. */
  readonly channelType: string;
  /** One for each row, in order. */
  readonly lines: readonly HH_SIMPLE_CSV001Line[];
};

/** A row of HH-SIMPLE-CSV. */
export type HH_SIMPLE_CSV001Line = {
  /** Start Date, DATETIME. */
  readonly startDate: string;
  /** Value, ±NUM(18,9). */
  readonly value: string;
  /** Status, CHAR(1). */
  readonly status: string;
};
