import type { FileHandle } from "node:fs/promises";
import { openToRead } from "../disk/open-file.ts";
import type { PackedBytes } from "./member.ts";

/** Bytes read at once where they are looked through. */
const chunkBytes = 64 << 10;

/** The bytes of a container by their offset. To be closed when done with. */
export class PositionedBytes implements AsyncDisposable {
  readonly sizeBytes: number;
  readonly #bytes: Uint8Array | null;
  readonly #handle: FileHandle | null;

  private constructor(sizeBytes: number, bytes: Uint8Array | null, handle: FileHandle | null) {
    this.sizeBytes = sizeBytes;
    this.#bytes = bytes;
    this.#handle = handle;
  }

  /** Opens a container, in memory or on the disk. */
  static async open(source: PackedBytes): Promise<PositionedBytes> {
    if (typeof source !== "string") return new PositionedBytes(source.length, source, null);
    const handle = await openToRead(source);
    return new PositionedBytes((await handle.stat()).size, null, handle);
  }

  /** So many bytes from an offset, or as many as there are. */
  async read(at: number, length: number): Promise<Buffer> {
    const wanted = Math.max(0, Math.min(length, this.sizeBytes - at));
    if (this.#bytes !== null) return Buffer.from(this.#bytes.subarray(at, at + wanted));
    const buffer = Buffer.alloc(wanted);
    let done = 0;
    while (done < wanted) {
      const read = await this.#handle?.read(buffer, done, wanted - done, at + done);
      if (read === undefined || read.bytesRead === 0) break;
      done += read.bytesRead;
    }
    return buffer.subarray(0, done);
  }

  /** The offset of the first byte from `from` on, before `to`, that is not zero; null when all are. */
  async firstFilled(from: number, to = this.sizeBytes): Promise<number | null> {
    for (let at = from; at < to; at += chunkBytes) {
      const piece = await this.read(at, Math.min(chunkBytes, to - at));
      const found = piece.findIndex((byte) => byte !== 0);
      if (found >= 0) return at + found;
    }
    return null;
  }

  /** The offset behind the last byte that is not zero; 0 when all are. */
  async filledEnd(): Promise<number> {
    for (let end = this.sizeBytes; end > 0; end -= chunkBytes) {
      const start = Math.max(0, end - chunkBytes);
      const piece = await this.read(start, end - start);
      const found = piece.findLastIndex((byte) => byte !== 0);
      if (found >= 0) return start + found + 1;
    }
    return 0;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#handle?.close();
  }
}
