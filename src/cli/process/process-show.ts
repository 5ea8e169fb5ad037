import { showProcesses } from "../../app/queries/things/process.ts";
import type { NamedEventView } from "../../app/views/event-view.ts";
import type { ProcessView } from "../../app/views/process-view.ts";
import { counted } from "../../runtime/counted.ts";
import { localTime } from "../../runtime/local-time.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { type Output, visible } from "../output.ts";
import { type Column, printTable } from "../print/table.ts";
import { withStore } from "../session.ts";
import { layOut } from "./state-layout.ts";

/** `busbar process show KEY`. */
export interface ProcessShowOptions extends JsonOption {
  readonly type?: string;
}

/** `busbar process show KEY`: every process with that key, built from its events as they are now. */
export function processShow(
  { output, ...context }: CommandContext,
  named: string,
  { json, ...options }: ProcessShowOptions,
): Promise<ExitCode> {
  return withStore({ output, ...context }, async (session) => {
    const processes = await showProcesses(session, { named, ...options });
    for (const process of processes) {
      if (json) await output.json(process);
      else await print(output, process);
      const { type, key, damaged } = process;
      if (damaged !== null)
        context.say(
          `busbar: ${type} ${visible(key)} cannot be built: the data of event ${damaged} is damaged; \`busbar verify\` says what is, and how to repair it`,
        );
      if (process.events.length === 0)
        context.say(
          `busbar: every event of ${type} ${visible(key)} is void; \`busbar why process ${visible(type)}/${visible(key)}\` tells of them, and \`busbar event unvoid\` takes a void back`,
        );
    }
    const isWhole = processes.every(({ damaged }) => damaged === null);
    return isWhole ? exitCode.good : exitCode.failed;
  });
}

async function print(output: Output, process: ProcessView): Promise<void> {
  const { type, key, status, state, events, superseded, damaged } = process;
  await output.lines([
    `${type} ${visible(key)}: ${status}, ${counted(events.length, "event")}`,
    "",
  ]);
  if (damaged === null) await layOut(output, state);
  await output.lines(["", "Events, in the order sent"]);
  await printTable(output, eventColumns(new Set(superseded)), events, "  ");
}

function eventColumns(superseded: ReadonlySet<number>): readonly Column<NamedEventView>[] {
  const mark = ({ seq }: NamedEventView) =>
    superseded.has(seq) ? " (no longer applies: the deadline was moved or met in time)" : "";
  return [
    { heading: "SEQ", align: "right", cell: (event) => event.seq },
    { heading: "SENT", cell: (event) => localTime(event.occurredAt) },
    { heading: "FROM", cell: (event) => event.sender ?? "-" },
    { heading: "FILE", align: "right", cell: (event) => event.file ?? "-" },
    { heading: "EVENT", cell: (event) => event.name + mark(event) },
  ];
}
