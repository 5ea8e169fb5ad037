/** Keys looked for behind a damaged page go up to this one: more rows than any store has. */
const lastKey = 2 ** 40;

/** So many rows are read at once: many, because one by one costs ten times as much; few, because rows may be large. */
const rowsAtOnce = 20;

/** How rows of a database are listed; each read is one of its own. */
export interface Listed<Row> {
  /** What a row is called where it cannot be read, e.g. `event`. */
  readonly what: string;
  /** Reads the rows of some keys, in their order; those that are gone are left out. */
  rowsOf(keys: readonly number[]): Promise<readonly Row[]>;
  /** Whether what a read was rejected with is damage, behind which the list goes on. */
  isDamage(error: unknown): boolean;
  noteDamage(about: string, error: unknown): void;
}

/** How rows are listed that are too many for one read. */
export interface ListedInPages<Row> extends Listed<Row> {
  /** The next keys after one, in their order; none at the end. */
  keysAfter(last: number): Promise<readonly number[]>;
  /** Leaves keys out that take longer to look at than to find. */
  wantedOf?(keys: readonly number[]): Promise<readonly number[]>;
}

/**
 * Lists rows in the order of their keys. Nothing stays open between them, so that a list of any length
 * holds neither memory nor a lock. A row that cannot be read is noted as damage, and the list goes on behind it.
 */
export async function* rowsInPages<Row>(listed: ListedInPages<Row>): AsyncGenerator<Row> {
  for (let last: number | undefined = 0; last !== undefined; ) {
    const keys: readonly number[] = await keysBehind(listed, last);
    yield* rowsInTurn(listed, (await listed.wantedOf?.(keys)) ?? keys);
    last = keys.at(-1);
  }
}

/** The keys after one. Where a damaged page holds the next ones, those behind it. */
async function keysBehind<Row>(
  listed: ListedInPages<Row>,
  last: number,
): Promise<readonly number[]> {
  for (let step = 0; ; step = Math.max(1, step * 2)) {
    try {
      return await listed.keysAfter(last + step);
    } catch (error) {
      if (!listed.isDamage(error)) throw error;
      listed.noteDamage(`the rows of each ${listed.what} after number ${last}`, error);
      if (last + step > lastKey) return [];
    }
  }
}

/** Lists the rows of keys that are known. */
export async function* rowsInTurn<Row>(
  listed: Listed<Row>,
  keys: readonly number[],
): AsyncGenerator<Row> {
  for (let start = 0; start < keys.length; start += rowsAtOnce) {
    const some = keys.slice(start, start + rowsAtOnce);
    let rows: readonly Row[];
    try {
      rows = await listed.rowsOf(some);
    } catch (error) {
      if (!listed.isDamage(error)) throw error;
      rows = await rowsOneByOne(listed, some);
    }
    yield* rows;
  }
}

/** The rows that can be read, when some of them cannot. */
async function rowsOneByOne<Row>(listed: Listed<Row>, keys: readonly number[]): Promise<Row[]> {
  const found: Row[] = [];
  for (const key of keys) {
    try {
      found.push(...(await listed.rowsOf([key])));
    } catch (error) {
      if (!listed.isDamage(error)) throw error;
      listed.noteDamage(`${listed.what} ${key}`, error);
    }
  }
  return found;
}

/** The first so many rows of a list; all when no limit is said. */
export async function* upTo<Row>(
  rows: AsyncIterable<Row>,
  limit: number | undefined,
): AsyncGenerator<Row> {
  let left = limit ?? Number.POSITIVE_INFINITY;
  if (left <= 0) return;
  for await (const row of rows) {
    yield row;
    left -= 1;
    if (left <= 0) return;
  }
}
