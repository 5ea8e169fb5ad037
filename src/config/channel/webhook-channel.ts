import type { FeedPlace } from "../../core/event/feed-place.ts";
import type { SecretSource } from "../secret-source.ts";

/** A webhook that what happens is sent to, in order. */
export interface WebhookChannel {
  /** What people call it by; unique among the channels. */
  readonly name: string;
  readonly kind: "webhook";
  readonly direction: "out";
  readonly url: string;
  /** It may lie in a private network, and be plain HTTP. */
  readonly private: boolean;
  /** What requests are signed with: one secret, or two while one follows the other. */
  readonly secrets: readonly SecretSource[];
  /** Which events it is sent, each by any that is named; null: all. */
  readonly events: readonly string[] | null;
  readonly flows: readonly string[] | null;
  readonly processTypes: readonly string[] | null;
  /** Whoever is behind it may see what is said of persons. */
  readonly personal: boolean;
  /** It gets all of each event, and not only where that is. */
  readonly full: boolean;
  /** What a new subscription begins behind: what happened so far, or a place in it. */
  readonly from: "now" | FeedPlace;
  /** Events in one request at most. */
  readonly batch: number;
  /** How long to wait for an answer, in milliseconds. */
  readonly answerMs: number;
}

/** What holds for a webhook when its settings do not say otherwise. */
export const webhookDefaults = {
  private: false,
  events: null,
  flows: null,
  processTypes: null,
  personal: false,
  full: false,
  from: "now",
  batch: 100,
  answerMs: 20_000,
} as const satisfies Partial<WebhookChannel>;

/** Where a webhook leads, for people: its server, since the rest of an address may be a secret. */
export function webhookPlace({ url }: Pick<WebhookChannel, "url">): string {
  return new URL(url).origin;
}
