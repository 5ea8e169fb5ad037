import { viewFile } from "../../app/views/file-view.ts";
import type { FileRecord, FileState } from "../../core/file/file.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { refuseUnknownChannel } from "../known-words.ts";
import { type EnvelopeFilters, envelopeFilterOf, problemAsked } from "../list-filters.ts";
import { printJson } from "../print/json-rows.ts";
import { cutShort, type ListOptions, limitOf } from "../print/listing.ts";
import { localTime } from "../print/local-time.ts";
import { type Column, printTable } from "../print/table.ts";
import { withStore } from "../session.ts";

/** `busbar file list`. */
export interface FileListOptions extends ListOptions, EnvelopeFilters {
  readonly state?: FileState;
  readonly channel?: string;
  /** Text that the file's name holds. */
  readonly name?: string;
  /** Code of a problem, or `any`. */
  readonly problem?: string;
}

/** How lists show a file. */
const columns: readonly Column<FileRecord>[] = [
  { heading: "ID", align: "right", cell: (file) => file.id },
  { heading: "RECORDED", cell: (file) => localTime(file.recordedAt) },
  { heading: "STATE", cell: (file) => stateOf(file) },
  { heading: "FLOW", cell: (file) => file.envelope?.flow ?? "-" },
  { heading: "MESSAGES", align: "right", cell: (file) => file.messages },
  { heading: "HELD", align: "right", cell: (file) => heldOf(file) },
  { heading: "EVENTS", align: "right", cell: (file) => file.events },
  { heading: "CHANNEL", cell: (file) => file.channel },
  { heading: "NAME", cell: (file) => file.name },
];

/** With the file that stands in the place of a refused one. */
function stateOf({ onHold, state, successor }: FileRecord): string {
  if (onHold) return "on hold";
  return successor === undefined ? state : `${state}, superseded by ${successor}`;
}

/** Of a container: how many of the files in it wait for a person. */
function heldOf({ held, inside }: FileRecord): string {
  return inside === undefined || inside.waiting === 0
    ? String(held)
    : `${inside.waiting} of ${inside.files}`;
}

const codesColumn: Column<FileRecord> = {
  heading: "PROBLEMS",
  cell: ({ problems }) => [...new Set(problems.map(({ code }) => code))].join(", "),
};

/** `busbar file list`: the files that arrived, the newest last. */
export function fileList(context: CommandContext, options: FileListOptions): Promise<ExitCode> {
  const { output } = context;
  return withStore(context, async (session) => {
    const { store } = session;
    const { state, channel, name } = options;
    const problem = options.problem === undefined ? undefined : problemAsked(options.problem);
    const limit = limitOf(options);
    const files = store.files.list({
      ...envelopeFilterOf(options),
      ...(problem !== undefined && { problem }),
      ...(state !== undefined && { state }),
      ...(channel !== undefined && { channel }),
      ...(name !== undefined && { nameHas: name }),
      ...(limit !== null && { limit }),
    });
    if (options.json) {
      const count = await printJson(output, files, viewFile);
      if (count === 0) await refuseUnknownChannel(session, channel);
      return exitCode.good;
    }
    const shown = problem === undefined ? columns : [...columns, codesColumn];
    const count = await printTable(output, shown, files);
    if (count === 0) await refuseUnknownChannel(session, channel);
    if (count === 0) await output.line(noFiles(isFiltered(options)));
    const cut = cutShort(options, count);
    if (cut !== null) await output.line(cut);
    return exitCode.good;
  });
}

function isFiltered({ json, limit, ...filters }: FileListOptions): boolean {
  return Object.values(filters).some((one) => one !== undefined);
}

function noFiles(filtered: boolean): string {
  if (filtered) return "No such files. `busbar file list` without filters shows all.";
  return "No files yet. Drop one into an inbox while `busbar run` is running, or take it in with `busbar ingest FILE`.";
}
