import type { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import yauzl from "yauzl";
import { printable } from "../formats/printable.ts";
import type { Budget } from "./budget.ts";
import type { Member, OnNote, PackedBytes } from "./member.ts";
import { damaged, PackedRefusal } from "./refusal.ts";

/**
 * The files in a zip archive, in the order of its directory. What is wrong with the archive or a file in
 * it is thrown as `PackedRefusal`. Names are told, never used as paths on our disk.
 */
export async function* zipMembers(
  source: PackedBytes,
  budget: Budget,
  note: OnNote,
): AsyncGenerator<Member> {
  const archive = await open(source);
  try {
    budget.spendMembers(archive.entryCount);
    const seen = new Set<string>();
    let files = 0;
    for await (const entry of entries(archive)) {
      const path = pathOf(entry);
      if (path.endsWith("/")) continue;
      if (isByTheWay(path)) {
        note("PACKED_SKIPPED", path);
        continue;
      }
      refuseWhatIsNoFile(entry, path);
      if (seen.has(path)) note("PACKED_REPEATED_NAME", path);
      seen.add(path);
      files += 1;
      const modifiedAt = timeOf(entry);
      yield { path, modifiedAt, pieces: piecesOf(archive, entry, path, budget) };
    }
    if (files === 0) {
      const say = "The archive holds no file; ask the sender for one that does.";
      throw new PackedRefusal("PACKED_EMPTY", null, say);
    }
  } finally {
    archive.close();
  }
}

const sayDamaged = (why: string) =>
  `The zip archive is damaged or cut short (${why}); ask the sender for it again.`;

const options = { lazyEntries: true, autoClose: false, decodeStrings: false };

async function open(source: PackedBytes): Promise<yauzl.ZipFile> {
  try {
    if (typeof source === "string") return await yauzl.openPromise(source, options);
    const { buffer, byteOffset, byteLength } = source;
    return await yauzl.fromBufferPromise(Buffer.from(buffer, byteOffset, byteLength), options);
  } catch (error) {
    throw damaged(error, sayDamaged);
  }
}

async function* entries(archive: yauzl.ZipFile): AsyncGenerator<yauzl.Entry> {
  try {
    yield* archive.eachEntry();
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("strong encryption"))
      throw encrypted(null);
    throw damaged(error, sayDamaged);
  }
}

/** The name as text. Windows programs of old write backslashes for slashes. */
function pathOf(entry: yauzl.Entry): string {
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
  const path = yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
  const wrong = yauzl.validateFileName(path);
  if (wrong === null && path !== "" && !path.includes("\0")) return path;
  const say = `A file in the archive is named "${printable(path)}", which leads out of it, as no honest program writes; ask the sender what it is.`;
  throw new PackedRefusal("PACKED_NAME", path, say);
}

/** What systems lay beside files of their own accord. */
function isByTheWay(path: string): boolean {
  return /^__MACOSX\/|(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/.test(path);
}

/** First members of what is a zip archive only underneath. */
const documents = /^(\[Content_Types\]\.xml|META-INF\/MANIFEST\.MF|mimetype)$/;

const fileTypeMask = 0o170000;
const regularFile = 0o100000;

function refuseWhatIsNoFile(entry: yauzl.Entry, path: string): void {
  if (documents.test(path)) {
    const say =
      "It is an office document or a program, which are zip archives underneath, not an archive of files; ask the sender what it is.";
    throw new PackedRefusal("PACKED_DOCUMENT", path, say);
  }
  if (entry.isEncrypted()) throw encrypted(path);
  const madeOnUnix = entry.versionMadeBy >> 8 === 3;
  const type = (entry.externalFileAttributes >>> 16) & fileTypeMask;
  if (madeOnUnix && type !== 0 && type !== regularFile) {
    const say = `The archive holds a link or a device, ${printable(path)}, in place of a file; ask the sender for the file itself.`;
    throw new PackedRefusal("PACKED_LINK", path, say);
  }
  if (entry.canDecodeFileData()) return;
  const say = `${printable(path)} in the archive is compressed by method ${entry.compressionMethod}; ask the sender to use deflate, which every zip program has.`;
  throw new PackedRefusal("PACKED_METHOD", path, say);
}

function encrypted(path: string | null): PackedRefusal {
  const which = path === null ? "A file" : printable(path);
  const say = `${which} in the archive is encrypted by password, which Busbar does not take; ask the sender for an OpenPGP message, or for the archive without a password.`;
  return new PackedRefusal("PACKED_ENCRYPTED", path, say);
}

function timeOf(entry: yauzl.Entry): number | null {
  const at = entry.getLastModDate().getTime();
  return Number.isFinite(at) ? at : null;
}

async function* piecesOf(
  archive: yauzl.ZipFile,
  entry: yauzl.Entry,
  path: string,
  budget: Budget,
): AsyncGenerator<Uint8Array> {
  let sum = 0;
  try {
    const stream: Readable = await archive.openReadStreamPromise(entry);
    for await (const piece of stream as AsyncIterable<Buffer>) {
      budget.spendBytes(piece.length);
      sum = crc32(piece, sum);
      yield piece;
    }
  } catch (error) {
    const of = (why: string) =>
      `${printable(path)} in the zip archive is damaged (${why}); ask the sender for the archive again.`;
    throw damaged(error, of);
  }
  if (sum === entry.crc32) return;
  const say = `${printable(path)} unpacks to other bytes than were packed; ask the sender for the archive again.`;
  throw new PackedRefusal("PACKED_CHECKSUM", path, say);
}
