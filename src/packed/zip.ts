import { pipeline, Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import yauzl from "yauzl";
import { printable } from "../formats/printable.ts";
import type { Budget } from "./budget.ts";
import type { Member, OnNote, PackedBytes } from "./member.ts";
import { PositionedBytes } from "./positioned.ts";
import { damaged, PackedRefusal } from "./refusal.ts";
import { findZipEnd } from "./zip-end.ts";
import { expectAllNamed } from "./zip-layout.ts";

/**
 * The files in a zip archive, in the order of its directory. What is wrong with the archive or a file in
 * it is thrown as `PackedRefusal`. Names are reported, never used as paths on our disk.
 */
export async function* zipMembers(
  source: PackedBytes,
  budget: Budget,
  note: OnNote,
): AsyncGenerator<Member> {
  await using container = await PositionedBytes.open(source);
  const end = await findZipEnd(container);
  const archive = await open(container, end?.archiveEnd ?? container.sizeBytes);
  try {
    budget.spendMembers(archive.entryCount);
    const listed = await Array.fromAsync(entries(archive));
    if (end !== null) await expectAllNamed(container, end, listed);
    const seen = new Set<string>();
    let files = 0;
    for (const entry of listed) {
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

/** Opens what is before `end`: padding behind it would be taken for a comment. */
async function open(container: PositionedBytes, end: number): Promise<yauzl.ZipFile> {
  try {
    return await yauzl.fromRandomAccessReaderPromise(new PositionedReader(container), end, options);
  } catch (error) {
    throw damaged(error, sayDamaged);
  }
}

/** The bytes of a container as the library asks for them. */
class PositionedReader extends yauzl.RandomAccessReader {
  readonly #container: PositionedBytes;

  constructor(container: PositionedBytes) {
    super();
    this.#container = container;
  }

  /** Headers are many and short: each is read without a stream of its own. */
  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.#container.read(position, length).then((found) => {
      found.copy(buffer, offset);
      callback(found.length < length ? new Error("unexpected EOF") : null);
    }, callback);
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(piecesBetween(this.#container, start, end), { objectMode: false });
  }
}

async function* piecesBetween(
  container: PositionedBytes,
  start: number,
  end: number,
): AsyncGenerator<Buffer> {
  const most = 64 << 10;
  for (let at = start; at < end; at += most)
    yield await container.read(at, Math.min(most, end - at));
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

/** What systems and office programs lay beside files of their own accord. */
function isByTheWay(path: string): boolean {
  return (
    /^__MACOSX\/|(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/.test(path) ||
    /(^|\/)(\._|~\$|\.~lock\.)[^/]*$/.test(path)
  );
}

/** First members of what is a zip archive only underneath. */
const documents = /^(\[Content_Types\]\.xml|META-INF\/MANIFEST\.MF|mimetype)$/;

const fileTypeMask = 0o170000;
/** Info-ZIP writes the type of what it reads from: for `-`, standard input, that of a pipe or a socket. */
const withBytes: ReadonlySet<number> = new Set([0, 0o100000, 0o010000, 0o140000]);

function refuseWhatIsNoFile(entry: yauzl.Entry, path: string): void {
  if (documents.test(path)) {
    const say =
      "It is an office document, such as an Excel workbook (.xlsx), or a program, which are zip archives underneath, not an archive of files; ask the sender for the data as CSV, or what it is.";
    throw new PackedRefusal("PACKED_DOCUMENT", path, say);
  }
  if (entry.isEncrypted()) throw encrypted(path);
  const madeOnUnix = entry.versionMadeBy >> 8 === 3;
  const type = (entry.externalFileAttributes >>> 16) & fileTypeMask;
  if (madeOnUnix && !withBytes.has(type)) {
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
  const of = (why: string) =>
    `${printable(path)} in the zip archive is damaged (${why}); ask the sender for the archive again.`;
  let sum = 0;
  let size = 0;
  let readBytes = entry.compressedSize;
  try {
    const raw: Readable = await archive.openReadStreamPromise(entry, { decodeFileData: false });
    const inflate = entry.compressionMethod === 8 ? createInflateRaw() : null;
    if (inflate !== null) pipeline(raw, inflate, () => {});
    for await (const piece of (inflate ?? raw) as AsyncIterable<Buffer>) {
      budget.spendBytes(piece.length);
      size += piece.length;
      sum = crc32(piece, sum);
      yield piece;
    }
    readBytes = inflate?.bytesWritten ?? readBytes;
  } catch (error) {
    throw damaged(error, of);
  }
  if (size !== entry.uncompressedSize) {
    const why = `it unpacks to ${size} bytes, and the directory says ${entry.uncompressedSize}`;
    throw new PackedRefusal("PACKED_DAMAGED", path, of(why));
  }
  // The library that unpacks ends where the packed data says so, and leaves the rest without a word.
  if (readBytes !== entry.compressedSize) {
    const why = `${entry.compressedSize - readBytes} bytes behind the end of its packed data would not be read`;
    throw new PackedRefusal("PACKED_UNREAD", path, of(why));
  }
  if (sum === entry.crc32) return;
  const say = `${printable(path)} unpacks to other bytes than were packed; ask the sender for the archive again.`;
  throw new PackedRefusal("PACKED_CHECKSUM", path, say);
}
