import type { OpenInstallation } from "../../app/installation/open-installation.ts";
import { keptBytes } from "../../app/queries/things/file.ts";
import { areBytesGone } from "../../core/refusal/bytes-gone.ts";
import { StoreError } from "../../store/port/store-error.ts";

/** Lines of a file that a page shows. */
export const linesOfPage = 200;
/** Bytes of one line that are shown: a file may be a single line. */
const mostOfLine = 4_000;

/** One line, or the beginning of one that is too long. */
interface Line {
  readonly text: string;
  readonly isCut: boolean;
}

/** Some lines of a file. */
export interface Lines {
  readonly first: number;
  readonly texts: readonly Line[];
  /** Whether the file ends within them. */
  readonly isWhole: boolean;
  /** Why there are none; null where they can be read. */
  readonly gone: string | null;
}

/**
 * Lines of the kept bytes; a line that is not UTF-8 shows as the characters of Latin-1. Bytes that were dropped, or
 * that the disk does not have, are described in words: all else of a file is still known.
 */
export async function linesOf(of: OpenInstallation, file: number, first: number): Promise<Lines> {
  try {
    return { first, gone: null, ...(await readLines(keptBytes(of, { file }), first)) };
  } catch (error) {
    const isLost = error instanceof StoreError && error.code === "failed";
    if (!areBytesGone(error) && !isLost) throw error;
    return { first, texts: [], isWhole: true, gone: error.message };
  }
}

/** A page of lines from the first that is wanted, of bytes in pieces. */
export async function readLines(
  pieces: AsyncIterable<Uint8Array>,
  first: number,
): Promise<Pick<Lines, "texts" | "isWhole">> {
  const texts: Line[] = [];
  let line = 1;
  let open = "";
  let length = 0;
  const end = () => {
    if (line >= first) texts.push(lineOf(open, length > open.length));
    line += 1;
    open = "";
    length = 0;
  };
  for await (const piece of pieces) {
    const parts = Buffer.from(piece).toString("latin1").split("\n");
    for (const [at, part] of parts.entries()) {
      if (at > 0) end();
      // What follows the last line break is a line only where there is something.
      if (texts.length === linesOfPage && (part !== "" || at < parts.length - 1))
        return { texts, isWhole: false };
      if (line < first) continue;
      open += part.slice(0, Math.max(0, mostOfLine - open.length));
      length += part.length;
    }
  }
  if (length > 0) end();
  return { texts, isWhole: true };
}

function lineOf(latin1: string, isCut: boolean): Line {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  try {
    // Of a line that is cut, half a character may be left over at its end.
    return { text: decoder.decode(Buffer.from(latin1, "latin1"), { stream: isCut }), isCut };
  } catch {
    return { text: latin1, isCut };
  }
}
