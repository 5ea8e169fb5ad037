import type { BundledBytes } from "../../packs/bundle.ts";
import type { Connection } from "../database/connection.ts";

/** Finds the rows that begin with the same 32 bits; the whole hash decides. */
export const selectContent = "SELECT id, hash FROM content WHERE hash_head = ?";

/** Finds a content with bytes that are not as they came. */
export const selectIsErased = "SELECT 1 FROM erased_contents WHERE content = ?";

/** Finds a content whose bytes were dropped. */
export const selectIsDropped = `
  SELECT 1 FROM content c LEFT JOIN retired_bundles r ON r.bundle = c.bundle
  LEFT JOIN retired_blobs l ON l.content = c.id
  WHERE c.id = ? AND ifnull(r.retention, l.retention) IS NOT NULL AND ifnull(r.pack, l.pack) IS NULL`;

/** The bytes of files, each content once whoever brought it; those that came again after an erasure once more. */
export interface Contents {
  /** Number of the content with this hash, of several the last; null when the store does not have it. */
  find(hash: Buffer): number | null;
  /** Whether bytes with this hash came, or are what an erasure left of some. */
  knows(hash: Buffer): boolean;
  /** Whether the bytes of a content are not as they came: dropped for their age, or erased in part or as a whole. */
  isGone(content: number): boolean;
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
  ): number;
}

/** Prepares the statements over `content` and `bundles`. */
export function contents(connection: Connection): Contents {
  const { db } = connection;
  const select = db.prepare<[number], { id: number; hash: Buffer }>(selectContent);
  const insert = db.prepare<[number, Buffer, number, number | null, number | null]>(
    "INSERT INTO content (hash_head, hash, size, bundle, start) VALUES (?, ?, ?, ?, ?)",
  );
  const isDropped = db.prepare<[number], number>(selectIsDropped).pluck();
  const isLeft = db
    .prepare<[Buffer], number>("SELECT 1 FROM erased_contents WHERE hash = ?")
    .pluck();
  const isErased = db.prepare<[number], number>(selectIsErased).pluck();
  const move = db.prepare<[number | null, number | null, number]>(
    "UPDATE content SET bundle = ?, start = ? WHERE id = ?",
  );
  const forgetBlob = db.prepare<[number]>("DELETE FROM retired_blobs WHERE content = ?");
  const insertBundle = db.prepare<[Buffer]>("INSERT INTO bundles (bytes) VALUES (?)");
  let bundleIds = new WeakMap<BundledBytes["bundle"], number>();
  connection.remember({
    keep: () => undefined,
    forget: () => {
      bundleIds = new WeakMap();
    },
  });

  function bundleId(bundle: BundledBytes["bundle"]): number {
    const known = bundleIds.get(bundle);
    if (known !== undefined) return known;
    const id = Number(insertBundle.run(bundle.bytes).lastInsertRowid);
    bundleIds.set(bundle, id);
    return id;
  }

  /** Where the bytes are put: in which bundle, and from where on in it. */
  function placed(packed: BundledBytes | null | undefined): [number | null, number | null] {
    // What the store did not have before the transaction was packed; a retention may have dropped it since.
    if (packed === undefined) throw new Error("The bytes of a file were not packed");
    return packed === null ? [null, null] : [bundleId(packed.bundle), packed.start];
  }

  function find(hash: Buffer): number | null {
    const head = hash.readInt32BE(0);
    // Most files are new: one row is asked for first, which is cheaper than a list of none.
    if (select.get(head) === undefined) return null;
    return select.all(head).findLast((candidate) => candidate.hash.equals(hash))?.id ?? null;
  }

  return {
    find,
    knows: (hash) => find(hash) !== null || isLeft.get(hash) !== undefined,
    isGone: (content) =>
      isDropped.get(content) !== undefined || isErased.get(content) !== undefined,
    keep(found, hash, sizeBytes, packed, isRepeat) {
      const isAnew = found !== null && !isRepeat && isErased.get(found) !== undefined;
      if (found === null || isAnew) {
        const added = insert.run(hash.readInt32BE(0), hash, sizeBytes, ...placed(packed));
        return Number(added.lastInsertRowid);
      }
      if (isDropped.get(found) !== undefined) {
        move.run(...placed(packed), found);
        forgetBlob.run(found);
      }
      return found;
    },
  };
}
