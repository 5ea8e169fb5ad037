import { showProcessesAt } from "../../app/queries/things/process.ts";
import type { ProcessAtView } from "../../app/views/process-view.ts";
import type { Moment } from "../../core/event/as-known.ts";
import { counted } from "../../runtime/counted.ts";
import { localTime } from "../../runtime/local-time.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { type Output, visible } from "../output.ts";
import { type Column, printTable } from "../print/table.ts";
import { withStore } from "../session.ts";
import { layOut } from "./state-layout.ts";

/** `busbar process build KEY`. */
export interface ProcessBuildOptions extends JsonOption {
  readonly type?: string;
  readonly asOf?: number;
  readonly knownAt?: number;
  readonly upto?: number;
}

/** `busbar process build KEY`: a process as it was, or as we knew it, at any moment, built from its first event. */
export function processBuild(
  { output, ...context }: CommandContext,
  named: string,
  { json, type, upto, ...moments }: ProcessBuildOptions,
): Promise<ExitCode> {
  const moment: Moment = { ...moments, ...(upto !== undefined && { upTo: upto }) };
  return withStore({ output, ...context }, async (session) => {
    const asked = { named, moment, ...(type !== undefined && { type }) };
    for (const process of await showProcessesAt(session, asked)) {
      if (json) await output.json(process);
      else await print(output, process, moment);
    }
    return exitCode.good;
  });
}

async function print(output: Output, process: ProcessAtView, moment: Moment): Promise<void> {
  const { type, key, events, lastEvent: last, status, state, deadlines, actions } = process;
  await output.line(
    `${type} ${visible(key)}${momentText(moment)}: ${status}, ${counted(events.length, "event")}`,
  );
  if (last !== null)
    await output.line(
      `last event ${last.seq}, ${last.name}, sent ${localTime(last.occurredAt)}, recorded ${localTime(last.recordedAt)}`,
    );
  await output.line();
  await layOut(output, state);
  if (deadlines.length > 0) {
    await output.lines(["", "Deadlines"]);
    await output.lines(
      deadlines.map(
        ({ name, dueAt, anchor }) =>
          `  ${localTime(dueAt)}  ${name}${anchor === "" ? "" : `, ${visible(anchor)}`}`,
      ),
    );
  }
  if (actions.length === 0) return;
  await output.lines(["", "Actions that these events give cause to, by today's code"]);
  await printTable(output, planColumns, actions, "  ");
}

const planColumns: readonly Column<ProcessAtView["actions"][number]>[] = [
  { heading: "EVENT", align: "right", cell: ({ event }) => event },
  { heading: "ACTION", cell: ({ action }) => action },
  { heading: "", cell: ({ state }) => state },
  { heading: "WHY", cell: ({ reason }) => reason ?? "" },
];

function momentText({ asOf, knownAt, upTo }: Moment): string {
  const parts = [
    asOf === undefined ? [] : [`as of ${localTime(asOf)}`],
    knownAt === undefined ? [] : [`as known at ${localTime(knownAt)}`],
    upTo === undefined ? [] : [`up to event ${upTo}`],
  ].flat();
  return parts.length === 0 ? "" : `, ${parts.join(", ")}`;
}
