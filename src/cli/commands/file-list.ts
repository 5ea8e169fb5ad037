import type { FileRecord, FileState } from "../../core/file.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { fileJson } from "../print/file-json.ts";
import { cutShort, type ListOptions, limitOf } from "../print/listing.ts";
import { localTime } from "../print/local-time.ts";
import { type Column, printTable } from "../print/table.ts";
import { withStore } from "../session.ts";

/** `busbar file list`. */
export interface FileListOptions extends ListOptions {
  readonly state?: FileState;
  readonly channel?: string;
}

/** How lists show a file. */
const columns: readonly Column<FileRecord>[] = [
  { heading: "ID", align: "right", cell: (file) => file.id },
  { heading: "RECORDED", cell: (file) => localTime(file.recordedAt) },
  { heading: "STATE", cell: (file) => file.state },
  { heading: "FLOW", cell: (file) => file.envelope?.flow ?? "-" },
  { heading: "MESSAGES", align: "right", cell: (file) => file.messages },
  { heading: "HELD", align: "right", cell: (file) => file.held },
  { heading: "EVENTS", align: "right", cell: (file) => file.events },
  { heading: "CHANNEL", cell: (file) => file.channel },
  { heading: "NAME", cell: (file) => file.name },
];

/** `busbar file list`: the files that arrived, the newest last. */
export function fileList(context: CommandContext, options: FileListOptions): Promise<ExitCode> {
  const { output } = context;
  return withStore(context, async ({ store }) => {
    const { state, channel } = options;
    const limit = limitOf(options);
    const files = store.files({
      ...(state !== undefined && { state }),
      ...(channel !== undefined && { channel }),
      ...(limit !== null && { limit }),
    });
    if (options.json) {
      for await (const file of files) {
        if (output.closed) break;
        await output.json(fileJson(file));
      }
      return exitCode.good;
    }
    const count = await printTable(output, columns, files);
    if (count === 0) await output.line(noFiles(options));
    const cut = cutShort(options, count);
    if (cut !== null) await output.line(cut);
    return exitCode.good;
  });
}

function noFiles({ state, channel }: FileListOptions): string {
  if (state !== undefined || channel !== undefined) {
    return "No such files. `busbar file list` without filters shows all.";
  }
  return "No files yet. Drop one into an inbox while `busbar run` is running, or take it in with `busbar ingest FILE`.";
}
