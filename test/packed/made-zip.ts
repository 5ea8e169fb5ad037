import { crc32, deflateRawSync } from "node:zlib";

/** An entry of an archive to make; what is not said is as usual. */
export interface MadeEntry {
  readonly name: string;
  readonly bytes?: Uint8Array;
  /** Compression method; 0 stores, 8 deflates, others only say so. */
  readonly method?: number;
  /** Sizes and checksum follow the data instead of standing before it, as in an archive made while it is sent. */
  readonly descriptor?: boolean;
  /** Sizes and offset stand in the zip64 extra field. */
  readonly zip64?: boolean;
  readonly encrypted?: boolean;
  /** Strong encryption, by a bit of its own. */
  readonly stronglyEncrypted?: boolean;
  /** The checksum to write, when it is not the right one. */
  readonly checksum?: number;
  /** Size unpacked to write, when it is not the right one. */
  readonly claimedSize?: number;
  /** The packed data to write, when it is not what the bytes pack to. */
  readonly packed?: Uint8Array;
  /** Unix mode, e.g. 0o120777 for a symbolic link. */
  readonly mode?: number;
}

const utf8 = 0x800;

/** Makes a zip archive (APPNOTE 6.3), wrong in what the entries ask for. */
export function madeZip(entries: readonly MadeEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { local, central } = madeEntry(entry, offset);
    parts.push(local);
    directory.push(central);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const zip64 = entries.some((entry) => entry.zip64);
  return Buffer.concat([...parts, listed, ...end(entries.length, listed.length, offset, zip64)]);
}

function madeEntry(entry: MadeEntry, offset: number): { local: Buffer; central: Buffer } {
  const { method = 8, descriptor = false, zip64 = false, mode = 0o100644 } = entry;
  const bytes = entry.bytes ?? Buffer.alloc(0);
  const name = Buffer.from(entry.name);
  const data =
    entry.packed !== undefined
      ? Buffer.from(entry.packed)
      : method === 8
        ? deflateRawSync(bytes)
        : Buffer.from(bytes);
  const sum = entry.checksum ?? crc32(bytes);
  const size = entry.claimedSize ?? bytes.length;
  const flags =
    utf8 | (descriptor ? 8 : 0) | (entry.encrypted ? 1 : 0) | (entry.stronglyEncrypted ? 0x41 : 0);
  const extra = zip64 ? zip64Extra(size, data.length, offset) : Buffer.alloc(0);
  const shown = (value: number) => (zip64 ? 0xffffffff : value);
  const common = [half(zip64 ? 45 : 20), half(flags), half(method), half(0), half(0x5a21)];
  const sums = [full(sum), full(shown(data.length)), full(shown(size))];
  const local = Buffer.concat([
    full(0x04034b50),
    ...common,
    ...(descriptor ? [full(0), full(0), full(0)] : sums),
    half(name.length),
    half(extra.length),
    name,
    extra,
    data,
    ...(descriptor ? [full(0x08074b50), full(sum), full(data.length), full(size)] : []),
  ]);
  const central = Buffer.concat([
    full(0x02014b50),
    half((3 << 8) | 45),
    ...common,
    ...sums,
    half(name.length),
    half(extra.length),
    half(0),
    half(0),
    half(0),
    full((mode << 16) >>> 0),
    full(shown(offset)),
    name,
    extra,
  ]);
  return { local, central };
}

function zip64Extra(size: number, packed: number, offset: number): Buffer {
  return Buffer.concat([half(1), half(24), ...[size, packed, offset].map(long)]);
}

function end(entries: number, size: number, offset: number, zip64: boolean): Buffer[] {
  const record = Buffer.concat([
    full(0x06064b50),
    long(44),
    half(45),
    half(45),
    full(0),
    full(0),
    long(entries),
    long(entries),
    long(size),
    long(offset),
  ]);
  const locator = Buffer.concat([full(0x07064b50), full(0), long(offset + size), full(1)]);
  const counts = zip64 ? [half(0xffff), half(0xffff)] : [half(entries), half(entries)];
  const places = zip64 ? [full(0xffffffff), full(0xffffffff)] : [full(size), full(offset)];
  return [
    ...(zip64 ? [record, locator] : []),
    Buffer.concat([full(0x06054b50), half(0), half(0), ...counts, ...places, half(0)]),
  ];
}

function half(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function full(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function long(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}
