import { type FilesWanted, listFiles } from "../../app/queries/lists/files.ts";
import type { FileView } from "../../app/views/file-view.ts";
import { localTime } from "../../runtime/local-time.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { printList } from "../print/list-page.ts";
import { isFiltered, type ListOptions } from "../print/listing.ts";
import type { Column } from "../print/table.ts";
import { withStore } from "../session.ts";

/** `busbar file list`. */
export interface FileListOptions extends ListOptions, FilesWanted {}

/** How lists show a file. */
const columns: readonly Column<FileView>[] = [
  { heading: "ID", align: "right", cell: (file) => file.id },
  { heading: "RECORDED", cell: (file) => localTime(file.recordedAt) },
  { heading: "STATE", cell: (file) => stateOf(file) },
  { heading: "FLOW", cell: (file) => file.flow ?? "-" },
  { heading: "MESSAGES", align: "right", cell: (file) => file.messages },
  { heading: "INVALID", align: "right", cell: (file) => file.invalid },
  { heading: "EVENTS", align: "right", cell: (file) => file.events },
  { heading: "CHANNEL", cell: (file) => file.channel },
  { heading: "NAME", cell: (file) => file.name },
];

/** With the file that superseded a refused one; of a container, how many of the files in it need a person. */
function stateOf({ awaitingRelease, state, successor, inside }: FileView): string {
  if (awaitingRelease) return "awaiting release";
  if (successor !== undefined) return `${state}, superseded by ${successor}`;
  return inside === undefined || inside.waiting === 0
    ? state
    : `${state}, ${inside.waiting} of ${inside.files} stuck`;
}

const codesColumn: Column<FileView> = {
  heading: "PROBLEMS",
  cell: ({ problems }) => [...new Set(problems.map(({ code }) => code))].join(", "),
};

/** `busbar file list`: the files that arrived, the newest last. */
export function fileList(context: CommandContext, options: FileListOptions): Promise<ExitCode> {
  return withStore(context, async (session) => {
    await printList(context, options, session, {
      query: listFiles,
      wanted: options,
      shown: options.problem === undefined ? columns : [...columns, codesColumn],
      nothing: isFiltered(options)
        ? "No such files. `busbar file list` without filters shows all."
        : "No files yet. Drop one into an inbox while `busbar run` is running, or take it in with `busbar ingest FILE`.",
    });
    return exitCode.good;
  });
}
