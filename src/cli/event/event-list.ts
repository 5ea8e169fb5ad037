import { type EventsWanted, listEvents } from "../../app/queries/lists/events.ts";
import type { ListedEventView } from "../../app/views/event-view.ts";
import { localTime } from "../../runtime/local-time.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { printList } from "../print/list-page.ts";
import { isFiltered, type ListOptions } from "../print/listing.ts";
import type { Column } from "../print/table.ts";
import { withStore } from "../session.ts";

/** `busbar event list`. */
export interface EventListOptions extends ListOptions, EventsWanted {}

/** `busbar event list`: events in the order they were recorded. */
export function eventList(context: CommandContext, options: EventListOptions): Promise<ExitCode> {
  return withStore(context, async (session) => {
    await printList(context, options, session, {
      query: listEvents,
      wanted: options,
      shown: columns,
      nothing: isFiltered(options)
        ? "No such events. `busbar event list` without filters shows all."
        : "No events yet. They come with the first files: `busbar file list`.",
    });
    return exitCode.good;
  });
}

const columns: readonly Column<ListedEventView>[] = [
  { heading: "SEQ", align: "right", cell: (event) => event.seq },
  { heading: "SENT", cell: (event) => localTime(event.occurredAt) },
  { heading: "PROCESS", cell: (event) => event.processType },
  { heading: "KEY", cell: (event) => event.key },
  { heading: "FILE", align: "right", cell: (event) => event.file ?? "-" },
  { heading: "EVENT", cell: (event) => event.name + marksOf(event) },
];

/** What people have to know of an event besides: in brackets after its name. */
function marksOf({ void: isVoid, amended, history }: ListedEventView): string {
  const marks = [
    ...(isVoid ? ["void"] : []),
    ...(amended ? ["amended"] : []),
    ...(history ? ["history"] : []),
  ];
  return marks.length === 0 ? "" : ` (${marks.join(", ")})`;
}
