import type { BackupStore, OutsideFile } from "../../port/backup-store.ts";
import type { Connection } from "../database/connection.ts";

/** Read a part at a time. */
const atOnce = 1_000;

/** Contents whose bytes lie in no bundle, in their order. */
const selectBlobs = `
  SELECT id, encode(hash, 'hex') AS hash FROM content WHERE id > ? AND bundle IS NULL ORDER BY id LIMIT ?`;

/** The files of kept bytes that lie outside the store: those of large files. */
export function outsideFiles(connection: Connection): BackupStore["outside"] {
  const select = connection.db.prepare<[number, number], { id: number; hash: string }>(selectBlobs);
  return async function* (): AsyncGenerator<OutsideFile> {
    for (let after: number | undefined = 0; after !== undefined; ) {
      const from: number = after;
      const some: readonly { id: number; hash: string }[] = await connection.read(() =>
        select.all(from, atOnce),
      );
      for (const { hash } of some) yield { kind: "blob", name: hash, hash };
      after = some.at(-1)?.id;
    }
  };
}
