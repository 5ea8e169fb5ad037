import { noFile } from "../../../core/refusal/no-file.ts";
import { RefusedError } from "../../../core/refusal/refused-error.ts";
import type { FileStore } from "../../port/files/file-store.ts";
import type { OutboundStore } from "../../port/outbound/outbound-store.ts";
import { StoreError } from "../../port/store-error.ts";
import { noOutbound } from "../../rules/outbound-transitions.ts";
import type { Connection } from "../database/connection.ts";
import {
  type KeptPlace,
  type KeptRow,
  keptColumns,
  keptJoins,
  keptPlaceOf,
  wereDropped,
} from "./kept-bytes.ts";

/** Where the bytes of a file are. */
export const selectBytes = `
  SELECT ${keptColumns} FROM files f JOIN content c ON c.id = f.content ${keptJoins} WHERE f.id = ?`;

/** Where the bytes of something that leaves lie. */
export const selectOutboundBytes = `
  SELECT ${keptColumns} FROM outbound o JOIN content c ON c.id = o.content ${keptJoins} WHERE o.id = ?`;

/** How often a row is looked up again whose pack was replaced or dropped since. */
const mostLooks = 3;

/** Reading the very bytes of a file: from the store, from a pack or from the blob folder. */
export function readKeptBytes(
  connection: Connection,
  blobFolder: string,
): {
  readonly files: Pick<FileStore, "bytes" | "stream">;
  readonly outbound: Pick<OutboundStore, "bytes" | "stream">;
} {
  const select = connection.db.prepare<[number], KeptRow>(selectBytes);
  const selectOutbound = connection.db.prepare<[number], KeptRow>(selectOutboundBytes);

  async function find(id: number, statement = select): Promise<KeptPlace> {
    const isFile = statement === select;
    for (let look = 1; ; look += 1) {
      const row = await connection.read(() => statement.get(id));
      if (row === undefined) throw isFile ? noFile(id) : noOutbound(id);
      const about = isFile ? `file ${id}` : `outbound ${id}`;
      if (wereDropped(row)) throw droppedBytes(about, row);
      if (row.whole === 1) throw erasedBytes(about, row);
      try {
        return await keptPlaceOf(row, blobFolder);
      } catch (error) {
        if (row.pack === null) throw error;
        if (look === mostLooks) return unreadable(`pack ${row.pack}`, error);
      }
    }
  }

  async function whole(found: KeptPlace): Promise<Uint8Array> {
    if ("inStore" in found) return found.inStore;
    try {
      return Buffer.concat(await Array.fromAsync(found.pieces()));
    } catch (error) {
      return unreadable(found.file, error);
    }
  }

  async function* inPieces(finding: Promise<KeptPlace>): AsyncGenerator<Uint8Array> {
    const found = await finding;
    if ("inStore" in found) return yield found.inStore;
    try {
      yield* found.pieces();
    } catch (error) {
      unreadable(found.file, error);
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

/** The refusal of what needs bytes that were dropped for their age. */
function droppedBytes(about: string, { actor, reason, at }: KeptRow): RefusedError {
  const when = at === null ? "earlier" : `on ${new Date(at).toISOString().slice(0, 10)}`;
  return new RefusedError(
    "conflict",
    `The bytes of ${about} were dropped ${when} by ${actor} (${reason}), so that it cannot be read again; what was recorded of it stays`,
    { code: "BYTES_DROPPED", about },
  );
}

/** The refusal of what needs bytes of which nothing is left. */
function erasedBytes(about: string, { erasure }: KeptRow): RefusedError {
  return new RefusedError(
    "conflict",
    `The bytes of ${about} were erased as a whole (erasure ${erasure}), so that it cannot be read again; what was recorded of it stays`,
    { code: "BYTES_ERASED", about },
  );
}

function unreadable(file: string, cause: unknown): never {
  const why = cause instanceof Error ? cause.message : String(cause);
  throw new StoreError(
    "failed",
    `The bytes of a large file cannot be read: ${why}. Put ${file} back from a backup.`,
    { cause },
  );
}
