import type { EventRecord } from "../../../core/event/event.ts";
import { type BroughtFilters, broughtFilterOf } from "../../asked/filters.ts";
import { neverRecorded, refuseUnknownType } from "../../asked/known-words.ts";
import { keyFilter } from "../../asked/named-processes.ts";
import { type ListedEventView, viewListedEvent } from "../../views/event-view.ts";
import { type ListQuery, listQuery, numberKey } from "./list-query.ts";

/** Which events are wanted; all when nothing is said. */
export interface EventsWanted extends BroughtFilters {
  readonly type?: string;
  readonly processType?: string;
  readonly key?: string;
  readonly file?: number;
  /** Only those recorded after this one: then the oldest of them come first. */
  readonly afterSeq?: number;
}

/** Events in the order of recording, each with its revisions. */
export const listEvents: ListQuery<EventsWanted, ListedEventView> = listQuery({
  name: "events",
  key: numberKey,
  start: 0,
  order: ({ afterSeq }: EventsWanted) => (afterSeq === undefined ? "newest" : "oldest"),
  rows: async ({ store }, wanted: EventsWanted, part) => {
    const { type, processType, key, file, afterSeq } = wanted;
    const after = Math.max(part.after ?? 0, afterSeq ?? 0);
    return store.events.list({
      ...broughtFilterOf(wanted),
      ...(type !== undefined && { type }),
      ...(await keyFilter(store, key, processType)),
      ...(file !== undefined && { file }),
      ...part,
      ...(after > 0 && { after }),
    });
  },
  keyOf: ({ seq }: EventRecord) => seq,
  items: async ({ store }, events) => {
    const revisions = await store.revisions.ofEvents(events.map(({ seq }) => seq));
    return events.map((event) => viewListedEvent(event, revisions.get(event.seq) ?? []));
  },
  onNothing: async (of, { type, processType }) => {
    await refuseUnknownType(of, processType);
    return type === undefined ? [] : neverRecorded(of, [type]);
  },
});
