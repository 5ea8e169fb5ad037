import { compareEvents, type EventRecord } from "./event.ts";

/** What was said of an event after it was recorded. */
export interface EventRevision {
  readonly event: number;
  readonly kind: "void" | "unvoid" | "correct" | "restate";
  /** Of `correct` and `restate`: its data from then on, as JSON text, and the version of its schema. */
  readonly schemaVersion: number | null;
  readonly data: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A moment of either clock, and a place in the order of recording; what is left out is now. */
export interface Moment {
  /** Only what was sent by then, in milliseconds since 1970: what had happened. */
  readonly asOf?: number;
  /** Only what was recorded or said by then: what we knew. */
  readonly knownAt?: number;
  /** Only events up to this recording number. */
  readonly upTo?: number;
}

/**
 * The events that counted at a moment, in folding order, with the data they had. `events` are as they
 * were recorded, `revisions` in the order they were said.
 */
export function eventsAt(
  events: readonly EventRecord[],
  revisions: readonly EventRevision[],
  { asOf = Infinity, knownAt = Infinity, upTo = Infinity }: Moment,
): EventRecord[] {
  const said = Map.groupBy(
    revisions.filter(({ at }) => at <= knownAt),
    ({ event }) => event,
  );
  return events
    .filter(
      ({ seq, occurredAt, recordedAt }) =>
        seq <= upTo && occurredAt <= asOf && recordedAt <= knownAt,
    )
    .flatMap((event) => revised(event, said.get(event.seq) ?? []))
    .sort(compareEvents);
}

/** The event after what was said of it; none when it is void. */
function revised(event: EventRecord, said: readonly EventRevision[]): EventRecord[] {
  const about = said.findLast(({ kind }) => kind === "void" || kind === "unvoid");
  if (about?.kind === "void") return [];
  const newest = said.findLast(({ kind }) => kind === "correct" || kind === "restate");
  if (newest === undefined) return [event];
  const { schemaVersion, data } = newest;
  return [
    {
      ...event,
      schemaVersion: schemaVersion ?? event.schemaVersion,
      data: data ?? event.data,
      amended: true,
    },
  ];
}
