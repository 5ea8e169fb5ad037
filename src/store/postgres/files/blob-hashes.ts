import type { BackupStore } from "../../port/backup-store.ts";
import type { Connection } from "../database/connection.ts";

/** Read a part at a time, so that no write waits. */
const atOnce = 1_000;

/** Contents whose bytes lie in no bundle, in their order. */
const selectBlobs = `
  SELECT id, encode(hash, 'hex') AS hash FROM content WHERE id > ? AND bundle IS NULL ORDER BY id LIMIT ?`;

/** The hashes of the bytes that lie in the blob folder. */
export function blobHashes(connection: Connection): BackupStore["blobs"] {
  const select = connection.db.prepare<[number, number], { id: number; hash: string }>(selectBlobs);
  return async function* () {
    for (let after = 0; ; ) {
      const from = after;
      const some = await connection.read(() => select.all(from, atOnce));
      for (const { id, hash } of some) {
        after = id;
        yield hash;
      }
      if (some.length < atOnce) return;
    }
  };
}
