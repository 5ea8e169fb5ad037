import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { sayFileError } from "../../disk/file-error.ts";
import { headBytes } from "../../formats/family.ts";

/** How standard input is named. */
const standardInput = "-";

/** Bytes read at once. */
const pieceBytes = 1 << 20;

/** A file or standard input could not be read; the message says why, as the end of a sentence. */
export class UnreadableFile extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "UnreadableFile";
  }
}

/**
 * The bytes of a file, or of standard input for `-`, in pieces. The first piece is long enough to tell
 * the family by. Throws `UnreadableFile`.
 */
export async function* filePieces(path: string): AsyncGenerator<Buffer> {
  const stream: Readable =
    path === standardInput ? process.stdin : createReadStream(path, { highWaterMark: pieceBytes });
  let head: Buffer[] | null = [];
  let length = 0;
  try {
    for await (const chunk of stream) {
      const piece = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
      if (head === null) yield piece;
      else {
        head.push(piece);
        length += piece.length;
        if (length < headBytes) continue;
        yield Buffer.concat(head);
        head = null;
      }
    }
  } catch (error) {
    throw new UnreadableFile(whyUnreadable(error), { cause: error });
  }
  if (head !== null) yield Buffer.concat(head);
}

/** All of them at once. Throws `UnreadableFile`. */
export async function fileBytes(path: string): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(filePieces(path)));
}

function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  switch (code) {
    case "ENOENT":
      return "there is no such file";
    case "EISDIR":
      return "it is a folder; name the files in it";
    case "EACCES":
    case "EPERM":
      return "no permission to read it";
    default:
      if (code === null) throw error;
      return sayFileError(error)?.why ?? `it cannot be read (${String(code)})`;
  }
}
