import { createHash, hash as hashOf } from "node:crypto";
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
} from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { dirname } from "node:path";
import { createAnew } from "../../disk/create-file.ts";
import { openToChange, openToRead } from "../../disk/open-file.ts";
import { syncFolders } from "../../disk/sync-folder.ts";
import { printable } from "../../formats/printable.ts";
import { type Signature, sameSignature, signatureOf } from "../folder/listing.ts";
import { expectRoom } from "./no-room.ts";

/** Bytes read and written at a time. */
const pieceBytes = 1 << 18;

/** A draft that was not written to for so long is nobody's any more. */
const abandonedMs = 3_600_000;

/** A large file's bytes, kept under their hash and durable. */
export interface KeptBlob {
  readonly path: string;
  readonly hash: string;
  readonly sizeBytes: number;
}

/** A kept blob with the signature of the file it was copied from. */
export interface StoredBlob extends KeptBlob {
  readonly signature: Signature;
}

/**
 * Copies a large file into the blob folder as `<first two digits>/<SHA-256>`, handing each piece to
 * `onPiece` on the way; it is durable when this resolves. Null when the file changed meanwhile.
 * Throws `NoRoom` before anything is copied when it is larger than what is free.
 * `draft` names the copy until it is whole: the same draft of a run that was killed is written over.
 */
export async function storeBlob(
  source: string | Buffer,
  blobs: string,
  draft: string,
  onPiece: (bytes: Uint8Array, sizeBytes: number) => void,
  signal: AbortSignal | null,
): Promise<StoredBlob | null> {
  mkdirSync(blobs, { recursive: true });
  sweepDrafts(blobs);
  const draftPath = `${blobs}/${draft}`;
  const input = await openToRead(source);
  try {
    const before = signatureOf(await input.stat());
    expectRoom(before.sizeBytes, blobs, `at ${printable(source.toString())}`);
    const copied = await copyPieces(pieces(input, signal), draftPath, (piece) =>
      onPiece(piece, before.sizeBytes),
    );
    const after = signatureOf(await input.stat());
    if (!sameSignature(before, after) || copied.sizeBytes !== before.sizeBytes) {
      rmSync(draftPath, { force: true });
      return null;
    }
    const { path } = await nameBlob(blobs, copied.hash, (blob) => renameSync(draftPath, blob));
    rmSync(draftPath, { force: true });
    return { path, ...copied, signature: before };
  } catch (error) {
    rmSync(draftPath, { force: true });
    throw error;
  } finally {
    await input.close();
  }
}

/**
 * Keeps as a blob a file that is ours already and is in the blob folder: it is hashed where it is, and
 * gets its second name there. The first stays until the caller removes it.
 */
export async function adoptBlob(
  source: string | Buffer,
  blobs: string,
  _draft: string,
  onPiece: (bytes: Uint8Array, sizeBytes: number) => void,
  signal: AbortSignal | null,
): Promise<StoredBlob | null> {
  const hash = createHash("sha256");
  const input = await openToChange(source);
  try {
    const signature = signatureOf(await input.stat());
    for await (const piece of pieces(input, signal)) {
      hash.update(piece);
      onPiece(piece, signature.sizeBytes);
    }
    await input.sync();
    const path = await nameBlob(blobs, hash.digest("hex"), (blob) => linkSync(source, blob));
    return { ...path, sizeBytes: signature.sizeBytes, signature };
  } finally {
    await input.close();
  }
}

/**
 * Removes the drafts of programs that were killed and did not come back to them. Who still writes one
 * does so all the time; should it have written nothing for so long, its file is read again.
 */
function sweepDrafts(blobs: string): void {
  for (const name of readdirSync(blobs)) {
    if (!name.startsWith(".draft-")) continue;
    const changedAt = lstatSync(`${blobs}/${name}`, { throwIfNoEntry: false })?.mtimeMs;
    if (changedAt !== undefined && Date.now() - changedAt > abandonedMs)
      rmSync(`${blobs}/${name}`, { recursive: true, force: true });
  }
}

/** The pieces of a stored blob, in order. */
export async function* blobPieces(
  path: string,
  signal: AbortSignal | null,
): AsyncGenerator<Uint8Array> {
  const input = await openToRead(path);
  try {
    yield* pieces(input, signal);
  } finally {
    await input.close();
  }
}

/**
 * Stores what comes in pieces the same way; durable when this resolves. What the pieces throw is thrown,
 * and nothing is kept.
 */
export async function storePieces(
  pieces: AsyncIterable<Uint8Array>,
  blobs: string,
  draft: string,
  onPiece: (bytes: Uint8Array) => void,
): Promise<KeptBlob> {
  mkdirSync(blobs, { recursive: true });
  const draftPath = `${blobs}/${draft}`;
  try {
    const copied = await copyPieces(pieces, draftPath, onPiece);
    const { path } = await nameBlob(blobs, copied.hash, (blob) => renameSync(draftPath, blob));
    rmSync(draftPath, { force: true });
    return { path, ...copied };
  } catch (error) {
    rmSync(draftPath, { force: true });
    throw error;
  }
}

async function copyPieces(
  pieces: AsyncIterable<Uint8Array>,
  draftPath: string,
  onPiece: (bytes: Uint8Array) => void,
): Promise<{ hash: string; sizeBytes: number }> {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  const output = await createAnew(draftPath);
  try {
    for await (const piece of pieces) {
      hash.update(piece);
      onPiece(piece);
      await output.writeFile(piece);
      sizeBytes += piece.length;
    }
    await output.sync();
  } finally {
    await output.close();
  }
  return { hash: hash.digest("hex"), sizeBytes };
}

/** Where the bytes with a hash lie in the blob folder, if they lie there. */
export function blobPath(blobs: string, hash: string): string {
  return `${blobs}/${hash.slice(0, 2)}/${hash}`;
}

/** Gives bytes their name in the blob folder, if nobody did before, and makes it durable. */
async function nameBlob(
  blobs: string,
  hash: string,
  place: (path: string) => void,
): Promise<{ readonly path: string; readonly hash: string }> {
  const path = blobPath(blobs, hash);
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  // A blob that is there already was left by a program that was killed, or is another file's: from now on it is as young as
  // this one, so that nobody takes it away for its age.
  if (existsSync(path)) utimesSync(path, new Date(), new Date());
  else place(path);
  await syncFolders(folder, blobs);
  return { path, hash };
}

async function* pieces(input: FileHandle, signal: AbortSignal | null): AsyncGenerator<Uint8Array> {
  while (true) {
    signal?.throwIfAborted();
    const buffer = Buffer.allocUnsafeSlow(pieceBytes);
    const { bytesRead } = await input.read(buffer, 0, pieceBytes, null);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}

/** The name of a blob while it is written, for one arrival always the same: what a killed program left is written over. */
export function draftOf(arrival: string): string {
  const claim = arrival.slice(0, arrival.indexOf("/"));
  const isMember = arrival.indexOf("/") !== arrival.lastIndexOf("/");
  return `.draft-${claim}${isMember ? `-${hashOf("sha256", arrival, "hex").slice(0, 16)}` : ""}`;
}
