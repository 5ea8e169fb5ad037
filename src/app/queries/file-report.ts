import type { FileRecord } from "../../core/file/file.ts";
import { partyText } from "../../core/file/party-text.ts";
import type { FileCount } from "../../store/port/report-store.ts";
import { type BroughtFilters, envelopeFilterOf, problemFilterOf } from "../asked/filters.ts";
import { refuseUnknownChannel } from "../asked/known-words.ts";
import type { OpenInstallation } from "../installation/open-installation.ts";
import type { FileReportView } from "../views/report-view.ts";
import { type NumberedRow, newestOnly } from "./newest-only.ts";
import { daysIn, type SumReport } from "./reports.ts";

/** What files are counted by. */
export type FileKey = "day" | "channel" | "flow" | "sender" | "state" | "problem";

/** Of which files a report is, and by what it counts them. */
export interface FileReportWanted extends BroughtFilters {
  readonly channel?: string;
  readonly by: readonly FileKey[];
  /** Whose days are meant, e.g. `Europe/London`. */
  readonly zone: string;
}

/** Files are looked at so far back where nobody says since when, in milliseconds. */
const usualMs = 7 * 86_400_000;

/**
 * How many files came, by what is asked: with how many messages, how many have problems, and how many came out of
 * their sender's sequence. By problem a file counts once for each code that it has.
 */
export async function reportOnFiles(
  of: OpenInstallation,
  { by, ...wanted }: FileReportWanted,
): Promise<SumReport<FileReportView>> {
  const { counts, notes } = await countedFiles(of, wanted);
  return { rows: filesBy(counts, by, wanted.zone), notes };
}

/** Files as they are counted once, to be summed by several things. */
export interface CountedFiles {
  readonly counts: readonly FileCount[];
  readonly notes: readonly string[];
}

/** Counts the files that a report is of. `most`: only so many of the newest, which is said. */
export async function countedFiles(
  of: OpenInstallation,
  { most, ...wanted }: Omit<FileReportWanted, "by"> & { readonly most?: number },
): Promise<CountedFiles> {
  const { channel, zone, since = of.clock.wall() - usualMs } = wanted;
  daysIn(zone);
  const { files } = of.store;
  const cut = await newestOnly(most, since, {
    last: async () => await firstOf(files.list({ limit: 1 })),
    behind: async (after) => await firstOf(files.list({ after, limit: 1 })),
  });
  const filter = {
    ...envelopeFilterOf({ ...wanted, since }),
    ...problemFilterOf(wanted),
    ...(channel !== undefined && { channel }),
    ...(cut !== null && { after: cut.after }),
  };
  const counts = await of.store.reports.files(filter);
  if (counts.length === 0) await refuseUnknownChannel(of, channel);
  const usual = wanted.since === undefined ? ["of the last 7 days; --since says otherwise"] : [];
  return { counts, notes: cut === null ? usual : [...usual, cut.note("files")] };
}

async function firstOf(list: AsyncIterable<FileRecord>): Promise<NumberedRow | null> {
  for await (const { id, recordedAt } of list) return { number: id, recordedAt };
  return null;
}

/** Sums counted files by what is asked; `zone`: whose days are meant. */
export function filesBy(
  counts: readonly FileCount[],
  by: readonly FileKey[],
  zone: string,
): readonly FileReportView[] {
  const dayOf = daysIn(zone);
  const rows = new Map<string, FileReportView>();
  for (const count of counts)
    for (const problem of by.includes("problem") ? codesOf(count) : [null]) {
      const known = { ...keysOf(count), day: dayOf(count.quarter / 4), problem };
      const key = Object.fromEntries(by.map((name) => [name, known[name]]));
      const name = JSON.stringify(key);
      rows.set(name, added({ ...key, ...(rows.get(name) ?? none) }, count));
    }
  return [...rows.values()].sort(byKeys(by));
}

const none = {
  files: 0,
  messages: 0,
  invalid: 0,
  withErrors: 0,
  withWarnings: 0,
  outOfSequence: 0,
};

function codesOf({ problems }: FileCount): string[] {
  return [...new Set(problems.map(({ code }) => code))];
}

function keysOf({ channel, flow, from, state, awaitingRelease }: FileCount) {
  const sender = flow === null ? "" : partyText(from);
  return {
    channel,
    flow,
    sender: sender === "" ? null : sender,
    state: awaitingRelease ? "awaiting-release" : state,
  };
}

/** A row with some files more. */
function added(row: FileReportView, count: FileCount): FileReportView {
  const { files, messages, invalid, problems } = count;
  const has = (severity: "error" | "warning") =>
    problems.some((problem) => problem.severity === severity) ? files : 0;
  const isOut = problems.some(({ code }) => code.startsWith("SEQUENCE_"));
  return {
    ...row,
    files: row.files + files,
    messages: row.messages + messages,
    invalid: row.invalid + invalid,
    withErrors: row.withErrors + has("error"),
    withWarnings: row.withWarnings + has("warning"),
    outOfSequence: row.outOfSequence + (isOut ? files : 0),
  };
}

function byKeys(by: readonly FileKey[]) {
  return (one: FileReportView, other: FileReportView): number => {
    for (const key of by) {
      const order = (one[key] ?? "").localeCompare(other[key] ?? "");
      if (order !== 0) return order;
    }
    return 0;
  };
}
