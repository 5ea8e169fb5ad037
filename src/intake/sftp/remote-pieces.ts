import { createHash } from "node:crypto";
import type { RemoteHandle, SftpLink } from "../../channels/sftp/sftp-link.ts";

/** Bytes asked for at once: every server answers so much in one piece. */
const pieceBytes = 32_768;
/** Pieces asked for ahead, so that a far link is kept full: 2 MiB. */
const piecesAhead = 64;

/**
 * The bytes of an open file from one place to another, in order. Ends early where the file does: whoever
 * needs all of it counts. Rejects with `SftpError`, or what the signal was aborted with.
 */
export async function* remotePieces(
  link: SftpLink,
  handle: RemoteHandle,
  from: number,
  to: number,
  signal: AbortSignal | null,
): AsyncGenerator<Buffer> {
  const asked: { readonly piece: Buffer; readonly count: Promise<number> }[] = [];
  for (let next = from; ; ) {
    signal?.throwIfAborted();
    while (asked.length < piecesAhead && next < to) {
      const piece = Buffer.allocUnsafeSlow(Math.min(pieceBytes, to - next));
      const count = link.read(handle, piece, next);
      // Those behind one that fails are given up, and nobody waits for them.
      count.catch(() => {});
      asked.push({ piece, count });
      next += piece.length;
    }
    const first = asked.shift();
    if (first === undefined) return;
    const count = await first.count;
    if (count > 0) yield first.piece.subarray(0, count);
    if (count < first.piece.length) return;
  }
}

/** SHA-256 of a file at the server, 64 hexadecimal digits; keeps nothing of it. */
export async function remoteHash(
  link: SftpLink,
  path: string,
  sizeBytes: number,
  signal: AbortSignal | null,
): Promise<string> {
  const handle = await link.open(path, "r");
  try {
    const hash = createHash("sha256");
    for await (const piece of remotePieces(link, handle, 0, sizeBytes, signal)) hash.update(piece);
    return hash.digest("hex");
  } finally {
    link.close(handle).catch(() => {});
  }
}
