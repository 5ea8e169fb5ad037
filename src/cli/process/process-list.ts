import { listProcesses, type ProcessesWanted } from "../../app/queries/lists/processes.ts";
import type { ProcessSummaryView } from "../../app/views/process-view.ts";
import { localTime } from "../../runtime/local-time.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { printList } from "../print/list-page.ts";
import { isFiltered, type ListOptions } from "../print/listing.ts";
import type { Column } from "../print/table.ts";
import { withStore } from "../session.ts";

/** `busbar process list`. */
export interface ProcessListOptions extends ListOptions, ProcessesWanted {}

const columns: readonly Column<ProcessSummaryView>[] = [
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
  return withStore(context, async (session) => {
    await printList(context, options, session, {
      query: listProcesses,
      wanted: options,
      shown: columns,
      nothing: isFiltered(options)
        ? "No such processes. `busbar process list` shows all."
        : "No processes yet. They come with the first files: `busbar file list`.",
    });
    return exitCode.good;
  });
}
