/** A kind of file that holds other files. */
export type PackedKind = "zip" | "gzip" | "pgp";

/** What each is called in messages. */
export const kindNames: Readonly<Record<PackedKind, string>> = {
  zip: "zip archive",
  gzip: "gzip file",
  pgp: "OpenPGP message",
};

const armour = Buffer.from("-----BEGIN PGP MESSAGE-----");

/**
 * The kind of container that begins with these bytes, never told from its name; null when it is none.
 * Ordinary files pay for one look at their first byte.
 */
export function packedKind(head: Uint8Array): PackedKind | null {
  const [first = 0, second = 0, third = 0] = head;
  if (first === 0x1f) return second === 0x8b && third === 8 ? "gzip" : null;
  if (first === 0x50) return second === 0x4b && isZipRecord(third, head[3]) ? "zip" : null;
  if (first === 0x2d) return armour.equals(head.subarray(0, armour.length)) ? "pgp" : null;
  return first >= 0x80 && isEncrypted(head) ? "pgp" : null;
}

/** A local header, the end of an archive without members, or the mark of one in several parts. */
function isZipRecord(third: number, fourth = 0): boolean {
  return fourth === third + 1 && (third === 3 || third === 5 || third === 7);
}

/** Ids of public-key algorithms that sessions are encrypted with: RSA, Elgamal, ECDH, X25519, X448. */
const encrypting: ReadonlySet<number> = new Set([1, 2, 16, 18, 25, 26]);

/**
 * Whether binary bytes begin with an encrypted session key, the first packet of an encrypted message (RFC
 * 9580, 5.1 and 5.3). Its version and algorithm have their places: text of any code page has other bytes there.
 */
function isEncrypted(head: Uint8Array): boolean {
  const [tagByte = 0, lengthByte = 0] = head;
  const isNew = (tagByte & 0x40) !== 0;
  const tag = isNew ? tagByte & 0x3f : (tagByte & 0x3c) >> 2;
  const at = isNew ? newBody(lengthByte) : oldBody(tagByte & 3);
  if (at === null) return false;
  const version = head[at];
  if (tag === 1)
    return version === 3
      ? encrypting.has(head[at + 9] ?? 0)
      : version === 6 && (head[at + 1] ?? 0) < 34;
  return tag === 3 && (version === 4 || version === 5 || version === 6);
}

function newBody(lengthByte: number): number | null {
  if (lengthByte < 192) return 2;
  if (lengthByte < 224) return 3;
  return lengthByte === 255 ? 6 : null;
}

function oldBody(lengthType: number): number | null {
  return lengthType === 3 ? null : 1 + 2 ** lengthType;
}
