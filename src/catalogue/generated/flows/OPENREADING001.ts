// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * OPENREADING version 001: Opening reading of the supplier's own systems.
 * A message is the rows that follow each other with the same meteringPoint and supplyStartDate and readAt.
 */
export type OPENREADING001 = {
  /** metering_point, CHAR(13). */
  readonly meteringPoint: string;
  /** supply_start_date, DATE as yyyy-MM-dd. */
  readonly supplyStartDate: string;
  /** read_at, DATE as yyyy-MM-dd. */
  readonly readAt: string;
  /** source, CHAR(10). */
  readonly source: "customer" | "smart" | "estimate" | (string & {});
  /** A row each. */
  readonly lines: readonly Line[];
};

/** One row of a message. */
export type Line = {
  /** meter_id, CHAR(10). */
  readonly meterId: string;
  /** register_id, CHAR(2). */
  readonly registerId?: string;
  /** opening_reading, NUM(9,1). */
  readonly openingReading: string;
  /** The positions in quotes, where they are not those of the file's first row. */
  readonly $quoted?: string;
  /** The line ends after the row, where they are not the file's. */
  readonly $after?: string;
};
