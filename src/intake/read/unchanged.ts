import { createHash } from "node:crypto";
import { lstatSync } from "node:fs";
import { type Signature, sameSignature, signatureOf } from "../../channels/folder/listing.ts";
import { readPieces } from "../../disk/open-file.ts";

/** What a file was when it was read. */
export interface ReadState {
  /** Null when it was read before a crash: then only its bytes tell. */
  readonly signature: Signature | null;
  /** SHA-256, 64 hexadecimal digits. */
  readonly hash: string;
}

/** Whether a file still holds what was read from it. Reads it again only when its times leave a doubt. */
export async function isUnchanged(path: string | Buffer, read: ReadState): Promise<boolean> {
  if (read.signature !== null && sameSignature(signatureOf(lstatSync(path)), read.signature)) {
    return true;
  }
  const hash = createHash("sha256");
  for await (const piece of readPieces(path)) hash.update(piece);
  return hash.digest("hex") === read.hash;
}
