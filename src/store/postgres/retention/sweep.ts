import { type RetiredBlob, sweepStrays } from "../../packs/sweep-strays.ts";
import type { RetentionStore } from "../../port/retention-store.ts";
import type { Connection } from "../database/connection.ts";

/** Large files whose bytes are elsewhere, or dropped. */
const selectRetiredBlobs = `
  SELECT c.id, encode(coalesce(x.hash, c.hash), 'hex') AS hash FROM retired_blobs l
  JOIN content c ON c.id = l.content LEFT JOIN erased_contents x ON x.content = c.id
  WHERE l.content > ? ORDER BY l.content LIMIT 500`;

/** Removes packs that no row names and large files that were moved, once nobody can be about to name them. */
export function sweeping(connection: Connection, blobFolder: string): RetentionStore["sweep"] {
  const retired = connection.db.prepare<[number], RetiredBlob>(selectRetiredBlobs);
  const isNamed = connection.db
    .prepare<[Buffer], number>("SELECT 1 FROM packs WHERE hash = ?")
    .pluck();
  const rows = {
    retired: (after: number) => connection.read(() => retired.all(after)),
    isNamed: (hash: Buffer) => connection.read(async () => (await isNamed.get(hash)) !== undefined),
  };
  return () => sweepStrays(rows, blobFolder);
}
