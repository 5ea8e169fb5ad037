import { createHash, hash } from "node:crypto";
import { join } from "node:path";
import { zstdDecompressSync } from "node:zlib";
import { readPieces } from "../../../disk/open-file.ts";
import type { VerifyStore } from "../../port/verify-store.ts";
import type { Connection } from "../database/connection.ts";
import { inKeys, keysPerPage, listing } from "../database/listing.ts";

/** Contents by their numbers; those of a bundle follow each other. */
const selectContents = `
  SELECT id, encode(hash, 'hex') AS hash, size, bundle, start FROM content
  WHERE id ${inKeys} ORDER BY id`;

interface Row {
  readonly id: number;
  readonly hash: string;
  readonly size: number;
  readonly bundle: number | null;
  readonly start: number | null;
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
  const bundle = db.prepare<[number], Buffer>("SELECT bytes FROM bundles WHERE id = ?").pluck();
  const bearers = db
    .prepare<[number, number], string>(
      `SELECT 'file ' || id FROM files WHERE content = ?
       UNION ALL SELECT 'outbound ' || id FROM outbound WHERE content = ? LIMIT 3`,
    )
    .pluck();

  let open: { readonly id: number; readonly bytes: Uint8Array | null } | null = null;

  /** The unpacked bytes of a bundle; null when it cannot be unpacked. */
  async function unpacked(id: number): Promise<Uint8Array | null> {
    if (open?.id !== id) {
      let bytes: Uint8Array | null = null;
      try {
        const packed = await bundle.get(id);
        if (packed !== undefined) bytes = zstdDecompressSync(packed);
      } catch {
        bytes = null;
      }
      open = { id, bytes };
    }
    return open.bytes;
  }

  async function faultOf(row: Row): Promise<string | null> {
    if (row.bundle === null || row.start === null) return blobFault(blobFolder, row);
    const { bundle: id, start, size } = row;
    const bytes = await connection.read(() => unpacked(id));
    if (bytes === null) return `Bundle ${id}, which holds its bytes, cannot be unpacked.`;
    const own = bytes.subarray(start, start + size);
    if (own.length === size && hash("sha256", own, "hex") === row.hash) return null;
    return `Its bytes in bundle ${id} do not have the hash that was recorded, ${row.hash}.`;
  }

  return async function* faults() {
    for await (const row of listing(connection, "content", idsAfter, rowsOf)) {
      const message = await faultOf(row);
      if (message === null) continue;
      const about = await connection.read(() => bearers.all(row.id, row.id));
      const names = about.length === 0 ? `content ${row.id}` : about.join(", ");
      yield { code: "HASH_DIFFERS", about: names, message };
    }
  };
}

/** What is wrong with the bytes of a large file, which lie beside the store. */
async function blobFault(folder: string, { hash: wanted, size }: Row): Promise<string | null> {
  const path = join(folder, wanted.slice(0, 2), wanted);
  const digest = createHash("sha256");
  let length = 0;
  try {
    for await (const piece of readPieces(path, 1 << 20)) {
      digest.update(piece);
      length += piece.length;
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return `Its bytes cannot be read: ${why}. Put ${path} back from a backup.`;
  }
  if (length === size && digest.digest("hex") === wanted) return null;
  return `${path} does not have the hash that was recorded. Put it back from a backup.`;
}
