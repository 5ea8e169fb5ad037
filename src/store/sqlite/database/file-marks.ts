import { type BigIntStats, statSync } from "node:fs";

/**
 * Which files a connection has open under its path: the store, its write-ahead log and the log's index.
 * SQLite goes on writing into files that were deleted or moved away, and all of that is lost. Device and
 * inode stay with a file while it is open, so one look a file tells whether the path still leads to it.
 */
export class FileMarks {
  readonly #files: readonly { readonly path: string; readonly mark: string }[];
  #lookedAt = Number.NEGATIVE_INFINITY;

  /** To be made right after the store was opened and read, when all three files are there. */
  constructor(path: string) {
    this.#files = [path, `${path}-wal`, `${path}-shm`].flatMap((file) => {
      const mark = markOf(file);
      return mark === null ? [] : [{ path: file, mark }];
    });
  }

  /**
   * The first file that is gone from its path, or another one; null when all are what was opened, or were
   * within the milliseconds before.
   */
  changed(withinMs = 0): string | null {
    const now = performance.now();
    if (now - this.#lookedAt < withinMs) return null;
    const file = this.#files.find(({ path, mark }) => markOf(path) !== mark)?.path ?? null;
    this.#lookedAt = file === null ? now : Number.NEGATIVE_INFINITY;
    return file;
  }
}

/** Device and inode of a file; null when there is none to be seen. */
function markOf(path: string): string | null {
  let stats: BigIntStats | undefined;
  try {
    stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  } catch {
    return null;
  }
  return stats === undefined ? null : `${stats.dev} ${stats.ino}`;
}
