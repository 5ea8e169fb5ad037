import type { BundledBytes } from "../../packs/bundle.ts";
import type { Connection } from "../database/connection.ts";
import { type ColumnArrays, columnArrays, type GatheredRows } from "../database/gathered-rows.ts";
import { rowNumbers } from "../database/row-numbers.ts";

/** Finds the rows that begin with the same 32 bits and have the hash, of several the last. */
const selectContent =
  "SELECT id FROM content WHERE hash_head = ? AND hash = ? ORDER BY id DESC LIMIT 1";

/** Finds the rows of many hashes, of several the last, by their places among them. */
const selectContents = `
  SELECT w.place, max(c.id) AS id
  FROM unnest(?::bigint[], ?::bytea[]) WITH ORDINALITY w (head, hash, place)
  JOIN content c ON c.hash_head = w.head AND c.hash = w.hash GROUP BY w.place`;

/** SQL: all files, to be asked for by their content: one index has those that are active, and one has the others. */
export const filesByContent = `
  (SELECT * FROM files WHERE state = 'recorded' UNION ALL SELECT * FROM files WHERE state <> 'recorded')`;

/** Finds a content with bytes that are not as they came. */
const selectIsErased = "SELECT 1 FROM erased_contents WHERE content = ?";

/** Finds a content whose bytes were dropped. */
const selectIsDropped = `
  SELECT 1 FROM content c LEFT JOIN retired_bundles r ON r.bundle = c.bundle
  LEFT JOIN retired_blobs l ON l.content = c.id
  WHERE c.id = ? AND coalesce(r.retention, l.retention) IS NOT NULL AND coalesce(r.pack, l.pack) IS NULL`;

/** The bytes of files, each content once whoever brought it; those that came again after an erasure once more. */
export interface Contents {
  /** Number of the content with this hash, of several the last; null when the store does not have it. */
  find(hash: Buffer): Promise<number | null>;
  /** Numbers of the contents with these hashes; null for those that the store does not have. */
  findAll(hashes: readonly Buffer[]): Promise<(number | null)[]>;
  /** Looks for many hashes together that are about to be kept. Within a write only. */
  expect(hashes: readonly Buffer[]): Promise<void>;
  /** Number of the content with this hash, without a look when it was expected. Within a write only. */
  findExpected(hash: Buffer): Promise<number | null>;
  /** Whether bytes with this hash came, or are what an erasure left of some. */
  knows(hash: Buffer): Promise<boolean>;
  /** Whether the bytes of a content are not as they came: dropped for their age, or erased in part or as a whole. */
  isGone(content: number): Promise<boolean>;
  /**
   * The content that `find` gave, or one that is added; without bytes it is in the blob folder. Bytes that were
   * dropped are kept again. So are those that were erased, beside what is left of them, but for a file that repeats
   * another: it brings nothing new. Within a write only.
   */
  keep(
    found: number | null,
    hash: Buffer,
    sizeBytes: number,
    packed: BundledBytes | null | undefined,
    isRepeat: boolean,
  ): Promise<number>;
}

type Columns = [
  id: number,
  hashHead: number,
  hash: Buffer,
  size: number,
  bundle: number | null,
  start: number | null,
];

/** Finding many contents at once, and remembering until the end of a transaction what was found. */
function expectedContents(connection: Connection) {
  const select = connection.db.prepare<
    [number[], readonly Buffer[]],
    { place: number; id: number }
  >(selectContents);
  const known = new Map<string, number | null>();
  const drop = () => known.clear();
  connection.remember({ keep: drop, forget: drop });

  async function findAll(hashes: readonly Buffer[]): Promise<(number | null)[]> {
    const found: (number | null)[] = hashes.map(() => null);
    const heads = hashes.map((hash) => hash.readInt32BE(0));
    for (const { place, id } of await select.all(heads, hashes)) found[place - 1] = id;
    return found;
  }

  async function expect(hashes: readonly Buffer[]): Promise<(number | null)[]> {
    const found = await findAll(hashes);
    for (const [at, hash] of hashes.entries()) known.set(nameOf(hash), found[at] ?? null);
    return found;
  }

  return {
    findAll,
    expect,
    isExpected: (hash: Buffer) => known.has(nameOf(hash)),
    expected: (hash: Buffer) => known.get(nameOf(hash)) ?? null,
    note(hash: Buffer, id: number): void {
      if (known.has(nameOf(hash))) known.set(nameOf(hash), id);
    },
  };
}

