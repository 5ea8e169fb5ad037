import { unread } from "../refusal.ts";
import {
  markerTag,
  mostHeaderBytes,
  type PacketHeader,
  packetHeader,
  partLength,
} from "./packet-header.ts";

const paddingTag = 21;
const sessionKeyTags: ReadonlySet<number> = new Set([1, 3]);
const encryptedTags: ReadonlySet<number> = new Set([9, 18, 20]);
const onePassTag = 4;
const signatureTag = 2;
const compressedTag = 8;
const literalTag = 11;

/** What the outermost packets of a message are. */
export interface WalkedMessage {
  /** Its data is encrypted. */
  readonly isEncrypted: boolean;
  /** Offset of the first packet that counts: markers before it do not. */
  readonly startsAt: number;
}

/**
 * Goes over the outermost packets of a message without opening them, and expects it to be one message (RFC
 * 9580, 10.3): the library reads to the end of the first, and what follows would be dropped. Damage is left
 * to the library to say. Throws `PackedRefusal`.
 */
export async function walkPackets(pieces: AsyncIterable<Uint8Array>): Promise<WalkedMessage> {
  const walk = new PacketWalk();
  for await (const piece of pieces) walk.push(piece);
  return walk.end();
}

class PacketWalk {
  #head = Buffer.alloc(0);
  #at = 0;
  /** Bytes of a body that are still to come; null: all that follows is of it. */
  #left: number | null = 0;
  #isPartial = false;
  #isDamaged = false;
  #isWhole = false;
  /** It is data as it is, behind which signatures may be. */
  #isLiteral = false;
  #isEncrypted = false;
  /** Offset of what follows the message; null when nothing does. */
  #behind: number | null = null;
  #startsAt = 0;

  push(piece: Uint8Array): void {
    let rest: Uint8Array = piece;
    while (rest.length > 0) {
      if (this.#behind !== null || this.#isDamaged || this.#left === null) {
        this.#at += rest.length;
        return;
      }
      if (this.#left > 0) {
        const taken = Math.min(this.#left, rest.length);
        this.#left -= taken;
        this.#at += taken;
        rest = rest.subarray(taken);
        continue;
      }
      this.#head = Buffer.concat([this.#head, rest.subarray(0, 1)]);
      this.#at += 1;
      rest = rest.subarray(1);
      this.#seeHead();
    }
  }

  #seeHead(): void {
    const start = this.#at - this.#head.length;
    const part = this.#isPartial ? partLength(this.#head) : null;
    const begun = this.#isPartial ? null : packetHeader(this.#head);
    const found = part ?? begun;
    if (found === null) {
      const isNone = !this.#isPartial && ((this.#head[0] ?? 0) & 0x80) === 0;
      if (!isNone && this.#head.length < mostHeaderBytes) return;
      if (this.#isWhole) this.#behind = start;
      else this.#isDamaged = true;
      return;
    }
    if (begun !== null) this.#seeTag(begun, start);
    this.#head = Buffer.alloc(0);
    this.#left = found.bodyBytes;
    this.#isPartial = found.isPartial;
  }

  #seeTag({ tag, bodyBytes }: PacketHeader, start: number): void {
    if (this.#isWhole) {
      // Markers and padding too: they could hold anything, and nobody would be notified.
      if (!(this.#isLiteral && tag === signatureTag)) this.#behind = start;
      return;
    }
    if (tag === markerTag || tag === paddingTag) {
      if (tag === markerTag && start === this.#startsAt && bodyBytes !== null)
        this.#startsAt = this.#at + bodyBytes;
      return;
    }
    if (encryptedTags.has(tag)) this.#isEncrypted = true;
    if (sessionKeyTags.has(tag) || tag === onePassTag) return;
    if (tag === literalTag) this.#isLiteral = true;
    if (encryptedTags.has(tag) || tag === compressedTag || tag === literalTag) this.#isWhole = true;
  }

  end(): WalkedMessage {
    // A head that is cut short behind a whole message is of nothing in it.
    if (this.#isWhole && this.#behind === null && this.#head.length > 0 && !this.#isPartial)
      this.#behind = this.#at - this.#head.length;
    if (this.#behind !== null)
      throw unread(
        this.#at - this.#behind,
        this.#behind,
        "they are behind the end of the OpenPGP message",
      );
    return { isEncrypted: this.#isEncrypted, startsAt: this.#startsAt };
  }
}
