import { join } from "node:path";
import { zstdDecompressSync } from "node:zlib";
import { noFile } from "../../../core/refusal/no-file.ts";
import { readPieces } from "../../../disk/open-file.ts";
import type { FileStore } from "../../port/files/file-store.ts";
import type { OutboundStore } from "../../port/outbound/outbound-store.ts";
import { StoreError } from "../../port/store-error.ts";
import { noOutbound } from "../../rules/outbound-transitions.ts";
import type { Connection } from "../database/connection.ts";

/** Where the bytes of a file are. */
const selectBytes = `
  SELECT encode(c.hash, 'hex') AS hash, c.size, c.start, b.bytes
  FROM files f JOIN content c ON c.id = f.content LEFT JOIN bundles b ON b.id = c.bundle
  WHERE f.id = ?`;

/** Where the bytes of something that leaves lie. */
const selectOutboundBytes = `
  SELECT encode(c.hash, 'hex') AS hash, c.size, c.start, b.bytes
  FROM outbound o JOIN content c ON c.id = o.content LEFT JOIN bundles b ON b.id = c.bundle
  WHERE o.id = ?`;

interface Row {
  readonly hash: string;
  readonly size: number;
  readonly start: number | null;
  readonly bytes: Buffer | null;
}

/** Reading the very bytes of a file, from the store or from the blob folder. */
export function readKeptBytes(
  connection: Connection,
  blobFolder: string,
): {
  readonly files: Pick<FileStore, "bytes" | "stream">;
  readonly outbound: Pick<OutboundStore, "bytes" | "stream">;
} {
  const select = connection.db.prepare<[number], Row>(selectBytes);
  const selectOutbound = connection.db.prepare<[number], Row>(selectOutboundBytes);

  async function find(
    id: number,
    statement = select,
  ): Promise<{ inStore: Uint8Array } | { blob: string }> {
    const row = await connection.read(() => statement.get(id));
    if (row === undefined) throw statement === select ? noFile(id) : noOutbound(id);
    if (row.bytes === null || row.start === null) {
      const hash = row.hash.toLowerCase();
      return { blob: join(blobFolder, hash.slice(0, 2), hash) };
    }
    const bundle = zstdDecompressSync(row.bytes);
    return { inStore: bundle.subarray(row.start, row.start + row.size) };
  }

  async function whole(found: { inStore: Uint8Array } | { blob: string }): Promise<Uint8Array> {
    if ("inStore" in found) return found.inStore;
    try {
      return Buffer.concat(await Array.fromAsync(readPieces(found.blob)));
    } catch (error) {
      return unreadable(found.blob, error);
    }
  }

  async function* inPieces(
    finding: Promise<{ inStore: Uint8Array } | { blob: string }>,
  ): AsyncGenerator<Uint8Array> {
    const found = await finding;
    if ("inStore" in found) return yield found.inStore;
    try {
      yield* readPieces(found.blob);
    } catch (error) {
      unreadable(found.blob, error);
    }
  }

  return {
    files: {
      bytes: async (id) => whole(await find(id)),
      stream: (id) => inPieces(find(id)),
    },
    outbound: {
      bytes: async (id) => whole(await find(id, selectOutbound)),
      stream: (id) => inPieces(find(id, selectOutbound)),
    },
  };
}

function unreadable(blob: string, cause: unknown): never {
  const why = cause instanceof Error ? cause.message : String(cause);
  throw new StoreError(
    "failed",
    `The bytes of a large file cannot be read: ${why}. Put ${blob} back from a backup.`,
    { cause },
  );
}
