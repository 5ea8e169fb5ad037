import type { FeedPlace } from "../../../core/event/feed-place.ts";

/** How far a webhook subscription has come. */
export interface FeedSubscription {
  /** The queue that its outbound files are of. */
  readonly queue: number;
  /** The place in all that happened behind which it goes on. */
  readonly place: FeedPlace;
  /** Something of it is recorded and has not ended: delivered or cancelled. */
  readonly isOpen: boolean;
}

/** Webhook subscriptions: each goes through all that happened, and knows how far it has come. */
export interface SubscriptionStore {
  /** Begins the subscription of a channel behind a place; one that has begun stays where it is. */
  begin(given: { readonly channel: string; readonly place: FeedPlace }): Promise<void>;
  /** Null before it has begun. */
  get(channel: string): Promise<FeedSubscription | null>;
  /** Goes on to a place without recording anything: up to there is nothing that is wanted. False when it is no longer where it was. */
  move(given: {
    readonly channel: string;
    readonly from: FeedPlace;
    readonly to: FeedPlace;
  }): Promise<boolean>;
}
