import type { FileRecord } from "../../core/file/file.ts";
import { partyText } from "../../core/file/party-text.ts";
import { type BroughtFilters, envelopeFilterOf, problemFilterOf } from "../asked/filters.ts";
import { refuseUnknownChannel } from "../asked/known-words.ts";
import type { OpenInstallation } from "../installation/open-installation.ts";
import type { FileReportView } from "../views/report-view.ts";
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
  wanted: FileReportWanted,
): Promise<SumReport<FileReportView>> {
  const { by, zone, channel } = wanted;
  const dayOf = daysIn(zone);
  const { since = of.clock.wall() - usualMs } = wanted;
  const rows = new Map<string, FileReportView>();
  const filter = {
    ...envelopeFilterOf({ ...wanted, since }),
    ...problemFilterOf(wanted),
    ...(channel !== undefined && { channel }),
  };
  for await (const file of of.store.files.list(filter))
    for (const problem of by.includes("problem") ? codesOf(file) : [null]) {
      const known = { ...keysOf(file), day: dayOf(file.recordedAt / 3_600_000), problem };
      const key = Object.fromEntries(by.map((name) => [name, known[name]]));
      const name = JSON.stringify(key);
      rows.set(name, added({ ...key, ...(rows.get(name) ?? none) }, file));
    }
  if (rows.size === 0) await refuseUnknownChannel(of, channel);
  const notes = wanted.since === undefined ? ["of the last 7 days; --since says otherwise"] : [];
  return { rows: [...rows.values()].sort(byKeys(by)), notes };
}

const none = {
  files: 0,
  messages: 0,
  invalid: 0,
  withErrors: 0,
  withWarnings: 0,
  outOfSequence: 0,
};

function codesOf({ problems }: FileRecord): string[] {
  return [...new Set(problems.map(({ code }) => code))];
}

function keysOf({ channel, envelope, state, awaitingRelease }: FileRecord) {
  const sender = envelope === null ? "" : partyText(envelope.from);
  return {
    channel,
    flow: envelope?.flow ?? null,
    sender: sender === "" ? null : sender,
    state: awaitingRelease ? "awaiting-release" : state,
  };
}

/** A row with one file more. */
function added(row: FileReportView, { messages, invalid, problems }: FileRecord): FileReportView {
  const has = (severity: "error" | "warning") =>
    problems.some((problem) => problem.severity === severity) ? 1 : 0;
  const isOut = problems.some(({ code }) => code.startsWith("SEQUENCE_"));
  return {
    ...row,
    files: row.files + 1,
    messages: row.messages + messages,
    invalid: row.invalid + invalid,
    withErrors: row.withErrors + has("error"),
    withWarnings: row.withWarnings + has("warning"),
    outOfSequence: row.outOfSequence + (isOut ? 1 : 0),
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
