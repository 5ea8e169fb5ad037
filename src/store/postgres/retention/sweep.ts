import { type RetiredBlob, sweepStrays } from "../../packs/sweep-strays.ts";
import type { RetentionStore } from "../../port/retention-store.ts";
import type { Connection } from "../database/connection.ts";

/** Large files whose bytes are elsewhere, or dropped. */
const selectRetiredBlobs = `
  SELECT l.content AS id, encode(coalesce(
    (SELECT x.hash FROM erased_contents x WHERE x.content = l.content),
    (SELECT c.hash FROM content c WHERE c.id = l.content)), 'hex') AS hash
  FROM retired_blobs l WHERE l.content > ? ORDER BY l.content LIMIT 500`;

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
