import type { EventRecord } from "../../../core/event/event.ts";
import type { FeedPlace } from "../../../core/event/feed-place.ts";
import type { Revision } from "./revision-store.ts";

/** Something that happened, and its place: an event was recorded, or something was said of one. */
export interface FeedEntry {
  readonly place: FeedPlace;
  /** The event as it is now. */
  readonly event: EventRecord;
  /** What was said of it; null: it was recorded. */
  readonly revision: Revision | null;
}

/** All that happened, in one order that never changes: what is new comes behind all that is old. */
export interface FeedStore {
  /** What happened behind a place, at most so many, the first first. */
  after(given: FeedPlace & { readonly limit: number }): Promise<readonly FeedEntry[]>;
  /** The place of what happened last. */
  last(): Promise<FeedPlace>;
}
