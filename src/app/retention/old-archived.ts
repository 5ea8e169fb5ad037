import { createHash } from "node:crypto";
import { readdirSync, rmdirSync, rmSync, statSync } from "node:fs";
import { readPieces } from "../../disk/open-file.ts";
import { isReasonFile, reasonEnding } from "../../intake/channel/quarantine.ts";
import { errorCode } from "../../runtime/error-message.ts";
import type { Busy } from "../../store/port/retention-store.ts";
import { byOf, type RetentionContext, type RetentionRun, type RetentionTurn } from "./turn.ts";

/** Files that are hashed and removed in a turn, and their bytes: a turn is over soon. */
const filesAtOnce = 200;
const bytesAtOnce = 32 << 20;

const dayMs = 86_400_000;

/** A copy of a file that came, and what is beside it because of it. */
interface Copy {
  readonly path: string;
  readonly beside: readonly string[];
}

interface Archived extends Copy {
  readonly bytes: number;
}

/** What is old enough, and what stays all the same. */
interface OldCopies {
  readonly busy: Busy;
  readonly before: number;
}

/**
 * Removes files of archive folders that are old enough and whose very bytes the store keeps, or has dropped for their
 * age. What the store does not know stays, since it is the only copy.
 */
export async function* oldArchived(
  context: RetentionContext,
  run: RetentionRun,
  { busy, before }: OldCopies,
): AsyncGenerator<RetentionTurn> {
  for (const folder of new Set(context.config.channels.map(({ archive }) => archive)))
    for (const day of oldDays(folder, before)) {
      const copies = filesIn(`${folder}/${day}`).map((name) => ({
        ...{ path: `${folder}/${day}/${name}`, beside: [] },
      }));
      yield* removed(context, run, { busy, copies, setting: "archive" });
      if (!run.isDry) removeIfEmpty(`${folder}/${day}`);
    }
}

/**
 * Removes copies of refused files from quarantine folders, with the reasons beside them, likewise. A file that is still
 * stuck stays until somebody takes it in, settles or dismisses it.
 */
export async function* oldQuarantined(
  context: RetentionContext,
  run: RetentionRun,
  { busy, before }: OldCopies,
): AsyncGenerator<RetentionTurn> {
  const { channels, sftpInboxes } = context.config;
  const folders = [...channels, ...sftpInboxes].map(({ quarantine }) => quarantine);
  for (const folder of new Set(folders)) {
    const names = new Set(filesIn(folder));
    const reasons = [...names].filter((name) => isReasonFile(name, names));
    const copies = [...names]
      .filter((name) => !reasons.includes(name))
      .map((name) => ({
        path: `${folder}/${name}`,
        beside: reasons
          .filter((one) => one === name + reasonEnding)
          .map((one) => `${folder}/${one}`),
      }))
      .filter(
        ({ path }) => (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? before) < before,
      );
    yield* removed(context, run, { busy, copies, setting: "quarantine" });
  }
}

/** Removes copies some at a time, those whose bytes the store keeps and nothing waits for. */
async function* removed(
  context: RetentionContext,
  run: RetentionRun,
  {
    busy,
    copies,
    setting,
  }: {
    readonly busy: Busy;
    readonly copies: readonly Copy[];
    readonly setting: "archive" | "quarantine";
  },
): AsyncGenerator<RetentionTurn> {
  const { store } = context;

  async function remove(files: readonly Archived[]): Promise<RetentionTurn> {
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    const told = { kind: "unarchived", of: "unarchived", contents: files.length, bytes } as const;
    if (run.isDry) return { ...told, done: null };
    const by = byOf(context, run, setting);
    // Said first: what is gone from the archive is on record, whatever happens in between.
    const done = await store.retention.unarchived({ files: files.length, bytes, by });
    run.onStep?.("unarchived");
    for (const { path, beside } of files)
      for (const one of [path, ...beside]) rmSync(one, { force: true });
    return { ...told, done };
  }

  let gathered: Archived[] = [];
  for (const copy of copies) {
    const file = await hashed(copy);
    if (file === null) continue;
    const kept = await store.retention.ofHash(file.hash);
    if (kept === null || busy.has(kept.content)) {
      const { bytes } = file;
      yield { kind: "kept-back", of: "unarchived", contents: 1, bytes, done: null };
      continue;
    }
    gathered.push(file);
    const sum = gathered.reduce((total, one) => total + one.bytes, 0);
    if (gathered.length < filesAtOnce && sum < bytesAtOnce) continue;
    yield await remove(gathered);
    gathered = [];
  }
  if (gathered.length > 0) yield await remove(gathered);
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
async function hashed(copy: Copy): Promise<(Archived & { readonly hash: string }) | null> {
  const { path } = copy;
  try {
    const sum = createHash("sha256");
    let bytes = 0;
    for await (const piece of readPieces(path)) {
      sum.update(piece);
      bytes += piece.length;
    }
    return { ...copy, bytes, hash: sum.digest("hex") };
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
