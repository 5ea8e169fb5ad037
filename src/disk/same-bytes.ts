import { lstatSync, type PathLike } from "node:fs";
import { readPieces } from "./open-file.ts";

/** Whether two regular files hold the same bytes; they are read piece by piece, no further than they agree. */
export async function haveSameBytes(one: PathLike, other: PathLike): Promise<boolean> {
  if (lstatSync(one).size !== lstatSync(other).size) return false;
  const others = readPieces(other);
  let rest: Buffer = Buffer.alloc(0);
  try {
    for await (const piece of readPieces(one)) {
      for (let at = 0; at < piece.length; ) {
        if (rest.length === 0) rest = (await others.next()).value ?? rest;
        if (rest.length === 0) return false;
        const length = Math.min(rest.length, piece.length - at);
        if (!piece.subarray(at, at + length).equals(rest.subarray(0, length))) return false;
        rest = rest.subarray(length);
        at += length;
      }
    }
    return rest.length === 0 && (await others.next()).done === true;
  } finally {
    await others.return(undefined);
  }
}
