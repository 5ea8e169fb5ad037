import type { BackupStore, OutsideFile } from "../../port/backup-store.ts";
import type { Connection } from "../database/connection.ts";

/** Read a part at a time, so that no write waits. */
const atOnce = 1_000;

/** Contents whose bytes are a file of their own in the blob folder, in their order. */
const selectBlobs = `
  SELECT c.id, encode(coalesce(x.hash, c.hash), 'hex') AS name, encode(coalesce(x.hash, c.hash), 'hex') AS hash
  FROM content c LEFT JOIN erased_contents x ON x.content = c.id
  WHERE c.id > ? AND c.bundle IS NULL
    AND NOT EXISTS (SELECT 1 FROM retired_blobs l WHERE l.content = c.id)
  ORDER BY c.id LIMIT ?`;

const selectPacks =
  "SELECT id, encode(hash, 'hex') AS name, encode(hash, 'hex') AS hash FROM packs WHERE id > ? ORDER BY id LIMIT ?";

interface Row {
  readonly id: number;
  readonly name: string;
  readonly hash: string;
}

/** The files of kept bytes that lie outside the store. */
export function outsideFiles(connection: Connection): BackupStore["outside"] {
  const { db } = connection;
  const selects = [
    ["blob", db.prepare<[number, number], Row>(selectBlobs)],
    ["pack", db.prepare<[number, number], Row>(selectPacks)],
  ] as const;
  return async function* (): AsyncGenerator<OutsideFile> {
    for (const [kind, select] of selects) {
      for (let after: number | undefined = 0; after !== undefined; ) {
        const from: number = after;
        const some: readonly Row[] = await connection.read(() => select.all(from, atOnce));
        for (const { name, hash } of some) yield { kind, name, hash };
        after = some.at(-1)?.id;
      }
    }
  };
}
