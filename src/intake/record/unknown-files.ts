import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { readPieces } from "../../disk/open-file.ts";
import type { Store } from "../../store/port/store.ts";

/** A file in a folder whose bytes the store does not have. */
export interface UnknownFile {
  readonly path: string;
  readonly sizeBytes: number;
}

/** Looked into so many folders deep: an archive has one for each day, an outbound channel some by recipient. */
const deepest = 4;

/**
 * The files below a folder whose bytes the store has in no file and in nothing that left, each content once;
 * in the order of their paths. A folder that is not there has none. `onSkipped` is told of a file that cannot
 * be read.
 */
export async function* unknownFiles(
  store: Pick<Store, "knowsBytes">,
  folder: string,
  onSkipped: (path: string, error: unknown) => void,
): AsyncGenerator<UnknownFile> {
  const told = new Set<string>();
  for await (const path of filesBelow(folder, deepest)) {
    try {
      const digest = createHash("sha256");
      let sizeBytes = 0;
      for await (const piece of readPieces(path)) {
        digest.update(piece);
        sizeBytes += piece.length;
      }
      const hash = digest.digest("hex");
      if (told.has(hash) || (await store.knowsBytes(hash))) continue;
      told.add(hash);
      yield { path, sizeBytes };
    } catch (error) {
      if (error instanceof Error && error.name === "StoreError") throw error;
      onSkipped(path, error);
    }
  }
}

/** Regular files, but for those that are Busbar's own or still being written. */
async function* filesBelow(folder: string, depth: number): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory() && depth > 1) yield* filesBelow(path, depth - 1);
    if (entry.isFile() && !entry.name.startsWith(".busbar-")) yield path;
  }
}
