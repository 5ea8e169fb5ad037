import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createZstdDecompress } from "node:zlib";
import { createTarDecoder } from "modern-tar";
import { RefusedError } from "../../core/refusal/refused-error.ts";
import { readPieces } from "../../disk/open-file.ts";
import { errorMessage } from "../../runtime/error-message.ts";
import { isBackupName, type Manifest, manifestName, manifestSchema } from "./manifest.ts";

/** More than a manifest of a hundred million large files takes, in bytes. */
const mostManifestBytes = 1 << 30;

/** Does something with the bytes of each file of a backup; must read them to their end. */
export type OnArchived = (name: string, pieces: AsyncIterable<Uint8Array>) => Promise<void>;

/**
 * Reads a backup to its end and gives its manifest, once every file was there, whole and as it was when it was
 * made. Rejects with `RefusedError` when it is not.
 */
export async function readArchive(path: string, onFile: OnArchived): Promise<Manifest> {
  const { manifest, found } = await readEntries(path, onFile).catch((error: unknown) => {
    if (error instanceof RefusedError || isOfDisk(error)) throw error;
    throw refused(path, errorMessage(error) || "it cannot be unpacked", error);
  });
  if (manifest === null) throw refused(path, "it ends before its manifest: it is cut short");
  for (const { name, size, hash } of manifest.files) {
    const file = found.get(name);
    if (file === undefined) throw refused(path, `${name} is missing from it`);
    if (file.size !== size || file.hash !== hash) throw refused(path, `${name} in it is damaged`);
    found.delete(name);
  }
  const [other] = found.keys();
  if (other !== undefined) throw refused(path, `its manifest does not name ${other}`);
  return manifest;
}

/** What the disk says of the file itself, or of where it is restored to. */
function isOfDisk(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}

interface Entries {
  /** Null when the archive ends before it. */
  readonly manifest: Manifest | null;
  /** What each file came to, by its name. */
  readonly found: Map<string, { readonly size: number; readonly hash: string }>;
}

function readEntries(path: string, onFile: OnArchived): Promise<Entries> {
  const found: Entries["found"] = new Map();
  let manifest: Manifest | null = null;
  return pipeline(
    Readable.from(readPieces(path)),
    createZstdDecompress(),
    async (source: Readable) => {
      const entries = Readable.toWeb(source).pipeThrough(createTarDecoder({ strict: true }));
      for await (const { header, body } of entries as AsyncIterable<Entry>) {
        const { name } = header;
        if (header.type !== "file" || !isBackupName(name) || found.has(name))
          throw new Error(`it holds ${JSON.stringify(name)}, which no backup does`);
        if (manifest !== null) throw new Error(`${JSON.stringify(name)} follows its end`);
        if (name === manifestName) manifest = await readManifest(body);
        else found.set(name, await measured(body, (pieces) => onFile(name, pieces)));
      }
      return { manifest, found };
    },
  );
}

interface Entry {
  readonly header: { readonly name: string; readonly type?: string };
  readonly body: ReadableStream<Uint8Array>;
}

async function readManifest(body: ReadableStream<Uint8Array>): Promise<Manifest> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body) {
    size += piece.byteLength;
    if (size > mostManifestBytes) throw new Error("its manifest is too large");
    pieces.push(piece);
  }
  const parsed = manifestSchema.safeParse(JSON.parse(Buffer.concat(pieces).toString("utf8")));
  if (!parsed.success) throw new Error("its manifest is another than this version of Busbar reads");
  return parsed.data;
}

/** Hands pieces on, and gives what they came to. */
async function measured(
  body: ReadableStream<Uint8Array>,
  hand: (pieces: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<{ readonly size: number; readonly hash: string }> {
  const sum = createHash("sha256");
  let size = 0;
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for await (const piece of body) {
      sum.update(piece);
      size += piece.byteLength;
      yield piece;
    }
  }
  await hand(pieces());
  return { size, hash: sum.digest("hex") };
}

function refused(path: string, why: string, cause?: unknown): RefusedError {
  return new RefusedError(
    "invalid",
    `${path} is no whole backup: ${why}. Nothing was restored from it; use another one`,
    cause === undefined ? {} : { cause },
  );
}
