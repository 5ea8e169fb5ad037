import type { EventRecord } from "../../../core/event/event.ts";
import { eventNamesOf } from "../../asked/event-name.ts";
import { type BroughtFilters, broughtFilterOf } from "../../asked/filters.ts";
import { neverRecorded, refuseUnknownType } from "../../asked/known-words.ts";
import { keyFilter } from "../../asked/named-processes.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";
import { type ListedEventView, viewListedEvent } from "../../views/event-view.ts";
import { type ListQuery, listQuery, numberKey, type Part } from "./list-query.ts";
import { lookWithin } from "./look-within.ts";

/** Which events are wanted; all when nothing is said. */
export interface EventsWanted extends BroughtFilters {
  readonly type?: string;
  readonly processType?: string;
  readonly key?: string;
  readonly file?: number;
}

async function highest(
  { store }: OpenInstallation,
  { key, file }: EventsWanted,
): Promise<number | null> {
  if (key !== undefined || file !== undefined) return null;
  for await (const { seq } of store.events.list({ limit: 1 })) return seq;
  return 0;
}

async function rows({ store }: OpenInstallation, wanted: EventsWanted, part: Part<number>) {
  const { type, processType, key, file } = wanted;
  return store.events.list({
    ...broughtFilterOf(wanted),
    ...(type !== undefined && { type }),
    ...(await keyFilter(store, key, processType)),
    ...(file !== undefined && { file }),
    ...part,
  });
}

/** Events in the order of recording, each with its revisions. */
export const listEvents: ListQuery<EventsWanted, ListedEventView> = listQuery({
  name: "events",
  key: numberKey,
  start: 0,
  order: () => "newest",
  rows,
  looked: lookWithin({ way: "newest", rows, highest }),
  keyOf: ({ seq }: EventRecord) => seq,
  items: async (of, events) => {
    const revisions = await of.store.revisions.ofEvents(events.map(({ seq }) => seq));
    const nameEvent = await eventNamesOf(of);
    return events.map((event) => viewListedEvent(event, nameEvent, revisions.get(event.seq) ?? []));
  },
  onNothing: async (of, { type, processType }) => {
    await refuseUnknownType(of, processType);
    return type === undefined ? [] : neverRecorded(of, [type]);
  },
});
