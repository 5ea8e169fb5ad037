import type { OpenInstallation } from "../../app/installation/open-installation.ts";
import { listActions } from "../../app/queries/lists/actions.ts";
import { listEvents } from "../../app/queries/lists/events.ts";
import { showEvent } from "../../app/queries/things/event.ts";
import type { ActionView } from "../../app/views/action-view.ts";
import type { EventDetailView, ListedEventView } from "../../app/views/event-view.ts";
import type { ProcessAtView } from "../../app/views/process-view.ts";
import { pathTo } from "../html/parts.ts";
import type { Entry } from "./entry.ts";

/** Events and actions of a process that a picture shows: of more, the newest. */
const mostShown = 300;

/** All that happened to a process and is to happen, as a time line has it. */
export async function entriesOf(
  of: OpenInstallation,
  { type, key }: { readonly type: string; readonly key: string },
  deadlines: ProcessAtView["deadlines"],
): Promise<{ readonly entries: readonly Entry[]; readonly isCut: boolean }> {
  const events = await listEvents.page(of, { processType: type, key, limit: mostShown });
  const actions = await listActions.page(of, { type, key, limit: mostShown });
  const acted = new Set(actions.items.map(({ event }) => event));
  const details: EventDetailView[] = [];
  for (const { seq } of events.items)
    if (acted.has(seq)) details.push(await showEvent(of, { event: seq }));
  const entries: Entry[] = [
    ...eventEntries(events.items),
    ...fileEntries(events.items),
    ...peopleEntries(events.items),
    ...actions.items.map(actionEntry),
    ...details.flatMap(sentEntries),
    ...deadlines.map(({ dueAt, name }) =>
      entry("Deadlines", dueAt, dueAt, `Deadline: ${name}`, null, "ahead"),
    ),
  ];
  return { entries, isCut: events.next !== null || actions.next !== null };
}

function entry(
  lane: Entry["lane"],
  sent: string,
  known: string,
  title: string,
  path: string | null,
  mark: Entry["mark"] = null,
): Entry {
  return {
    lane,
    sentAt: Date.parse(sent),
    knownAt: Date.parse(known),
    title,
    path,
    mark,
    foldsBefore: null,
  };
}

function eventEntries(events: readonly ListedEventView[]): Entry[] {
  return events.map((event, at) => {
    const { seq, name, occurredAt, recordedAt } = event;
    const passed = events.slice(0, at).findIndex((before) => before.occurredAt > occurredAt);
    const mark = event.void ? "void" : passed < 0 ? null : "late";
    const one = entry("Events", occurredAt, recordedAt, name, pathTo("events", seq), mark);
    return { ...one, foldsBefore: passed < 0 ? null : passed };
  });
}

function fileEntries(events: readonly ListedEventView[]): Entry[] {
  const files = new Map(
    events.flatMap((event) => (event.file === null ? [] : [[event.file, event]])),
  );
  return [...files].map(([file, { flow, sender, occurredAt, recordedAt }]) =>
    entry(
      "Files in",
      occurredAt,
      recordedAt,
      `File ${file}, ${flow ?? "no flow"}${sender === null ? "" : ` from ${sender}`}`,
      pathTo("files", file),
    ),
  );
}

function peopleEntries(events: readonly ListedEventView[]): Entry[] {
  return events.flatMap(({ seq, revisions }) =>
    revisions.map(({ kind, actor, at, reason }) =>
      entry(
        "People",
        at,
        at,
        `${kind} of event ${seq} by ${actor}: ${reason}`,
        pathTo("events", seq),
      ),
    ),
  );
}

function actionEntry({ id, name, state, failing, plannedAt, dueAt, endedAt }: ActionView): Entry {
  const isAhead = endedAt === null && state === "planned";
  const at = endedAt ?? (isAhead ? dueAt : plannedAt);
  const mark = state === "failed" || failing ? "failed" : isAhead ? "ahead" : null;
  return entry("Actions", at, at, `${name}: ${state}`, pathTo("actions", id), mark);
}

function sentEntries({ actions }: EventDetailView): Entry[] {
  return actions.flatMap(({ endedAt, sent }) =>
    sent.flatMap(({ flow, name, outbound, delivery }) =>
      endedAt === null
        ? []
        : entry(
            "Files out",
            endedAt,
            endedAt,
            `${flow ?? "e-mail"} ${name ?? "waits to be put into a file"}${delivery === null ? "" : `: ${delivery}`}`,
            outbound === null ? null : pathTo("outbound", outbound),
          ),
    ),
  );
}
