/** What the databases word differently in the statements of a kind. */
export interface StuckSql {
  /** The condition behind a column: its value is one of the numbers in a JSON array, the parameter. */
  readonly inKeys: string;
  /** A join that looks at its tables in the order they are named, where the database can be instructed so. */
  readonly thenJoin: string;
  /** A JSON array of values, as text. */
  array(...values: readonly string[]): string;
  /** The first error among stored problems without its values: what a cause is made of. */
  sameError(problems: string): string;
  /** Names the index that a table is read by, where the database can be instructed so. */
  indexedBy(index: string): string;
  /** The number of the outbound file that one waits for; null where it waits for none. */
  fileBefore(table: string): string;
  /** How many outbound files wait for one. */
  filesQueued(table: string): string;
}

/** How a store finds the items of a kind, each by an index. Column names with capitals are quoted. */
export interface StuckStatements {
  /** Where they are found, as what follows FROM. */
  readonly among: string;
  /** Numbers after one, ascending, at most so many. */
  readonly keys: string;
  /**
   * The rows of the numbers in a JSON array, those that are not stuck left out. `same` is a text that is
   * only equal in rows of one cause.
   */
  readonly rows: string;
  /** How many rows have each `same`, with the lowest number, the oldest moment and the next retry. */
  readonly groups: string;
}

/** Groups rows by what makes their cause. */
export function grouped(rows: string, retryAt = "CAST(NULL AS bigint)"): string {
  return `
    SELECT same, count(*) AS count, min(number) AS number, min(since) AS since, min(${retryAt}) AS "retryAt"
    FROM (${rows}) r GROUP BY same`;
}
