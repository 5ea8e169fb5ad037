import type { FileFilter } from "../../port/files/file-store.ts";
import { type FileBounds, type WantedFiles, wantedFilesOf } from "../../rows/wanted-files.ts";
import type { Connection } from "../database/connection.ts";
import { lastBefore } from "./last-before.ts";
import { anyEnvelopeKey, wantedEnvelopeKeys } from "./wanted-envelope-keys.ts";

/**
 * Whether a file is wanted. No index leads from channels, names and envelope keys to files: only people ask for
 * them, now and then, and every file would pay for it. A walk over a million files takes about a second;
 * a day's is short, since numbers grow with the moments of recording.
 */
export const matches = `
  id <= @lastId
  AND (@state::text IS NULL OR state = @state)
  AND (@channel::text IS NULL OR channel = (SELECT id FROM strings WHERE text = @channel))
  AND (@name::text IS NULL OR coalesce(name, tail) = @name)
  AND (@nameHas::text IS NULL OR strpos(lower(coalesce(name, tail)), lower(@nameHas)) > 0)
  AND (@awaitingRelease::bigint IS NULL OR (awaiting_release = 1 AND state = 'recorded'))
  AND ${wantedEnvelopeKeys}`;

const inFilesWith = (codes: string) => `
  id IN (SELECT file FROM found_codes ${codes})
  AND (strpos(problems, @found) > 0
       OR EXISTS (SELECT 1 FROM messages m
                  WHERE m.file = files.id AND strpos(m.problems, @found) > 0))`;

/**
 * Whether a filter names only senders, recipients, flows and channels of which something came: of others there is no
 * file, and a walk over all of them would only find that out.
 */
const couldBe = `
  SELECT CASE WHEN ${anyEnvelopeKey}
    AND (@channel::text IS NULL OR EXISTS (SELECT 1 FROM strings WHERE text = @channel))
  THEN 1 ELSE 0 END`;

/**
 * Where wanted files are looked for: among all, those in which a code, or any at all, was found, those on
 * hold, and those of a state that few are in.
 */
export const among = {
  all: "files WHERE TRUE",
  coded: `files WHERE ${inFilesWith("WHERE code = @code")}`,
  any: `files WHERE ${inFilesWith("")}`,
  awaitingRelease: "files WHERE awaiting_release = 1",
  ofState: "files WHERE state = @state AND state <> 'recorded'",
};

/** When the first file from a number on was recorded. */
const selectFileRecordedAt = "SELECT recorded_at FROM files WHERE id >= ? ORDER BY id LIMIT 1";

/** No file has a number above it. */
const mostId = Number.MAX_SAFE_INTEGER;

/** Where the files of a filter are found quickest. */
export function tableOf({ problem, awaitingRelease, state }: FileFilter): keyof typeof among {
  if (problem !== undefined) return problem === "any" ? "any" : "coded";
  if (awaitingRelease === true) return "awaitingRelease";
  return state === undefined || state === "recorded" ? "all" : "ofState";
}

/** Prepares what finds between which numbers the files of a filter lie; behind `after`, where it is said. */
export function boundingFiles({ db }: Connection) {
  const last = db.prepare<[], number>("SELECT coalesce(max(id), 0) FROM files").pluck();
  const recordedAt = db.prepare<[number], number>(selectFileRecordedAt).pluck();
  const could = db.prepare<[WantedFiles], 0 | 1>(couldBe).pluck();
  const lastAt = async (moment: number) =>
    lastBefore(moment, (await last.get()) ?? 0, (id) => recordedAt.get(id));

  return async (filter: FileFilter, after = 0): Promise<FileBounds> => {
    const { since, until, flow, sender, recipient, channel } = filter;
    const isOfSome = [flow, sender, recipient, channel].some((one) => one !== undefined);
    if (isOfSome && (await could.get(wantedFilesOf(filter))) === 0) return { after: 0, lastId: 0 };
    return {
      after: Math.max(after, filter.after ?? 0, since === undefined ? 0 : await lastAt(since)),
      lastId: Math.min(
        (filter.before ?? mostId) - 1,
        until === undefined ? mostId : await lastAt(until + 1),
      ),
    };
  };
}
