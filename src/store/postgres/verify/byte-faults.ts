import { byteFault, type PlacedContent } from "../../packs/byte-fault.ts";
import type { VerifyStore } from "../../port/verify-store.ts";
import type { Connection } from "../database/connection.ts";
import { inKeys, keysPerPage, listing } from "../database/listing.ts";
import { filesByContent } from "../files/content.ts";
import { keptColumns, keptJoins } from "../files/kept-bytes.ts";

/** Contents by their numbers; those of a bundle follow each other. */
const selectContents = `
  SELECT c.bundle, ${keptColumns.replace("b.bytes", "NULL AS bytes")} FROM content c ${keptJoins}
  WHERE c.id ${inKeys} ORDER BY c.id`;

/** Reads every byte that was kept and compares its hash with what was recorded: each bundle is unpacked once. */
export function byteFaults(connection: Connection, blobFolder: string): VerifyStore["bytes"] {
  const { db } = connection;
  const ids = db
    .prepare<[number, number], number>("SELECT id FROM content WHERE id > ? ORDER BY id LIMIT ?")
    .pluck();
  const idsAfter = (after: number) => ids.all(after, keysPerPage);
  const contents = db.prepare<[string], PlacedContent>(selectContents);
  const rowsOf = (some: readonly number[]) => contents.all(JSON.stringify(some));
  const bundle = db.prepare<[number], Buffer>("SELECT bytes FROM bundles WHERE id = ?").pluck();
  const bundleOf = (id: number) => connection.read(() => bundle.get(id));
  const bearers = db
    .prepare<[number, number], string>(
      `SELECT 'file ' || f.id FROM ${filesByContent} f WHERE f.content = ?
       UNION ALL SELECT 'outbound ' || id FROM outbound WHERE content = ? LIMIT 3`,
    )
    .pluck();

  return async function* faults() {
    // What was unpacked last may be otherwise the next time: an erasure changes it.
    const faultOf = byteFault(blobFolder, bundleOf);
    for await (const row of listing(connection, "content", idsAfter, rowsOf)) {
      const message = await faultOf(row);
      if (message === null) continue;
      const about = await connection.read(() => bearers.all(row.id, row.id));
      const names = about.length === 0 ? `content ${row.id}` : about.join(", ");
      yield { code: "HASH_DIFFERS", about: names, message };
    }
  };
}
