/** How files of a flow call it, its records and the roles they go between, where that is not what the catalogue calls them. */
export interface FileNames {
  /** What a header calls the flow, the usual name first: `ONJOB`. */
  readonly fileTypes: readonly string[];
  /** What its transactions are of, the usual type first; empty where no type tells it from its like. */
  readonly transactionTypes: readonly string[];
  /** Code of the trailer. */
  readonly trailer: string;
  /** Codes that no document was seen with, trailer included: what each is taken for. */
  readonly unproved: Readonly<Record<string, string>>;
  /** Codes of the records that a trailer's counts are of; null: all of them, and those of the first group. */
  readonly counted: readonly string[] | null;
  /** Codes that records of the file it answers have, which it may repeat; empty where it answers none. */
  readonly repeated: readonly string[];
  /** Codes of roles in headers by the names that routes use, the usual one first. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
}

/** What a file tells of its flow, where its header names only a kind of flow. */
export interface FileTold {
  readonly fileType: string;
  readonly fromRole: string | null;
  readonly toRole: string | null;
  /** Types of its transactions, each once. */
  readonly transactionTypes: readonly string[];
}
