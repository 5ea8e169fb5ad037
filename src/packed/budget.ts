import type { PackedLimits } from "../config/unpack.ts";
import { PackedRefusal } from "./refusal.ts";

/** Below so many unpacked bytes no ratio is a threat: a short file of blanks packs a thousand times. */
const harmlessBytes = 8 << 20;

/** What one outermost container may still unpack, whatever the depth. */
export class Budget {
  readonly #limits: PackedLimits;
  readonly #ownBytes: number;
  #members = 0;
  #bytes = 0;

  constructor(limits: PackedLimits, ownBytes: number) {
    this.#limits = limits;
    this.#ownBytes = ownBytes;
  }

  /** Another file was found. */
  spendMembers(count: number): void {
    this.#members += count;
    const { members } = this.#limits;
    if (this.#members <= members) return;
    const say = `It holds more than the ${members} files (or messages of an array) that \`unpack: members\` allows; ask the sender to send fewer at a time, or raise the setting.`;
    throw new PackedRefusal("PACKED_TOO_MANY", String(this.#members), say, true);
  }

  /** So many more bytes came out. */
  spendBytes(count: number): void {
    this.#bytes += count;
    const { totalBytes, ratio } = this.#limits;
    if (this.#bytes > totalBytes) {
      const say = `It unpacks to more than the ${totalBytes} bytes that \`unpack: total\` allows; ask the sender what it is, and raise the setting if it is right.`;
      throw new PackedRefusal("PACKED_TOO_LARGE", String(this.#bytes), say, true);
    }
    if (this.#bytes <= harmlessBytes || this.#bytes <= ratio * this.#ownBytes) return;
    const say = `It unpacks to more than ${ratio} times its own ${this.#ownBytes} bytes, which \`unpack: ratio\` forbids: so do files made to fill disks. Ask the sender what it is, and raise the setting if it is right.`;
    throw new PackedRefusal("PACKED_RATIO", String(this.#bytes), say, true);
  }
}
