import { type FileReportWanted, reportOnFiles } from "../../app/queries/file-report.ts";
import {
  type EventKey,
  type ReportWanted,
  reportOnDurations,
  reportOnEvents,
  reportOnProcesses,
  type SumReport,
} from "../../app/queries/reports.ts";
import { durationText } from "../../core/text/duration-text.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import type { Output } from "../output.ts";
import { csvRow } from "../print/csv.ts";
import { type Column, printTable } from "../print/table.ts";
import { type Session, withStore } from "../session.ts";

/** Of every report. */
export interface ReportOptions extends JsonOption, ReportWanted {
  readonly csv?: boolean;
}

/** Of the report on events. */
export interface EventReportOptions extends ReportOptions {
  readonly by: readonly EventKey[];
  /** Whose days are meant; absent: those of the computer. */
  readonly zone?: string;
}

/** A row of a report: names and what they say. */
type Row = Readonly<Record<string, string | number | null>>;

/** `busbar report events`: how many events there are, by what one asks. */
export function reportEvents(
  context: CommandContext,
  options: EventReportOptions,
): Promise<ExitCode> {
  const { zone = Intl.DateTimeFormat().resolvedOptions().timeZone } = options;
  return report(context, options, (session) => reportOnEvents(session, { ...options, zone }));
}

/** Of the report on files. */
export interface FileReportOptions extends JsonOption, Omit<FileReportWanted, "zone"> {
  readonly csv?: boolean;
  readonly zone?: string;
}

/** `busbar report files`: how many files came, by what one asks. */
export function reportFiles(
  context: CommandContext,
  options: FileReportOptions,
): Promise<ExitCode> {
  const { zone = Intl.DateTimeFormat().resolvedOptions().timeZone } = options;
  return report(context, options, (session) => reportOnFiles(session, { ...options, zone }));
}

/** `busbar report processes`: how many processes there are of each type and status. */
export function reportProcesses(
  context: CommandContext,
  options: ReportOptions,
): Promise<ExitCode> {
  return report(context, options, (session) => reportOnProcesses(session, options));
}

/** `busbar report durations`: how long processes took from one event to another. */
export function reportDurations(
  context: CommandContext,
  options: ReportOptions & { readonly from: string; readonly to: string },
): Promise<ExitCode> {
  return report(context, options, async (session) => {
    const found = await reportOnDurations(session, options);
    return options.json || options.csv ? found : { ...found, rows: found.rows.map(inWords) };
  });
}

/** Durations as people say them; what else is in a row stays. */
function inWords<Found extends object>(row: Found): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === "number" && name !== "processes" ? durationText(value) : value,
    ]),
  );
}

async function report(
  context: CommandContext,
  options: Pick<ReportOptions, "csv" | "json">,
  ask: (session: Session) => Promise<SumReport<object>>,
): Promise<ExitCode> {
  const { output, say } = context;
  if (options.csv && options.json)
    throw new CommandFailure("--csv and --json cannot both be", exitCode.usage);
  return withStore(context, async (session) => {
    const found = await ask(session);
    for (const note of found.notes) say(`busbar: ${note}`);
    const rows = found.rows.map((row): Row => ({ ...row }));
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
