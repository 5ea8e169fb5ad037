import { noFile } from "../../core/refusal/no-file.ts";
import { RefusedError } from "../../core/refusal/refused-error.ts";
import type { FileStore } from "../port/files/file-store.ts";
import type { OutboundStore } from "../port/outbound/outbound-store.ts";
import { StoreError } from "../port/store-error.ts";
import { noOutbound } from "../rules/outbound-transitions.ts";
import { type KeptPlace, type KeptRow, keptPlaceOf, wereDropped } from "./kept-place.ts";

/** How often a row is looked up again whose pack was replaced or dropped since. */
const mostLooks = 3;

/** Looks up where the bytes are of what has a number. */
type KeptRowOf = (id: number) => Promise<KeptRow | undefined>;

/** Reading the very bytes of inbound and outbound files: from the store, from a pack or from the blob folder. */
export function readKept(
  rows: { readonly file: KeptRowOf; readonly outbound: KeptRowOf },
  blobFolder: string,
): {
  readonly files: Pick<FileStore, "bytes" | "stream">;
  readonly outbound: Pick<OutboundStore, "bytes" | "stream">;
} {
  async function find(kind: "file" | "outbound", id: number): Promise<KeptPlace> {
    for (let look = 1; ; look += 1) {
      const row = await rows[kind](id);
      if (row === undefined) throw kind === "file" ? noFile(id) : noOutbound(id);
      const about = `${kind} ${id}`;
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
      bytes: async (id) => whole(await find("file", id)),
      stream: (id) => inPieces(find("file", id)),
    },
    outbound: {
      bytes: async (id) => whole(await find("outbound", id)),
      stream: (id) => inPieces(find("outbound", id)),
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
