import { createHash } from "node:crypto";
import { readdirSync, rmdirSync, rmSync } from "node:fs";
import { readPieces } from "../../disk/open-file.ts";
import { errorCode } from "../../runtime/error-message.ts";
import type { Busy } from "../../store/port/retention-store.ts";
import { byOf, type RetentionContext, type RetentionRun, type RetentionTurn } from "./turn.ts";

/** Files that are hashed and removed in a turn, and their bytes: a turn is over soon. */
const filesAtOnce = 200;
const bytesAtOnce = 32 << 20;

const dayMs = 86_400_000;

interface Archived {
  readonly path: string;
  readonly bytes: number;
}

/**
 * Removes files of archive folders that are old enough and whose very bytes the store keeps, or has dropped for their
 * age. What the store does not know stays, since it is the only copy.
 */
export async function* oldArchived(
  context: RetentionContext,
  run: RetentionRun,
  { busy, before }: { readonly busy: Busy; readonly before: number },
): AsyncGenerator<RetentionTurn> {
  const { store, config } = context;

  async function remove(files: readonly Archived[]): Promise<RetentionTurn> {
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    const told = { kind: "unarchived", of: "unarchived", contents: files.length, bytes } as const;
    if (run.isDry) return { ...told, done: null };
    const by = byOf(context, run, "unarchived");
    // Said first: what is gone from the archive is on record, whatever happens in between.
    const done = await store.retention.unarchived({ files: files.length, bytes, by });
    run.onStep?.("unarchived");
    for (const { path } of files) rmSync(path, { force: true });
    return { ...told, done };
  }

  for (const folder of new Set(config.channels.map(({ archive }) => archive))) {
    for (const day of oldDays(folder, before)) {
      let gathered: Archived[] = [];
      for (const name of filesIn(`${folder}/${day}`)) {
        const file = await hashed(`${folder}/${day}/${name}`);
        if (file === null) continue;
        const kept = await store.retention.ofHash(file.hash);
        const { path, bytes } = file;
        if (kept === null || busy.has(kept.content)) {
          yield { kind: "kept-back", of: "unarchived", contents: 1, bytes, done: null };
          continue;
        }
        gathered.push({ path, bytes });
        const sum = gathered.reduce((total, one) => total + one.bytes, 0);
        if (gathered.length < filesAtOnce && sum < bytesAtOnce) continue;
        yield await remove(gathered);
        gathered = [];
      }
      if (gathered.length > 0) yield await remove(gathered);
      if (!run.isDry) removeIfEmpty(`${folder}/${day}`);
    }
  }
}

/** The folders of days that were over before a moment, the oldest first. */
function oldDays(folder: string, before: number): string[] {
  return namesIn(folder, (entry) => entry.isDirectory())
    .filter((name) => /^\d{4}-\d\d-\d\d$/.test(name))
    .filter((name) => Date.parse(`${name}T00:00:00Z`) + dayMs <= before);
}

/** Regular files, but for those that are Busbar's own. */
function filesIn(folder: string): string[] {
  return namesIn(folder, (entry) => entry.isFile()).filter((name) => !name.startsWith(".busbar-"));
}

interface Entry {
  readonly name: string;
  isFile(): boolean;
  isDirectory(): boolean;
}

function namesIn(folder: string, wanted: (entry: Entry) => boolean): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(wanted)
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    if (errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR") return [];
    throw error;
  }
}

/** A file with the hash of its bytes; null when it cannot be read, so that it stays. */
async function hashed(path: string): Promise<(Archived & { readonly hash: string }) | null> {
  try {
    const sum = createHash("sha256");
    let bytes = 0;
    for await (const piece of readPieces(path)) {
      sum.update(piece);
      bytes += piece.length;
    }
    return { path, bytes, hash: sum.digest("hex") };
  } catch {
    return null;
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (errorCode(error) !== "ENOTEMPTY" && errorCode(error) !== "ENOENT") throw error;
  }
}
