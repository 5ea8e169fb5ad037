import { viewProcessSummary } from "../../app/views/process-view.ts";
import type { ProcessSummary } from "../../store/port/processes/process-store.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { refuseUnknownType } from "../known-words.ts";
import { type BroughtFilters, broughtFilterOf } from "../list-filters.ts";
import { printJson } from "../print/json-rows.ts";
import { cutShort, type ListOptions, limitOf, take } from "../print/listing.ts";
import { localTime } from "../print/local-time.ts";
import { type Column, printTable } from "../print/table.ts";
import { withStore } from "../session.ts";

/** `busbar process list`. */
export interface ProcessListOptions extends ListOptions, BroughtFilters {
  readonly type?: string;
  readonly status?: string;
}

const columns: readonly Column<ProcessSummary>[] = [
  { heading: "TYPE", cell: (process) => process.type },
  { heading: "KEY", cell: (process) => process.key },
  { heading: "STATUS", cell: (process) => process.status ?? "not built yet" },
  { heading: "EVENTS", align: "right", cell: (process) => process.events },
  { heading: "FIRST SENT", cell: (process) => localTime(process.firstAt) },
  { heading: "LAST SENT", cell: (process) => localTime(process.lastAt) },
];

/** `busbar process list`: every process with how much it knows. */
export function processList(
  context: CommandContext,
  options: ProcessListOptions,
): Promise<ExitCode> {
  const { output } = context;
  return withStore(context, async (session) => {
    const { store } = session;
    const { type, status } = options;
    const withEvents = broughtFilterOf(options) ?? undefined;
    const processes = take(store.processes.list({ type, status, withEvents }), limitOf(options));
    if (options.json) {
      const count = await printJson(output, processes, viewProcessSummary);
      if (count === 0) await refuseUnknownType(session, options.type);
      return exitCode.good;
    }
    const count = await printTable(output, columns, processes);
    if (count === 0) await refuseUnknownType(session, options.type);
    if (count === 0) await output.line(nothing(options));
    const cut = cutShort(options, count);
    if (cut !== null) await output.line(cut);
    return exitCode.good;
  });
}

function nothing(options: ProcessListOptions): string {
  const { type, status } = options;
  if (type !== undefined || status !== undefined || broughtFilterOf(options) !== null)
    return "No such processes. `busbar process list` shows all.";
  return "No processes yet. They come with the first files: `busbar file list`.";
}
