/** What one reader holds in memory at most. */
export interface CsvLimits {
  /** Bytes of a record; a longer one is not read. */
  readonly recordBytes: number;
  /** Bytes of records that are split at once. */
  readonly batchBytes: number;
  /** Characters of a message's rows; those beyond are counted and left out. */
  readonly messageCharacters: number;
  /** Keys that are remembered to notice rows that are apart. */
  readonly keys: number;
}

/** The limits that files are read with. */
export const usualTableLimits: CsvLimits = {
  recordBytes: 65_536,
  batchBytes: 65_536,
  messageCharacters: 8 << 20,
  keys: 100_000,
};

/** For a person who wants a file whole, however large its messages are. */
export const wholeTableLimits: CsvLimits = {
  ...usualTableLimits,
  messageCharacters: Number.MAX_SAFE_INTEGER,
};
