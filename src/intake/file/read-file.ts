import { createHash, hash } from "node:crypto";
import { closeSync, fstatSync, lstatSync, readSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { sayFileError } from "../../disk/file-error.ts";
import { OddFile } from "../../disk/odd-file.ts";
import { type OpenFile, openSeenSync, openToReadSync, readPieces } from "../../disk/open-file.ts";
import { readDocument } from "../../formats/recognise.ts";
import type { PackedBytes } from "../../packed/member.ts";
import { type PackedKind, packedKind } from "../../packed/packed-kind.ts";
import { errorCode, errorMessage } from "../../runtime/error-message.ts";
import type { Arrival, ReadFile } from "../../store/port/files/file-store.ts";
import type { RecordingContext } from "../channel/context.ts";
import type { ClaimedFile } from "../folder/claim.ts";
import { type Signature, sameContent, sameSignature, signatureOf } from "../folder/listing.ts";
import { judgeOutcome, withForm } from "./judge.ts";
import { withNamedLines } from "./lines-naming.ts";

/** Bytes parsed before other work gets a turn. */
const bytesPerTurn = 4 << 20;

/** What it takes to read files, without a store. */
export type ReadingContext = Pick<
  RecordingContext,
  "catalogue" | "largeFileBytes" | "live" | "packed"
>;

/** A file about to be read: where it is and what it will be recorded as. */
export interface FileToRead {
  readonly arrival: string;
  readonly channel: string;
  readonly name: string;
  readonly path: string | Buffer;
  /** When it was first seen, in milliseconds since 1970. */
  readonly seenAt: number;
  /** What it must still be; null when anything will do. */
  readonly signature: Signature | null;
}

/**
 * What reading a file gave. `read` and `packed` carry bytes; `large` files are read in pieces instead. What
 * is `packed` holds other files: `recordPacked` takes it from here.
 */
export type ArrivalReading =
  | { readonly kind: "read"; readonly file: ReadFile; readonly signature: Signature }
  | { readonly kind: "packed"; readonly packed: PackedArrival; readonly signature: Signature }
  | { readonly kind: "large"; readonly sizeBytes: number }
  | { readonly kind: "changing" }
  | { readonly kind: "gone" }
  | { readonly kind: "unreadable"; readonly reason: string };

/** A container that arrived, its bytes in memory or kept in the blob folder. */
export interface PackedArrival extends Omit<Arrival, "occurredAt"> {
  readonly kind: PackedKind;
  readonly source: PackedBytes;
}

/** The bytes of a file as they were at one moment. */
interface Snapshot {
  readonly bytes: Buffer;
  readonly signature: Signature;
}

/** Reads a file whole: its bytes, their hash, and what they say. Never throws for what it finds. */
export function readFile(context: ReadingContext, file: FileToRead): ArrivalReading {
  const taken = takeSnapshot(file, context.largeFileBytes);
  if (taken.kind !== "snapshot") return taken;
  const { bytes, signature } = taken;
  const modifiedAt = Math.floor(signature.modifiedAt);
  const kind = packedKindIn(context, bytes);
  if (kind !== null)
    return { kind: "packed", signature, packed: readPacked(kind, { ...file, modifiedAt }, bytes) };
  return { kind: "read", signature, file: readPlain(context, { ...file, modifiedAt }, bytes) };
}

/** The kind of container that bytes begin, if containers are opened here; an array of messages always is. */
export function packedKindIn(
  { packed }: Pick<RecordingContext, "packed">,
  bytes: Uint8Array,
): PackedKind | null {
  const kind = packedKind(bytes);
  return packed.limits.depth > 0 || kind === "json-list" ? kind : null;
}

/** What is known of a file whose bytes are at hand, wherever they came from. */
export type BytesToRead = Pick<Arrival, "arrival" | "channel" | "name" | "modifiedAt" | "seenAt">;

/** A container whose bytes are at hand. */
export function readPacked(kind: PackedKind, from: BytesToRead, bytes: Buffer): PackedArrival {
  return { ...originOf(from), ...sumsOf(bytes), kind, source: bytes };
}

/** Reads a file that came in no container and is none: refused where its channel asks for messages. */
export function readPlain(
  context: Pick<RecordingContext, "catalogue" | "live" | "packed">,
  from: BytesToRead,
  bytes: Uint8Array,
): ReadFile {
  const file = readBytes(context, from, bytes);
  return { ...file, outcome: withForm(context.packed, { by: from.channel }, file.outcome) };
}

/** Reads bytes at hand, which must stay as they are: their hash, and what they say. Never throws for what it finds. */
export function readBytes(
  context: Pick<RecordingContext, "catalogue" | "live">,
  from: BytesToRead,
  bytes: Uint8Array,
): ReadFile {
  const document = readDocument(bytes, context.catalogue);
  const { outcome, occurredAt } = judgeOutcome(context, document, from.seenAt);
  const messages = document.items;
  const named = withNamedLines(outcome, messages, bytes);
  return { ...originOf(from), ...sumsOf(bytes), occurredAt, bytes, outcome: named, messages };
}

function originOf({ arrival, channel, name, seenAt, modifiedAt }: BytesToRead): BytesToRead {
  return { arrival, channel, name, modifiedAt: Math.floor(modifiedAt), seenAt };
}

function sumsOf(bytes: Uint8Array): Pick<Arrival, "sizeBytes" | "hash"> {
  return { sizeBytes: bytes.length, hash: hash("sha256", bytes, "hex") };
}

type TakenSnapshot =
  | ({ readonly kind: "snapshot" } & Snapshot)
  | Exclude<ArrivalReading, { readonly kind: "read" | "packed" }>;

function takeSnapshot(file: FileToRead, largeFileBytes: number): TakenSnapshot {
  let open: OpenFile;
  try {
    // A file with a signature was listed as a regular file and renamed into our own folder.
    open = file.signature === null ? openToReadSync(file.path) : openSeenSync(file.path);
  } catch (error) {
    return failedReading(error);
  }
  const { descriptor, stats } = open;
  try {
    const signature = signatureOf(stats);
    if (file.signature !== null && !sameContent(file.signature, signature))
      return { kind: "changing" };
    if (stats.size > largeFileBytes) return { kind: "large", sizeBytes: stats.size };
    // Room for one byte more than there should be shows whether there is more.
    const bytes = Buffer.allocUnsafeSlow(stats.size + 1);
    const length = readInto(descriptor, bytes, stats.size);
    const isSame = sameSignature(signature, signatureOf(fstatSync(descriptor)));
    if (length > stats.size && isSame) return { kind: "unreadable", reason: sayMore(stats.size) };
    return length === stats.size && isSame
      ? { kind: "snapshot", bytes: bytes.subarray(0, length), signature }
      : { kind: "changing" };
  } catch (error) {
    return failedReading(error);
  } finally {
    closeSync(descriptor);
  }
}

/** Reads until so many bytes or more are there, or no more come; returns how many came. */
function readInto(descriptor: number, bytes: Buffer, wanted: number): number {
  let length = 0;
  do {
    const count = readSync(descriptor, bytes, length, bytes.length - length, null);
    if (count === 0) break;
    length += count;
  } while (length < wanted);
  return length;
}

/** So it is with what a system only shows as files, e.g. below /proc. */
function sayMore(sizeBytes: number): string {
  return `it holds more than the ${sizeBytes} bytes that its file system tells, so nobody can see when it is whole; copy it to a disk first`;
}

/** What an error of the disk means for the file it came from. */
function failedReading(
  error: unknown,
): { readonly kind: "gone" } | { readonly kind: "unreadable"; readonly reason: string } {
  if (error instanceof OddFile) return { kind: "unreadable", reason: sayOdd(error.kind) };
  const code = errorCode(error);
  if (code === null) throw error;
  if (code === "ENOENT") return { kind: "gone" };
  if (code === "EACCES" || code === "EPERM") {
    return {
      kind: "unreadable",
      reason: "Busbar may not read it; give the user that runs Busbar the right to",
    };
  }
  return {
    kind: "unreadable",
    reason: `it cannot be read: ${sayFileError(error)?.why ?? errorMessage(error)}`,
  };
}

function sayOdd(kind: string): string {
  return kind === "a folder"
    ? "it is a folder; name the files in it"
    : `it is ${kind} and no regular file`;
}

/** A claimed file as readers take it. */
export function toRead(channel: string, file: ClaimedFile): FileToRead {
  return { ...file, channel, name: file.name.text };
}

/** Reads claimed files one after the other. Whatever is wrong with one of them, the others are read. */
export async function readAll(
  context: ReadingContext,
  channel: string,
  files: readonly ClaimedFile[],
): Promise<Map<ClaimedFile, ArrivalReading>> {
  const readings = new Map<ClaimedFile, ArrivalReading>();
  let bytes = 0;
  for (const file of files) {
    const reading = readOne(context, toRead(channel, file));
    if (reading.kind === "read") bytes += reading.file.sizeBytes;
    if (bytes > bytesPerTurn) {
      bytes = 0;
      await setImmediate();
    }
    readings.set(file, reading);
  }
  return readings;
}

function readOne(context: ReadingContext, file: FileToRead): ArrivalReading {
  try {
    return readFile(context, file);
  } catch (error) {
    return { kind: "unreadable", reason: `it could not be read: ${errorMessage(error)}` };
  }
}

/** What a file was when it was read. */
export interface ReadState {
  /** Null when it was read before a crash: then only its bytes tell. */
  readonly signature: Signature | null;
  /** SHA-256, 64 hexadecimal digits. */
  readonly hash: string;
}

/** Whether a file still holds what was read from it. Reads it again only when its times leave a doubt. */
export async function isUnchanged(path: string | Buffer, read: ReadState): Promise<boolean> {
  if (read.signature !== null && sameSignature(signatureOf(lstatSync(path)), read.signature)) {
    return true;
  }
  const hash = createHash("sha256");
  for await (const piece of readPieces(path)) hash.update(piece);
  return hash.digest("hex") === read.hash;
}
