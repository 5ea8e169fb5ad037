import { neverRecorded, refuseUnknownType } from "../../app/asked/known-words.ts";
import { durationText } from "../../core/text/duration-text.ts";
import type { ReportFilter } from "../../store/port/report-store.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import type { Output } from "../output.ts";
import { csvRow } from "../print/csv.ts";
import { localTime } from "../print/local-time.ts";
import { type Column, printTable } from "../print/table.ts";
import { type Session, withStore } from "../session.ts";

/** Of every report. */
export interface ReportOptions extends JsonOption {
  readonly csv?: boolean;
  readonly type?: string;
  readonly since?: number;
}

/** What events are counted by. */
export type EventKey = "type" | "process-type" | "day" | "sender";

/** A row of a report: names and what they say. */
type Row = Readonly<Record<string, string | number | null>>;

/** `busbar report events`: how many events there are, by what one asks. */
export function reportEvents(
  context: CommandContext,
  options: ReportOptions & { readonly by: readonly EventKey[] },
): Promise<ExitCode> {
  return report(context, options, async ({ store }) => {
    const { by } = options;
    const counts = await store.reports.events({
      filter: filterOf(options),
      bySender: by.includes("sender"),
    });
    const rows = new Map<string, Record<string, string | number | null>>();
    for (const { processType, type, hour, sender, events } of counts) {
      const known = { type, "process-type": processType, day: dayOf(hour), sender };
      const row = Object.fromEntries(by.map((key) => [key, known[key]]));
      const name = JSON.stringify(row);
      const sum = rows.get(name)?.["events"] ?? 0;
      rows.set(name, { ...row, events: Number(sum) + events });
    }
    return [...rows.values()].sort((a, b) => compareRows(a, b, by));
  });
}

/** `busbar report processes`: how many processes there are of each type and status. */
export function reportProcesses(
  context: CommandContext,
  options: ReportOptions,
): Promise<ExitCode> {
  return report(context, options, async ({ store }) => {
    const counts = await store.reports.processes();
    const wanted = counts.filter(({ type }) => type === (options.type ?? type));
    return wanted.map(({ type, status, processes }) => ({
      type,
      status: status ?? "not built",
      processes,
    }));
  });
}

/** Shares of processes that took no longer. */
const shares = [0.5, 0.9, 0.95, 0.99];

/** `busbar report durations`: how long processes took from one event to another. */
export function reportDurations(
  context: CommandContext,
  options: ReportOptions & { readonly from: string; readonly to: string },
): Promise<ExitCode> {
  const { from, to } = options;
  return report(context, options, async (session) => {
    const found = await session.store.reports.durations({ filter: filterOf(options), from, to });
    if (found.length === 0)
      for (const note of await neverRecorded(session, [from, to])) context.say(`busbar: ${note}`);
    const sorted = Float64Array.from(found).sort();
    const [shortest] = sorted;
    const longest = sorted.at(-1);
    if (shortest === undefined || longest === undefined) return [];
    const shown = options.json || options.csv ? (ms: number) => ms : durationText;
    const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? longest;
    return [
      {
        from,
        to,
        processes: sorted.length,
        shortest: shown(shortest),
        ...Object.fromEntries(shares.map((share) => [`p${share * 100}`, shown(at(share))])),
        longest: shown(longest),
      },
    ];
  });
}

async function report(
  context: CommandContext,
  options: ReportOptions,
  rowsFrom: (session: Session) => Promise<readonly Row[]>,
): Promise<ExitCode> {
  const { output } = context;
  if (options.csv && options.json)
    throw new CommandFailure("--csv and --json cannot both be", exitCode.usage);
  return withStore(context, async (session) => {
    const rows = await rowsFrom(session);
    if (rows.length === 0) await refuseUnknownType(session, options.type);
    const [first] = rows;
    if (options.json) for (const row of rows) await output.json(row);
    else if (first === undefined) {
      if (!options.csv) await output.line("Nothing to report of that.");
    } else if (options.csv) {
      await output.data(csvRow(Object.keys(first)));
      for (const row of rows) await output.data(csvRow(Object.values(row)));
    } else await table(output, first, rows);
    return exitCode.good;
  });
}

async function table(output: Output, first: Row, rows: readonly Row[]): Promise<void> {
  const columns = Object.entries(first).map(
    ([name, value]): Column<Row> => ({
      heading: name.toUpperCase(),
      align: typeof value === "number" ? "right" : "left",
      cell: (row) => row[name] ?? "-",
    }),
  );
  await printTable(output, columns, rows);
}

function filterOf({ type, since }: ReportOptions): ReportFilter {
  return {
    ...(type !== undefined && { processType: type }),
    ...(since !== undefined && { since }),
  };
}

/** The day here that an hour is in. */
function dayOf(hour: number): string {
  return localTime(hour * 3_600_000).slice(0, 10);
}

/** By day first, when asked for; then the most first. */
function compareRows(a: Row, b: Row, by: readonly EventKey[]): number {
  const days = by.includes("day") ? String(a["day"]).localeCompare(String(b["day"])) : 0;
  return days || Number(b["events"]) - Number(a["events"]);
}
