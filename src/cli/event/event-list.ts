import { viewListedEvent } from "../../app/views/event-view.ts";
import type { EventRecord } from "../../core/event/event.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { refuseUnknownType, sayNeverRecorded } from "../known-words.ts";
import { type BroughtFilters, broughtFilterOf } from "../list-filters.ts";
import { printJson } from "../print/json-rows.ts";
import { cutShort, type ListOptions, limitOf } from "../print/listing.ts";
import { localTime } from "../print/local-time.ts";
import { type Column, printTable } from "../print/table.ts";
import { keyFilter } from "../process/named-processes.ts";
import { withStore } from "../session.ts";
import { eventNames, type NameEvent } from "./event-name.ts";

/** `busbar event list`. */
export interface EventListOptions extends ListOptions, BroughtFilters {
  readonly type?: string;
  readonly processType?: string;
  readonly key?: string;
  readonly file?: number;
  readonly after?: number;
}

/** `busbar event list`: events in the order they were recorded. */
export function eventList(context: CommandContext, options: EventListOptions): Promise<ExitCode> {
  const { output } = context;
  return withStore(context, async (session) => {
    const { store } = session;
    const { type, processType, key, file, after } = options;
    const limit = limitOf(options);
    const events = store.events.list({
      ...broughtFilterOf(options),
      ...(type !== undefined && { type }),
      ...(await keyFilter(store, key, processType)),
      ...(file !== undefined && { file }),
      ...(after !== undefined && { after }),
      ...(limit !== null && { limit }),
    });
    const onNothing = async () => {
      await refuseUnknownType(session, processType);
      if (type !== undefined) await sayNeverRecorded(context.say, session, [type]);
    };
    if (options.json) {
      const count = await printJson(output, events, async (event) => {
        return viewListedEvent(event, await store.revisions.list(event.seq));
      });
      if (count === 0) await onNothing();
      return exitCode.good;
    }
    const count = await printTable(
      output,
      eventColumns(eventNames(await session.catalogue(), await session.definitions())),
      events,
    );
    if (count === 0) await onNothing();
    if (count === 0) await output.line("No such events. `busbar status` tells how many there are.");
    const cut = cutShort(options, count);
    if (cut !== null) await output.line(cut);
    return exitCode.good;
  });
}

function eventColumns(nameEvent: NameEvent): readonly Column<EventRecord>[] {
  return [
    { heading: "SEQ", align: "right", cell: (event) => event.seq },
    { heading: "SENT", cell: (event) => localTime(event.occurredAt) },
    { heading: "PROCESS", cell: (event) => event.processType },
    { heading: "KEY", cell: (event) => event.key },
    { heading: "FILE", align: "right", cell: (event) => event.file ?? "-" },
    {
      heading: "EVENT",
      cell: (event) => nameEvent(event.type, event.processType) + marksOf(event),
    },
  ];
}

/** What people have to know of an event besides: in brackets after its name. */
function marksOf({ void: isVoid, amended, history }: EventRecord): string {
  const marks = [
    ...(isVoid === true ? ["void"] : []),
    ...(amended === true ? ["amended"] : []),
    ...(history === true ? ["history"] : []),
  ];
  return marks.length === 0 ? "" : ` (${marks.join(", ")})`;
}
