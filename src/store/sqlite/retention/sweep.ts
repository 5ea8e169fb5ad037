import { readdirSync, rmSync, statSync } from "node:fs";
import { packFolder, packPath } from "../../packs/pack-file.ts";
import type { RetentionStore } from "../../port/retention-store.ts";
import type { Connection } from "../database/connection.ts";
import { blobOf } from "../files/kept-bytes.ts";

/** A file that no row names may be another program's, who is about to name it, for so long, in milliseconds. */
const strayMs = 3_600_000;

/** Large files whose bytes are elsewhere, or dropped. */
export const selectRetiredBlobs = `
  SELECT c.id, lower(hex(ifnull(x.hash, c.hash))) AS hash FROM retired_blobs l
  JOIN content c ON c.id = l.content LEFT JOIN erased_contents x ON x.content = c.id
  WHERE l.content > ? ORDER BY l.content LIMIT 500`;

interface RetiredBlob {
  readonly id: number;
  readonly hash: string;
}

/** Removes packs that no row names and large files that were moved, once nobody can be about to name them. */
export function sweeping(connection: Connection, blobFolder: string): RetentionStore["sweep"] {
  const retired = connection.db.prepare<[number], RetiredBlob>(selectRetiredBlobs);
  const isNamed = connection.db
    .prepare<[Buffer], number>("SELECT count(*) FROM packs WHERE hash = ?")
    .pluck();

  async function* strays(): AsyncGenerator<string> {
    for (let after: number | undefined = 0; after !== undefined; ) {
      const from: number = after;
      const some: readonly RetiredBlob[] = await connection.read(() => retired.all(from));
      for (const { hash } of some) yield blobOf(blobFolder, hash);
      after = some.at(-1)?.id;
    }
    for (const name of namesOf(packFolder(blobFolder))) {
      if (!/^[0-9a-f]{64}$/.test(name)) continue;
      const named = await connection.read(() => isNamed.get(Buffer.from(name, "hex")));
      if (named === 0) yield packPath(blobFolder, name);
    }
  }

  return async () => {
    let removed = 0;
    for await (const path of strays()) {
      if (!isLeft(path)) continue;
      rmSync(path, { force: true });
      removed += 1;
    }
    return removed;
  };
}

/** Whether a file lies there that nobody has touched for long. */
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
