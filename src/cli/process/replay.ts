import { type ReplayInput, replayProcesses } from "../../app/replay/replay-processes.ts";
import type { ReplayReport, Tally } from "../../app/replay/replay-report.ts";
import { viewReplay } from "../../app/views/replay-view.ts";
import { counted } from "../../runtime/counted.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { type Output, oneLine, visible } from "../output.ts";
import { withStore } from "../session.ts";

/** `busbar replay`. */
export interface ReplayCommandOptions extends JsonOption {
  readonly dryRun?: boolean;
  readonly type?: string;
  readonly since?: number;
  readonly failOnChange?: boolean;
  readonly limitExamples?: number;
}

/** Examples of each kind of change, unless said otherwise. */
const usualExamples = 3;

/** So many processes are built before a person hears how far it is. */
const toldEvery = 20_000;

/** `busbar replay`: every process built with the code as it is now, compared with what is stored, and stored. */
export function replay(context: CommandContext, options: ReplayCommandOptions): Promise<ExitCode> {
  const { output } = context;
  const { dryRun = false, failOnChange, json } = options;
  return withStore(context, async (session) => {
    const report = await replayProcesses(session, replayInput(context, options));
    if (json) await output.json(viewReplay(report, dryRun));
    else await print(output, report, dryRun);
    const differs = report.changed > 0 || report.failing > 0;
    return failOnChange && differs ? exitCode.failed : exitCode.good;
  });
}

/** What is asked for, shown to people every so often. */
function replayInput(
  { say }: CommandContext,
  { type, since, dryRun = false, limitExamples = usualExamples }: ReplayCommandOptions,
): ReplayInput {
  let told = 0;
  return {
    dryRun,
    examples: limitExamples,
    ...(type !== undefined && { type }),
    ...(since !== undefined && { since }),
    onProgress: (processes) => {
      if (processes - told < toldEvery) return;
      told = processes;
      say(`busbar: ${counted(processes, "process", "processes")} built`);
    },
  };
}

async function print(output: Output, report: ReplayReport, dryRun: boolean): Promise<void> {
  const { processes, events, changed, failing, waiting } = report;
  await output.line(
    `${counted(events, "event")} of ${counted(processes, "process", "processes")} built from the start.`,
  );
  if (waiting > 0)
    await output.line(
      `${waiting} left out: the builder has not come to them yet. Run it again later.`,
    );
  if (report.undefined > 0)
    await output.line(`${report.undefined} left out: their types are not known here.`);
  if (changed === 0 && failing === 0) {
    await output.line("No differences.");
    return printOutdated(output, report);
  }
  await output.line(
    dryRun
      ? `${changed} differ from what is stored.`
      : `${changed} differed; they are stored as built now.`,
  );
  await section(
    output,
    "Status",
    report.statuses,
    ({ type, from, to }) => `${type}: ${from ?? "not built"} → ${to}`,
  );
  await section(
    output,
    "Fields",
    report.fields,
    ({ type, path, from, to }) => `${type}: ${path}, e.g. ${short(from)} → ${short(to)}`,
  );
  await section(
    output,
    "Actions, which stay as they were judged",
    report.actions,
    ({ type, action, from, to }) => `${type}: ${action}, ${from} → ${to}`,
  );
  await section(
    output,
    "Cannot be built",
    report.failures,
    ({ type, cause }) => `${type}: ${cause}`,
  );
  await printOutdated(output, report);
}

/** Verdicts that are kept though they would be others today: the code has no part in it. */
async function printOutdated(output: Output, { outdated }: ReplayReport): Promise<void> {
  const heading =
    "Decisions made before late or corrected data arrived; not changed automatically. Review";
  await section(
    output,
    heading,
    outdated,
    ({ type, action, from, to }) => `${type}: ${action}, ${from} → ${to}`,
  );
}

async function section<Row extends Tally>(
  output: Output,
  heading: string,
  rows: readonly Row[],
  said: (row: Row) => string,
): Promise<void> {
  if (rows.length === 0) return;
  await output.lines(["", heading]);
  const width = Math.max(...rows.map(({ count }) => String(count).length));
  for (const row of rows) {
    await output.line(`  ${String(row.count).padStart(width)}  ${oneLine(said(row))}`);
    const examples = row.examples.map(visible).join(", ");
    if (examples !== "") await output.line(`  ${" ".repeat(width)}  e.g. ${examples}`);
  }
}

/** A value, cut to what fits on a line. */
function short(value: unknown): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
