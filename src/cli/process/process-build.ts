import { namedProcesses } from "../../app/asked/named-processes.ts";
import { viewProcessAt } from "../../app/views/process-view.ts";
import type { Moment } from "../../core/event/as-known.ts";
import { type BuiltAt, buildAt } from "../../core/process/build-at.ts";
import type { PlannedAction } from "../../core/process/plan.ts";
import { counted } from "../../runtime/counted.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { eventNames, type NameEvent } from "../event/event-name.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import type { Output } from "../output.ts";
import { localTime } from "../print/local-time.ts";
import { type Column, printTable } from "../print/table.ts";
import { visible } from "../print/visible.ts";
import { withStore } from "../session.ts";
import { folding } from "./folding.ts";
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
  context: CommandContext,
  named: string,
  options: ProcessBuildOptions,
): Promise<ExitCode> {
  const { output } = context;
  return withStore(context, async (session) => {
    const { config, store } = session;
    const wanted = await namedProcesses(store, named, options.type);
    if (wanted.length === 0)
      throw new CommandFailure(
        `there is no process ${visible(named)}; \`busbar process list\` shows those there are`,
      );
    const definitions = await session.definitions();
    const nameEvent = eventNames(await session.catalogue(), definitions);
    for (const { process, type, key } of wanted) {
      const definition = definitions.get(type);
      if (definition === undefined)
        throw new CommandFailure(`${visible(type)} is a type of process that is not known here`);
      const recorded = await store.processes.recordedHistory(process);
      const built = folding({ config, type, key }, () =>
        buildAt(definition, key, recorded, momentOf(options)),
      );
      if (options.json) await output.json(viewProcessAt(type, key, built));
      else await print(output, { type, key, built, options, nameEvent });
    }
    return exitCode.good;
  });
}

function momentOf({ asOf, knownAt, upto }: ProcessBuildOptions): Moment {
  return {
    ...(asOf !== undefined && { asOf }),
    ...(knownAt !== undefined && { knownAt }),
    ...(upto !== undefined && { upTo: upto }),
  };
}

interface Shown {
  readonly type: string;
  readonly key: string;
  readonly built: BuiltAt;
  readonly options: ProcessBuildOptions;
  readonly nameEvent: NameEvent;
}

async function print(output: Output, shown: Shown): Promise<void> {
  const { type, key, built, options, nameEvent } = shown;
  const { events, status, state, deadlines, plans } = built;
  const last = events.at(-1);
  await output.line(
    `${type} ${visible(key)}${momentText(options)}: ${status}, ${counted(events.length, "event")}`,
  );
  if (last !== undefined)
    await output.line(
      `last event ${last.seq}, ${nameEvent(last.type, type)}, sent ${localTime(last.occurredAt)}, recorded ${localTime(last.recordedAt)}`,
    );
  await output.line();
  await layOut(output, state);
  if (deadlines.length > 0) {
    await output.lines(["", "Deadlines"]);
    await output.lines(
      deadlines.map(
        ({ eventType, dueAt, anchor }) =>
          `  ${localTime(dueAt)}  ${nameEvent(eventType, type)}${anchor === "" ? "" : `, ${visible(anchor)}`}`,
      ),
    );
  }
  if (plans.length === 0) return;
  await output.lines(["", "Actions that these events give cause to, by today's code"]);
  await printTable(output, planColumns, plans, "  ");
}

const planColumns: readonly Column<PlannedAction>[] = [
  { heading: "EVENT", align: "right", cell: ({ event }) => event },
  { heading: "ACTION", cell: ({ action }) => action },
  { heading: "", cell: ({ state }) => state },
  { heading: "WHY", cell: ({ reason }) => reason ?? "" },
];

function momentText({ asOf, knownAt, upto }: ProcessBuildOptions): string {
  const parts = [
    asOf === undefined ? [] : [`as of ${localTime(asOf)}`],
    knownAt === undefined ? [] : [`as known at ${localTime(knownAt)}`],
    upto === undefined ? [] : [`up to event ${upto}`],
  ].flat();
  return parts.length === 0 ? "" : `, ${parts.join(", ")}`;
}
