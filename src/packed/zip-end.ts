import type { PositionedBytes } from "./positioned.ts";
import { PackedRefusal, unread } from "./refusal.ts";

/** Where the directory of a zip archive is, and where the archive ends: zeros behind are padding. */
export interface ZipEnd {
  readonly directoryAt: number;
  readonly directoryEnd: number;
  readonly archiveEnd: number;
}

const signature = Buffer.from("PK\x05\x06", "latin1");
const recordBytes = 22;
const locatorBytes = 20;
const mostComment = 0xffff;

/**
 * Finds the end record of an archive (APPNOTE 6.3, 4.3.16) and what it says of the directory. Throws
 * `PackedRefusal` when something else than zeros follows it, or is between the directory and it: a second
 * archive, say. Null when there is no end record.
 */
export async function findZipEnd(archive: PositionedBytes): Promise<ZipEnd | null> {
  const filled = await archive.filledEnd();
  const from = Math.max(0, filled - recordBytes - mostComment);
  const tail = await archive.read(from, filled - from + recordBytes);
  const inTail = tail.lastIndexOf(signature);
  if (inTail < 0 || inTail + recordBytes > tail.length) return null;
  const recordAt = from + inTail;
  const archiveEnd = recordAt + recordBytes + tail.readUInt16LE(inTail + 20);
  if (archiveEnd > archive.sizeBytes) return null;
  if (archiveEnd < filled)
    throw unread(
      archive.sizeBytes - archiveEnd,
      archiveEnd,
      "they are behind the end of the archive",
    );
  const long = await longRecord(archive, recordAt);
  const directoryEnd = long?.at ?? recordAt;
  const directoryAt = long?.directoryAt ?? tail.readUInt32LE(inTail + 16);
  const directoryBytes = long?.directoryBytes ?? tail.readUInt32LE(inTail + 12);
  const told = directoryAt + directoryBytes;
  if (told < directoryEnd)
    throw unread(
      directoryEnd - told,
      told,
      "the directory of the archive ends there and its end record is elsewhere, as when two archives are joined",
    );
  if (told > directoryEnd) return null;
  return { directoryAt, directoryEnd, archiveEnd };
}

interface LongRecord {
  readonly at: number;
  readonly directoryAt: number;
  readonly directoryBytes: number;
}

/** The end record in zip64 form, which is before the usual one; null when there is none. */
async function longRecord(archive: PositionedBytes, recordAt: number): Promise<LongRecord | null> {
  if (recordAt < locatorBytes) return null;
  const locator = await archive.read(recordAt - locatorBytes, locatorBytes);
  if (locator.readUInt32LE(0) !== 0x07064b50) return null;
  const at = Number(locator.readBigUInt64LE(8));
  const record = await archive.read(at, 56);
  if (record.length < 56 || record.readUInt32LE(0) !== 0x06064b50) throw noLongRecord();
  const end = at + 12 + Number(record.readBigUInt64LE(4));
  if (end !== recordAt - locatorBytes) throw noLongRecord();
  const directoryBytes = Number(record.readBigUInt64LE(40));
  return { at, directoryAt: Number(record.readBigUInt64LE(48)), directoryBytes };
}

function noLongRecord(): PackedRefusal {
  const say =
    "The zip archive is damaged or cut short (its zip64 end record is not where it should be); ask the sender for it again.";
  return new PackedRefusal("PACKED_DAMAGED", null, say);
}
