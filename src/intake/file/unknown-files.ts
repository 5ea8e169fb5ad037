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

/** How folders are looked through. */
export interface UnknownFileSearch {
  /** Called with a file that cannot be read. */
  readonly onSkipped: (path: string, error: unknown) => void;
  /** SHA-256 of what was reported already, of this folder or another: each content is reported once. */
  readonly told: Set<string>;
  /** Whether an entry, beside the others of its folder, is Busbar's own and no file that came. */
  readonly isOwn?: (name: string, names: ReadonlySet<string>) => boolean;
}

/**
 * The files below a folder whose bytes the store has in no file and in nothing that left, each content once;
 * in the order of their paths. A folder that is not there has none.
 */
export async function* unknownFiles(
  store: Pick<Store, "files">,
  folder: string,
  { onSkipped, told, isOwn = () => false }: UnknownFileSearch,
): AsyncGenerator<UnknownFile> {
  for await (const path of filesBelow(folder, deepest, isOwn)) {
    try {
      const digest = createHash("sha256");
      let sizeBytes = 0;
      for await (const piece of readPieces(path)) {
        digest.update(piece);
        sizeBytes += piece.length;
      }
      const hash = digest.digest("hex");
      if (told.has(hash) || (await store.files.knowsBytes(hash))) continue;
      told.add(hash);
      yield { path, sizeBytes };
    } catch (error) {
      if (error instanceof Error && error.name === "StoreError") throw error;
      onSkipped(path, error);
    }
  }
}

/** Regular files, but for those that are Busbar's own or still being written. */
async function* filesBelow(
  folder: string,
  depth: number,
  isOwn: NonNullable<UnknownFileSearch["isOwn"]>,
): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  });
  const names = new Set(entries.map(({ name }) => name));
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory() && depth > 1) yield* filesBelow(path, depth - 1, isOwn);
    if (!entry.isFile() || entry.name.startsWith(".busbar-") || isOwn(entry.name, names)) continue;
    yield path;
  }
}
