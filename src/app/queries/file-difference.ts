import type { FileRecord } from "../../core/file/file.ts";
import { noFile } from "../../core/refusal/no-file.ts";
import { RefusedError } from "../../core/refusal/refused-error.ts";
import { type DiffLine, diffLines } from "../../core/text/diff-lines.ts";
import type { OpenInstallation } from "../installation/open-installation.ts";

/** Which files are compared: two, or one with the file that it repeats or conflicts with. */
export interface ComparedFiles {
  readonly first: number;
  readonly second?: number;
}

/** Two files, and what is in one of them alone. */
export interface FileDifference {
  readonly first: FileRecord;
  readonly second: FileRecord;
  /** All lines of both in order; null when they have too little in common. Lines that are the same in both texts are among them. */
  readonly lines: readonly DiffLine[] | null;
}

/** Larger files are compared outside, in bytes. */
const mostBytes = 8 << 20;

/** Compares the bytes of two files line by line, as for a conflict. Rejects with `RefusedError`. */
export async function compareFiles(
  of: OpenInstallation,
  { first, second }: ComparedFiles,
): Promise<FileDifference> {
  const one = await fileOf(of, first);
  const other = await fileOf(of, second ?? otherOf(one));
  // The one that came first is first.
  const [older, newer] = second === undefined && other.id < one.id ? [other, one] : [one, other];
  const lines = diffLines(await linesOf(of, older), await linesOf(of, newer));
  return { first: older, second: newer, lines };
}

async function fileOf({ store }: OpenInstallation, id: number): Promise<FileRecord> {
  const file = await store.files.get(id);
  if (file === null) throw noFile(id);
  return file;
}

function otherOf({ id, otherFile }: FileRecord): number {
  if (otherFile !== null) return otherFile;
  throw new RefusedError(
    "conflict",
    `File ${id} repeats no other and is in no conflict; name the file to compare it with`,
    { about: `file ${id}` },
  );
}

async function linesOf({ store }: OpenInstallation, file: FileRecord): Promise<string[]> {
  if (file.sizeBytes > mostBytes)
    throw new RefusedError(
      "invalid",
      `File ${file.id} is larger than ${mostBytes >> 20} MiB; write both out and compare them with another program`,
      { about: `file ${file.id}`, remedy: showRaw(file.id) },
    );
  const bytes = await store.files.bytes(file.id);
  return textOf(bytes).split("\n");
}

/** Bytes that are no UTF-8 are a character each, so that no two of them look alike. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes).toString("latin1");
  }
}

function showRaw(file: number) {
  return {
    say: "the bytes: {}",
    remedies: [{ remedy: "show-file", file, raw: true } as const],
  };
}
