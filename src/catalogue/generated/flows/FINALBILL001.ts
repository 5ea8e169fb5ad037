// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * FINALBILL version 001: Final bill request.
 * A message is the rows that follow each other with the same meteringPoint and suppliedUntil.
 */
export type FINALBILL001 = {
  /** metering_point, CHAR(13). */
  readonly meteringPoint: string;
  /** fuel, CHAR(1). */
  readonly fuel: "E" | "G" | (string & {});
  /** supplied_until, DATE as yyyy-MM-dd. */
  readonly suppliedUntil: string;
  /** registration_id, CHAR(40). */
  readonly registrationId?: string;
  /** new_supplier, CHAR(4). */
  readonly newSupplier?: string;
  /** account, CHAR(35). */
  readonly account?: string;
  /** reading_source, CHAR(20). */
  readonly readingSource?: string;
  /** correction, NUM(3). */
  readonly correction?: string;
  /** correction_reason, CHAR(100). */
  readonly correctionReason?: string;
  /** A row each. */
  readonly lines: readonly Line[];
};

/** One row of a message. */
export type Line = {
  /** meter_id, CHAR(14). */
  readonly meterId?: string;
  /** register_id, CHAR(2). */
  readonly registerId?: string;
  /** closing_reading, NUM(9,1). */
  readonly closingReading?: string;
  /** reading_type, CHAR(2). */
  readonly readingType?: string;
  /** read_at, DATE as yyyy-MM-dd. */
  readonly readAt?: string;
  /** The positions in quotes, where they are not those of the file's first row. */
  readonly $quoted?: string;
  /** The line ends after the row, where they are not the file's. */
  readonly $after?: string;
};
