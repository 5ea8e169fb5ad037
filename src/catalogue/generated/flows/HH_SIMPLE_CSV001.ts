// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * HH-SIMPLE-CSV version 001: Half-hourly reads.
 * A message is the rows that follow each other with the same mpanCore and channelType.
 */
export type HH_SIMPLE_CSV001 = {
  /** MPAN Core, any text. */
  readonly mpanCore: string;
  /** Channel Type, any text. */
  readonly channelType: string;
  /** A row each. */
  readonly lines: readonly Line[];
};

/** One row of a message. */
export type Line = {
  /** Start Date, DATETIME as yyyy-MM-dd HH:mm. */
  readonly startDate: string;
  /** Value, ±NUM(18,9). */
  readonly value: string;
  /** Status, CHAR(1). */
  readonly status: string;
  /** The positions in quotes, where they are not those of the file's first row. */
  readonly $quoted?: string;
  /** The line ends after the row, where they are not the file's. */
  readonly $after?: string;
};