function nameOf(hash: Buffer): string {
  return hash.toString("latin1");
}

/** Finding where bytes are put: in which bundle, which is added with the first of its bytes, and from where on in it. */
function placing(connection: Connection) {
  const insertBundle = connection.db.prepare<[Buffer]>(
    "INSERT INTO bundles (bytes) VALUES (?) RETURNING id",
  );
  let bundleIds = new WeakMap<BundledBytes["bundle"], number>();
  connection.remember({
    keep: () => undefined,
    forget: () => {
      bundleIds = new WeakMap();
    },
  });

  async function bundleId(bundle: BundledBytes["bundle"]): Promise<number> {
    const known = bundleIds.get(bundle);
    if (known !== undefined) return known;
    const id = Number((await insertBundle.run(bundle.bytes)).lastInsertRowid);
    bundleIds.set(bundle, id);
    return id;
  }

  async function placed(
    packed: BundledBytes | null | undefined,
  ): Promise<[number | null, number | null]> {
    // What the store did not have before the transaction was packed; a retention may have dropped it since.
    if (packed === undefined) throw new Error("The bytes of a file were not packed");
    return packed === null ? [null, null] : [await bundleId(packed.bundle), packed.start];
  }

  return placed;
}

/** Prepares the statements over `content` and `bundles`. */
export function contents(connection: Connection, gathered: GatheredRows): Contents {
  const { db } = connection;
  const select = db.prepare<[number, Buffer], number>(selectContent).pluck();
  const { findAll, expect, isExpected, expected, note } = expectedContents(connection);
  const insert = db.prepare<ColumnArrays<Columns>>(
    `INSERT INTO content (id, hash_head, hash, size, bundle, start)
     SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::bytea[], ?::bigint[], ?::bigint[], ?::bigint[])`,
  );
  const add = gathered.table<Columns>((rows) => insert.run(...columnArrays(rows, 6)));
  const numbers = rowNumbers(connection, "content");
  const isDropped = db.prepare<[number], number>(selectIsDropped).pluck();
  const isLeft = db
    .prepare<[Buffer], number>("SELECT 1 FROM erased_contents WHERE hash = ?")
    .pluck();
  const isErased = db.prepare<[number], number>(selectIsErased).pluck();
  const move = db.prepare<[number | null, number | null, number]>(
    "UPDATE content SET bundle = ?, start = ? WHERE id = ?",
  );
  const forgetBlob = db.prepare<[number]>("DELETE FROM retired_blobs WHERE content = ?");
  const placed = placing(connection);

  const find = async (hash: Buffer) => (await select.get(hash.readInt32BE(0), hash)) ?? null;
  const wasErased = async (content: number) => (await isErased.get(content)) !== undefined;
  const wasDropped = async (content: number) => (await isDropped.get(content)) !== undefined;

  return {
    find,
    findAll,
    async expect(hashes) {
      await Promise.all([expect(hashes), numbers.expect(hashes.length)]);
    },
    findExpected: async (hash) => (isExpected(hash) ? expected(hash) : find(hash)),
    knows: async (hash) => (await find(hash)) !== null || (await isLeft.get(hash)) !== undefined,
    isGone: async (content) => (await wasDropped(content)) || (await wasErased(content)),
    async keep(found, hash, sizeBytes, packed, isRepeat) {
      const isAnew = found !== null && !isRepeat && (await wasErased(found));
      if (found === null || isAnew) {
        const place = await placed(packed);
        const id = await numbers.next();
        add([id, hash.readInt32BE(0), hash, sizeBytes, ...place]);
        note(hash, id);
        return id;
      }
      if (await wasDropped(found)) {
        await move.run(...(await placed(packed)), found);
        await forgetBlob.run(found);
      }
      return found;
    },
  };
}
