import type { EventRecord } from "../../core/event/event.ts";
import { placeText } from "../../core/event/feed-place.ts";
import { masked, maskedReaches } from "../../core/text/mask-numbers.ts";
import { utcTime } from "../../core/text/utc-time.ts";
import type { FeedEntry } from "../../store/port/events/feed-store.ts";

/** The types of what is said of an event, by the kind of revision. */
export const revisionTypes = {
  void: "busbar.event.voided",
  unvoid: "busbar.event.unvoided",
  correct: "busbar.event.corrected",
  restate: "busbar.event.restated",
} as const;

/** That an event was recorded. */
export const recordedType = "busbar.event.recorded";

/** Something that happened, as CloudEvents 1.0 has it: thin, with where the rest is, unless all of it is asked for. */
export interface CloudEvent<Full> {
  readonly specversion: "1.0";
  /** Its place in the feed, from which on more is asked for; one for ever. */
  readonly id: string;
  /** The store. */
  readonly source: string;
  readonly type: typeof recordedType | (typeof revisionTypes)[keyof typeof revisionTypes];
  readonly subject: string;
  /** When it happened; of what was said of an event, when that was. */
  readonly time: string;
  readonly recordedtime: string;
  readonly datacontenttype: "application/json";
  /** Where all of it is. */
  readonly dataref: string;
  readonly data: {
    readonly event: number;
    readonly type: string;
    readonly processType: string;
    readonly flow: string | null;
    readonly file: number | null;
    readonly void: boolean;
    /** Who said it of the event, and why; only of what was said of one. */
    readonly actor?: string;
    readonly reason?: string;
    /** The event as it is now, where all of it is asked for. */
    readonly full?: Full;
  };
}

/** How much of what happened is given. */
export interface Shown<Full> {
  readonly store: string;
  /** Whether who gets it may see what is said of persons: people write why in their own words. */
  readonly personal: boolean;
  /** All of an event; null: it is thin. */
  readonly full: ((event: EventRecord) => Full) | null;
}

/** Something that happened, as the feed and its webhooks give it. */
export function cloudEvent<Full>(
  { place, event, revision }: FeedEntry,
  { store, personal, full }: Shown<Full>,
): CloudEvent<Full> {
  const { seq, type, processType, flow, file } = event;
  const said =
    revision === null
      ? {}
      : personal
        ? { actor: revision.actor, reason: revision.reason }
        : { actor: maskedReaches(revision.actor), reason: masked };
  return {
    specversion: "1.0",
    id: placeText(place),
    source: `urn:uuid:${store}`,
    type: revision === null ? recordedType : revisionTypes[revision.kind],
    subject: `event/${seq}`,
    time: utcTime(revision?.at ?? event.occurredAt),
    recordedtime: utcTime(revision?.at ?? event.recordedAt),
    datacontenttype: "application/json",
    dataref: `/api/v1/events/${seq}`,
    data: {
      event: seq,
      type,
      processType,
      flow,
      file,
      void: event.void ?? false,
      ...said,
      ...(full !== null && { full: full(event) }),
    },
  };
}
