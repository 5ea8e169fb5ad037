import type { BundledBytes } from "../../bytes/bundle.ts";
import type { Connection } from "../database/connection.ts";

/** Finds the rows that begin with the same 32 bits; the whole hash decides. */
const selectContent = "SELECT id, hash FROM content WHERE hash_head = ?";

/** The bytes of files, each content once whoever brought it. */
export interface Contents {
  /** Number of the content with this hash; null when the store does not have it. */
  find(hash: Buffer): Promise<number | null>;
  /** Adds a content; without bytes it lies in the blob folder. Within a write only. */
  add(hash: Buffer, sizeBytes: number, packed: BundledBytes | null): Promise<number>;
}

/** Prepares the statements over `content` and `bundles`. */
export function contents(connection: Connection): Contents {
  const { db } = connection;
  const select = db.prepare<[number], { id: number; hash: Buffer }>(selectContent);
  const insert = db.prepare<[number, Buffer, number, number | null, number | null]>(
    "INSERT INTO content (hash_head, hash, size, bundle, start) VALUES (?, ?, ?, ?, ?) RETURNING id",
  );
  const insertBundle = db.prepare<[Buffer]>("INSERT INTO bundles (bytes) VALUES (?) RETURNING id");
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

  return {
    async find(hash) {
      const head = hash.readInt32BE(0);
      // Most files are new: one row is asked for first, which is cheaper than a list of none.
      if ((await select.get(head)) === undefined) return null;
      return (await select.all(head)).find((candidate) => candidate.hash.equals(hash))?.id ?? null;
    },
    async add(hash, sizeBytes, packed) {
      const bundle = packed === null ? null : await bundleId(packed.bundle);
      const start = packed === null ? null : packed.start;
      const added = await insert.run(hash.readInt32BE(0), hash, sizeBytes, bundle, start);
      return Number(added.lastInsertRowid);
    },
  };
}
