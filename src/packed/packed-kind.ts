import { isMessageList } from "./message-list.ts";
import { markerTag, packetHeader } from "./pgp/packet-header.ts";

/** A kind of file that holds other files. */
export type PackedKind = "zip" | "gzip" | "pgp" | "json-list";

/** What each is called in messages. */
export const kindNames: Readonly<Record<PackedKind, string>> = {
  zip: "zip archive",
  gzip: "gzip file",
  pgp: "OpenPGP message",
  "json-list": "JSON array",
};

const armour = "-----BEGIN PGP MESSAGE-----";
/** Bytes within which an armoured message must begin. */
const armourBytes = 2048;
/** What the files of a known family have in their first lines, and words before a message do not. */
const ofFamilies = /[,;|"{[\t]/;

/**
 * The kind of container that begins with these bytes, never recognised from its name; null when it is none.
 * Ordinary files pay for one look at their first bytes.
 */
export function packedKind(head: Uint8Array): PackedKind | null {
  const [first = 0, second = 0, third = 0] = head;
  if (first === 0x1f) return second === 0x8b && third === 8 ? "gzip" : null;
  if (first === 0x50 && second === 0x4b) return isZipRecord(third, head[3]) ? "zip" : null;
  if (isMessageList(head)) return "json-list";
  if (hasArmour(head)) return "pgp";
  return first >= 0x80 && isMessage(head) ? "pgp" : null;
}

/** Whether an armoured message begins at a line of its own, at once or behind blanks, a byte order mark or words. */
function hasArmour(head: Uint8Array): boolean {
  const { buffer, byteOffset, length } = head;
  const bytes = Buffer.from(buffer, byteOffset, Math.min(length, armourBytes));
  const at = bytes.indexOf(armour);
  if (at < 0) return false;
  const before = bytes.toString("latin1", 0, at).replace(/^\xef\xbb\xbf/, "");
  const behind = bytes.toString("latin1", at + armour.length);
  return /(?:^|\n)$/.test(before) && /^\s/.test(behind) && !ofFamilies.test(before);
}

/** A local header, the end of an archive without members, or the mark of one in several parts. */
function isZipRecord(third: number, fourth = 0): boolean {
  return fourth === third + 1 && (third === 3 || third === 5 || third === 7);
}

/** Ids of public-key algorithms that sessions are encrypted with: RSA, Elgamal, ECDH, X25519, X448. */
const encrypting: ReadonlySet<number> = new Set([1, 2, 16, 18, 25, 26]);

/**
 * Whether binary bytes begin an OpenPGP message (RFC 9580, 10.3): with an encrypted session key, or, of one
 * that is only signed, with compressed data or the announcement of a signature; markers before it do not
 * count. Version and algorithm have their places: text of any code page has other bytes there.
 */
function isMessage(head: Uint8Array): boolean {
  const first = packetHeader(head);
  if (first === null) return false;
  const { tag, bodyAt, bodyBytes } = first;
  const [version = 0, next = 0] = head.subarray(bodyAt);
  switch (tag) {
    case markerTag: {
      if (Buffer.from(head.subarray(bodyAt, bodyAt + 3)).toString("latin1") !== "PGP") return false;
      return bodyBytes === 3;
    }
    case 1:
      return version === 3 ? encrypting.has(head[bodyAt + 9] ?? 0) : version === 6 && next < 34;
    case 3:
      return version === 4 || version === 5 || version === 6;
    case 4:
      return (version === 3 && bodyBytes === 13) || version === 6;
    case 8:
      return version >= 1 && version <= 3;
    default:
      return false;
  }
}
