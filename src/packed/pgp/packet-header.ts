/** The head of a packet (RFC 9580, 4.2). */
export interface PacketHeader {
  readonly tag: number;
  /** Offset of its body, or of the first part of it. */
  readonly bodyAt: number;
  /** Bytes of its body, or of the first part of it; null: as far as the message goes. */
  readonly bodyBytes: number | null;
  /** More parts follow, each with a length before it. */
  readonly isPartial: boolean;
}

/** The length of a body or of a part of one. */
export type PartLength = Omit<PacketHeader, "tag">;

/** The longest head, in bytes. */
export const mostHeaderBytes = 6;

/** The tag of a packet that means nothing and is first in messages of some programs. */
export const markerTag = 10;

/** The head of the packet that bytes begin with; null when they begin none. */
export function packetHeader(head: Uint8Array): PacketHeader | null {
  const [tagByte = 0] = head;
  if ((tagByte & 0x80) === 0) return null;
  if ((tagByte & 0x40) !== 0) {
    const length = partLength(head.subarray(1));
    return length === null ? null : { tag: tagByte & 0x3f, ...length, bodyAt: 1 + length.bodyAt };
  }
  const tag = (tagByte & 0x3c) >> 2;
  const lengthType = tagByte & 3;
  if (lengthType === 3) return { tag, bodyAt: 1, bodyBytes: null, isPartial: false };
  const bytes = 2 ** lengthType;
  if (head.length < 1 + bytes) return null;
  const bodyBytes = Buffer.from(head.subarray(1, 1 + bytes)).readUIntBE(0, bytes);
  return { tag, bodyAt: 1 + bytes, bodyBytes, isPartial: false };
}

/** A length in the newer form, of a body or of a part of one; null when the bytes are too few. */
export function partLength(head: Uint8Array): PartLength | null {
  const [first, second, ...more] = head.subarray(0, 5);
  if (first === undefined) return null;
  if (first < 192) return { bodyAt: 1, bodyBytes: first, isPartial: false };
  if (first >= 224 && first < 255)
    return { bodyAt: 1, bodyBytes: 2 ** (first & 0x1f), isPartial: true };
  if (second === undefined) return null;
  if (first < 224)
    return { bodyAt: 2, bodyBytes: ((first - 192) << 8) + second + 192, isPartial: false };
  if (more.length < 3) return null;
  return { bodyAt: 5, bodyBytes: Buffer.from(head).readUInt32BE(1), isPartial: false };
}
