import { readdirSync, rmSync, statSync } from "node:fs";
import { blobOf } from "./kept-place.ts";
import { packFolder, packPath } from "./pack-file.ts";

/** A file that no row names may be another program's, who is about to name it, for so long, in milliseconds. */
const strayMs = 3_600_000;

/** A large file whose bytes are elsewhere, or dropped. */
export interface RetiredBlob {
  readonly id: number;
  readonly hash: string;
}

/** What a store says of files that may be left beside it. */
interface StrayRows {
  /** The next large files after a number that were moved or dropped. */
  retired(after: number): Promise<readonly RetiredBlob[]>;
  /** Whether a row names a pack. */
  isNamed(hash: Buffer): Promise<boolean>;
}

/** Removes packs that no row names and large files that were moved, once nobody can be about to name them. Gives how many. */
export async function sweepStrays(rows: StrayRows, blobFolder: string): Promise<number> {
  let removed = 0;
  for await (const path of strays(rows, blobFolder)) {
    if (!isLeft(path)) continue;
    rmSync(path, { force: true });
    removed += 1;
  }
  return removed;
}

async function* strays(rows: StrayRows, blobFolder: string): AsyncGenerator<string> {
  for (let after: number | undefined = 0; after !== undefined; ) {
    const some: readonly RetiredBlob[] = await rows.retired(after);
    for (const { hash } of some) yield blobOf(blobFolder, hash);
    after = some.at(-1)?.id;
  }
  for (const name of namesOf(packFolder(blobFolder))) {
    if (!/^[0-9a-f]{64}$/.test(name)) continue;
    if (!(await rows.isNamed(Buffer.from(name, "hex")))) yield packPath(blobFolder, name);
  }
}

/** Whether a file is there that nobody has touched for long. */
function isLeft(path: string): boolean {
  const changedAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return changedAt !== undefined && Date.now() - changedAt >= strayMs;
}

function namesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
