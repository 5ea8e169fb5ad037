import type { Entry } from "yauzl";
import type { PositionedBytes } from "./positioned.ts";
import { PackedRefusal, unread } from "./refusal.ts";
import type { ZipEnd } from "./zip-end.ts";

const headerBytes = 30;
const directoryHeaderBytes = 46;
/** The longest record of sizes behind the data: mark, checksum and two sizes of eight bytes. */
const mostDescriptor = 24;

interface Region {
  readonly start: number;
  readonly end: number;
}

/**
 * Expects each byte of an archive to be of a file in it, of its directory, or zero: what the directory does
 * not name would be dropped without a word, and files that share bytes are how bombs are made. Throws
 * `PackedRefusal`.
 */
export async function expectAllNamed(
  archive: PositionedBytes,
  { directoryAt, directoryEnd }: ZipEnd,
  entries: readonly Entry[],
): Promise<void> {
  let directory = directoryAt;
  const regions: Region[] = [];
  for (const entry of entries) {
    const { fileNameLength, extraFieldLength, fileCommentLength } = entry;
    directory += directoryHeaderBytes + fileNameLength + extraFieldLength + fileCommentLength;
    const region = await regionOf(archive, entry);
    if (region !== null) regions.push(region);
  }
  if (directory < directoryEnd)
    throw unread(
      directoryEnd - directory,
      directory,
      "its directory lists fewer files than it has room for",
    );
  let at = await marked(archive);
  for (const { start, end } of regions.toSorted((one, other) => one.start - other.start)) {
    if (start < at) throw overlapping(start);
    await expectPadding(archive, at, start);
    at = end;
  }
  if (at > directoryAt) throw overlapping(directoryAt);
  await expectPadding(archive, at, directoryAt);
}

/** Where a file is, header, data and sizes; null when its header is none, which reading it will say. */
async function regionOf(archive: PositionedBytes, entry: Entry): Promise<Region | null> {
  const start = entry.relativeOffsetOfLocalHeader;
  const header = await archive.read(start, headerBytes);
  if (header.length < headerBytes || header.readUInt32LE(0) !== 0x04034b50) return null;
  const dataAt = start + headerBytes + header.readUInt16LE(26) + header.readUInt16LE(28);
  const end = dataAt + entry.compressedSize;
  if ((entry.generalPurposeBitFlag & 8) === 0) return { start, end };
  return { start, end: end + descriptorBytes(await archive.read(end, mostDescriptor), entry) };
}

/** The length of the sizes behind the data (APPNOTE 6.3, 4.3.9): with or without a mark, short or long; 0 for none. */
function descriptorBytes(
  found: Buffer,
  { compressedSize, uncompressedSize, crc32 }: Entry,
): number {
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32);
  const short = Buffer.alloc(8);
  short.writeUInt32LE(compressedSize % 2 ** 32);
  short.writeUInt32LE(uncompressedSize % 2 ** 32, 4);
  const long = Buffer.alloc(16);
  long.writeBigUInt64LE(BigInt(compressedSize));
  long.writeBigUInt64LE(BigInt(uncompressedSize), 8);
  const mark = Buffer.from("PK\x07\x08", "latin1");
  const forms = [
    [mark, sum, long],
    [mark, sum, short],
    [sum, long],
    [sum, short],
  ].map((parts) => Buffer.concat(parts));
  return forms.find((form) => form.equals(found.subarray(0, form.length)))?.length ?? 0;
}

/** Where files begin: an archive that might have been split bears a mark of four bytes before them. */
async function marked(archive: PositionedBytes): Promise<number> {
  const head = (await archive.read(0, 4)).toString("latin1");
  return head === "PK\x07\x08" || head === "PK00" ? 4 : 0;
}

async function expectPadding(archive: PositionedBytes, from: number, to: number): Promise<void> {
  const found = await archive.firstFilled(from, to);
  if (found === null) return;
  throw unread(
    to - found,
    found,
    "they lie between files of the archive and its directory names none there",
  );
}

function overlapping(at: number): PackedRefusal {
  const say = `The zip archive is damaged: two of its parts share the bytes at offset ${at}; ask the sender for it again.`;
  return new PackedRefusal("PACKED_DAMAGED", null, say);
}
