import type { FeedPlace } from "../../../core/event/feed-place.ts";
import type { FeedEntry, FeedStore } from "../../port/events/feed-store.ts";
import type { Revision } from "../../port/events/revision-store.ts";
import { eventRecord, type StoredEventRow } from "../../rows/event-row.ts";
import type { Connection } from "../database/connection.ts";
import { selectEvents } from "./read-events.ts";

const selectPlacedRevisions = `
  SELECT p.after AS "placeEvent", r.id, r.event, r.kind, r.schema_version AS "schemaVersion", r.data, r.actor,
    r.reason, r.at, r.restated
  FROM revision_places p JOIN revisions r ON r.id = p.revision
  WHERE (p.after, p.revision) > (@event, @revision)
  ORDER BY p.after, p.revision LIMIT @limit`;

type StoredRevision = Omit<Revision, "restated"> & {
  readonly restated: 0 | 1;
  readonly placeEvent: number;
};

/** All that happened, in one order: each event, and behind the newest there was each thing said of one. */
export function feed(connection: Connection): FeedStore {
  const { db } = connection;
  const seqsAfter = db
    .prepare<[number, number], number>("SELECT seq FROM events WHERE seq > ? ORDER BY seq LIMIT ?")
    .pluck();
  const revisionsAfter = db.prepare<[FeedPlace & { readonly limit: number }], StoredRevision>(
    selectPlacedRevisions,
  );
  const bySeq = db.prepare<[string], StoredEventRow>(selectEvents);
  const lastSeq = db.prepare<[], number>("SELECT coalesce(max(seq), 0) FROM events").pluck();
  const lastOf = db
    .prepare<[number], number>(
      "SELECT coalesce(max(revision), 0) FROM revision_places WHERE after = ?",
    )
    .pluck();
  return {
    after: ({ event, revision, limit }) =>
      connection.read(async () => {
        const events = (await seqsAfter.all(event, limit)).map((seq) => {
          return { place: { event: seq, revision: 0 }, seq, said: null };
        });
        const placed = await revisionsAfter.all({ event, revision, limit });
        const revisions = placed.map(({ placeEvent, restated, ...said }) => ({
          place: { event: placeEvent, revision: said.id },
          seq: said.event,
          said: { ...said, restated: restated === 1 },
        }));
        const both = [...events, ...revisions]
          .toSorted((a, b) => inOrder(a.place, b.place))
          .slice(0, limit);
        const rows = await bySeq.all(JSON.stringify([...new Set(both.map(({ seq }) => seq))]));
        const known = new Map(rows.map((row) => [row.seq, eventRecord(row)]));
        return both.flatMap(({ place, seq, said }): FeedEntry[] => {
          const of = known.get(seq);
          return of === undefined ? [] : [{ place, event: of, revision: said }];
        });
      }),
    last: () =>
      connection.read(async () => {
        const event = (await lastSeq.get()) ?? 0;
        return { event, revision: (await lastOf.get(event)) ?? 0 };
      }),
  };
}

function inOrder(a: FeedPlace, b: FeedPlace): number {
  return a.event - b.event || a.revision - b.revision;
}
