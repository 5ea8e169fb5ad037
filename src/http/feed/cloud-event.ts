import { z } from "zod";
import { eventView, viewEvent } from "../../app/views/event-view.ts";
import { utcTime } from "../../core/text/utc-time.ts";
import type { FeedEntry, FeedPlace } from "../../store/port/events/feed-store.ts";
import { shownTo } from "../access/mask-personal.ts";

const types = {
  void: "busbar.event.voided",
  unvoid: "busbar.event.unvoided",
  correct: "busbar.event.corrected",
  restate: "busbar.event.restated",
} as const;

/** What happened, as CloudEvents 1.0 has it: thin, with where the rest is, unless all of it is asked for. */
export const cloudEventView = z.strictObject({
  specversion: z.literal("1.0"),
  /** Its place in the feed, from which on more is asked for; one for ever. */
  id: z.string(),
  /** The store. */
  source: z.string(),
  type: z.enum(["busbar.event.recorded", ...Object.values(types)]),
  subject: z.string(),
  /** When it happened; of what was said of an event, when that was. */
  time: z.string(),
  recordedtime: z.string(),
  datacontenttype: z.literal("application/json"),
  /** Where all of it is. */
  dataref: z.string(),
  data: z.strictObject({
    event: z.int(),
    type: z.string(),
    processType: z.string(),
    flow: z.string().nullable(),
    file: z.int().nullable(),
    void: z.boolean(),
    /** Who said it of the event, and why; only of what was said of one. */
    actor: z.string().optional(),
    reason: z.string().optional(),
    /** The event as it is now, where all of it is asked for. */
    full: eventView.optional(),
  }),
});

/** Something of the feed. */
export type CloudEvent = z.infer<typeof cloudEventView>;

/** Something that happened, as the feed gives it. */
export function cloudEvent(
  { place, event, revision }: FeedEntry,
  {
    store,
    isFull,
    personal,
  }: { readonly store: string; readonly isFull: boolean; readonly personal: boolean },
): CloudEvent {
  const { seq, type, processType, flow, file } = event;
  const { actor, reason } = revision ?? {};
  // People write why in their own words, also about persons.
  const said =
    actor === undefined || reason === undefined ? {} : shownTo({ personal }, { actor, reason });
  return {
    specversion: "1.0",
    id: placeText(place),
    source: `urn:uuid:${store}`,
    type: revision === null ? "busbar.event.recorded" : types[revision.kind],
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
      ...(isFull && { full: viewEvent(event) }),
    },
  };
}

/** A place as readers keep it. */
export function placeText({ event, revision }: FeedPlace): string {
  return `${event}.${revision}`;
}

/** The place that a reader kept; null when it is none. */
export function placeFrom(text: string): FeedPlace | null {
  const [, event, revision] = /^(\d{1,15})\.(\d{1,15})$/.exec(text) ?? [];
  if (event === undefined || revision === undefined) return null;
  return { event: Number(event), revision: Number(revision) };
}
