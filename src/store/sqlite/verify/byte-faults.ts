import { createHash, hash } from "node:crypto";
import { zstdDecompressSync } from "node:zlib";
import { packPath, readFrame } from "../../packs/pack-file.ts";
import type { VerifyStore } from "../../port/verify-store.ts";
import type { Connection } from "../database/connection.ts";
import { inKeys, keysPerPage, listing } from "../database/listing.ts";
import {
  type KeptRow,
  keptColumns,
  keptJoins,
  keptPlaceOf,
  wereDropped,
} from "../files/kept-bytes.ts";

/** Contents by their numbers; those of a bundle follow each other. */
const selectContents = `
  SELECT c.bundle, ${keptColumns.replace("b.bytes", "NULL AS bytes")} FROM content c ${keptJoins}
  WHERE c.id ${inKeys} ORDER BY c.id`;

interface Row extends KeptRow {
  readonly bundle: number | null;
}

/** Reads every byte that was kept and compares its hash with what was recorded: each bundle is unpacked once. */
export function byteFaults(connection: Connection, blobFolder: string): VerifyStore["bytes"] {
  const { db } = connection;
  const ids = db
    .prepare<[number, number], number>("SELECT id FROM content WHERE id > ? ORDER BY id LIMIT ?")
    .pluck();
  const idsAfter = (after: number) => ids.all(after, keysPerPage);
  const contents = db.prepare<[string], Row>(selectContents);
  const rowsOf = (some: readonly number[]) => contents.all(JSON.stringify(some));
  const bearers = db
    .prepare<[number, number], string>(
      `SELECT 'file ' || id FROM files WHERE content = ?
       UNION ALL SELECT 'outbound ' || id FROM outbound WHERE content = ? LIMIT 3`,
    )
    .pluck();

  type Holders = ReturnType<typeof holders>;

  async function faultOf(row: Row, holderOf: Holders): Promise<string | null> {
    // Dropped for its age, which a row says: nothing is amiss.
    if (wereDropped(row)) return null;
    if (row.bundle === null || row.start === null) return looseFault(blobFolder, row);
    const { name, bytes, from } = await holderOf(row);
    if (bytes === null) return `${name}, which holds its bytes, cannot be unpacked.`;
    const own = bytes.subarray(from, from + row.size);
    if (own.length === row.size && hash("sha256", own, "hex") === row.hash) return null;
    return `Its bytes in ${name.toLowerCase()} do not have the hash that was recorded, ${row.hash}.`;
  }

  return async function* faults() {
    // What was unpacked last may be otherwise the next time: an erasure changes it.
    const holderOf = holders(connection, blobFolder);
    for await (const row of listing(connection, "content", idsAfter, rowsOf)) {
      const message = await faultOf(row, holderOf);
      if (message === null) continue;
      const about = await connection.read(() => bearers.all(row.id, row.id));
      const names = about.length === 0 ? `content ${row.id}` : about.join(", ");
      yield { code: "HASH_DIFFERS", about: names, message };
    }
  };
}

/** What is wrong with the bytes of a large file, which lie beside the store. */
async function looseFault(folder: string, row: Row): Promise<string | null> {
  const place = await keptPlaceOf(row, folder);
  if ("inStore" in place) return null;
  const digest = createHash("sha256");
  let length = 0;
  try {
    for await (const piece of place.pieces()) {
      digest.update(piece);
      length += piece.length;
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return `Its bytes cannot be read: ${why}. Put ${place.file} back from a backup.`;
  }
  if (length === row.size && digest.digest("hex") === row.hash) return null;
  return `${place.file} does not have the hash that was recorded. Put it back from a backup.`;
}

/** What holds the bytes of a small file, unpacked, and from where on in it they are. */
function holders(connection: Connection, blobFolder: string) {
  const bundle = connection.db
    .prepare<[number], Buffer>("SELECT bytes FROM bundles WHERE id = ?")
    .pluck();
  let open: { readonly name: string; readonly bytes: Uint8Array | null } | null = null;

  /** What was unpacked last when it is this; else it is unpacked. Null when it cannot be. */
  async function unpacked(
    name: string,
    unpack: () => Promise<Uint8Array | null>,
  ): Promise<Uint8Array | null> {
    if (open?.name !== name) {
      try {
        open = { name, bytes: await unpack() };
      } catch {
        open = { name, bytes: null };
      }
    }
    return open.bytes;
  }

  return async ({ bundle: id, pack, frame, frameSize, inFrame, start }: Row) => {
    const from = (inFrame ?? 0) + (start ?? 0);
    if (pack !== null && frame !== null && frameSize !== null) {
      const name = `Pack ${pack}`;
      const place = { at: frame, size: frameSize };
      const bytes = await unpacked(`${name} ${frame}`, () =>
        readFrame(packPath(blobFolder, pack), place),
      );
      return { name, bytes, from };
    }
    const name = `Bundle ${id}`;
    const bytes = await unpacked(name, () =>
      connection.read(() => {
        const packed = id === null ? undefined : bundle.get(id);
        return packed === undefined ? null : zstdDecompressSync(packed);
      }),
    );
    return { name, bytes, from };
  };
}
