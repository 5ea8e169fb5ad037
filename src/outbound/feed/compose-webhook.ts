import { hash } from "node:crypto";
import { type WebhookChannel, webhookPlace } from "../../config/channel/webhook-channel.ts";
import type { EventRecord } from "../../core/event/event.ts";
import type { FeedPlace } from "../../core/event/feed-place.ts";
import type { ComposedFile } from "../../core/outbound/outbound.ts";
import type { FeedEntry } from "../../store/port/events/feed-store.ts";
import type { FeedSubscription } from "../../store/port/outbound/subscription-store.ts";
import type { Store } from "../../store/port/store.ts";
import { cloudEvent, type Shown } from "./cloud-event.ts";
import { isForWebhook } from "./is-for-webhook.ts";

/** What composing webhooks works with. */
export interface WebhookOrder {
  readonly store: Pick<Store, "id" | "feed" | "numbers" | "outbound" | "subscriptions">;
  readonly channel: WebhookChannel;
  /** All of an event, for those who get that. */
  readonly fullEvent: (event: EventRecord) => unknown;
}

/** How the bytes of a webhook are to be read: like a batch of the feed. */
export const webhookContentType = "application/cloudevents-batch+json; charset=utf-8";

/** Bytes of a request at most, as Standard Webhooks advises; an event that is larger says where all of it is. */
const mostBytes = 20_000;
/** So many entries are looked through in one look. */
const looked = 500;
/** So many looks in one go: whoever wants little of much lets others work between. */
const mostLooks = 20;

/**
 * Records the next webhook of a subscription, if what happened since has something that is wanted and nothing of it
 * is on its way. So there is never more than one on its way, and what waits does so where it was recorded, and goes
 * together. Tells whether there is more to do at once.
 */
export async function composeWebhook(
  order: WebhookOrder,
): Promise<"composed" | "more" | "nothing"> {
  const { store, channel } = order;
  const subscription = await begun(order);
  if (subscription.isOpen) return "nothing";
  let { place } = subscription;
  for (let looks = 0; looks < mostLooks; looks += 1) {
    const entries = await store.feed.after({ ...place, limit: looked });
    const batch = nextBatch(order, entries);
    if (batch.events.length > 0) {
      const file = await composed(order, subscription, batch);
      // Another daemon may have been first.
      return (await store.outbound.record([file])) === null ? "more" : "composed";
    }
    const last = entries.at(-1);
    // What nobody wants is looked through again until it is much: that is cheaper than a commit each time.
    if (last === undefined || entries.length < looked) return "nothing";
    const from = place;
    place = last.place;
    if (!(await store.subscriptions.move({ channel: channel.name, from, to: place })))
      return "more";
  }
  return "more";
}

/** The subscription; begun where its channel says when it is new. */
async function begun({ store, channel }: WebhookOrder): Promise<FeedSubscription> {
  const known = await store.subscriptions.get(channel.name);
  if (known !== null) return known;
  await beginSubscription(store, channel);
  const begun = await store.subscriptions.get(channel.name);
  if (begun === null) throw new Error(`The subscription of channel ${channel.name} was not begun`);
  return begun;
}

/** Begins the subscription of a channel where its settings say, unless it has begun. */
export async function beginSubscription(
  store: Pick<Store, "feed" | "subscriptions">,
  { name, from }: Pick<WebhookChannel, "name" | "from">,
): Promise<void> {
  if ((await store.subscriptions.get(name)) !== null) return;
  const place = from === "now" ? await store.feed.last() : from;
  await store.subscriptions.begin({ channel: name, place });
}

/** Events that go together, as JSON texts. */
interface Batch {
  readonly events: readonly string[];
  /** What they are about, where they say so. */
  readonly subjects: readonly string[];
  /** The place of the last of them. */
  readonly to: FeedPlace;
}

function nextBatch(
  { store, channel, fullEvent }: WebhookOrder,
  entries: readonly FeedEntry[],
): Batch {
  const { personal, full } = channel;
  const thin: Shown<unknown> = { store: store.id, personal, full: null };
  const whole: Shown<unknown> = { ...thin, full: full ? fullEvent : null };
  const events: string[] = [];
  const subjects = new Set<string>();
  let to: FeedPlace = { event: 0, revision: 0 };
  let bytes = 2;
  for (const entry of entries) {
    if (!isForWebhook(channel, entry)) continue;
    const text = shortest([whole, thin], entry);
    bytes += Buffer.byteLength(text) + 1;
    if (events.length > 0 && bytes > mostBytes) break;
    events.push(text);
    // Only what says something of a person has to be found when that is to be erased.
    if (personal) subjects.add(entry.event.key);
    to = entry.place;
    if (events.length >= channel.batch) break;
  }
  return { events, subjects: [...subjects], to };
}

/** The first way to say it that fits in a request; the last one where none does. */
function shortest(ways: readonly Shown<unknown>[], entry: FeedEntry): string {
  const texts = ways.values().map((way) => JSON.stringify(cloudEvent(entry, way)));
  let text = "";
  for (text of texts) if (Buffer.byteLength(text) + 2 <= mostBytes) break;
  return text;
}

async function composed(
  { store, channel }: WebhookOrder,
  { queue, place }: FeedSubscription,
  { events, subjects, to }: Batch,
): Promise<ComposedFile> {
  const series = webhookSeries(channel.name);
  const number = (await store.numbers.last(series)) + 1;
  const body = `[${events.join(",")}]`;
  return {
    queue,
    channel: channel.name,
    messages: [],
    messageCount: events.length,
    subjects,
    envelope: null,
    given: { series, number },
    folder: webhookPlace(channel),
    name: webhookId(channel.name, number, body),
    temporary: "",
    bytes: Buffer.from(body),
    replaces: null,
    follows: { from: place, to },
  };
}

/** What the webhooks of a channel are numbered in. */
export function webhookSeries(channel: string): string {
  return `channel ${channel}`;
}

/**
 * The `webhook-id` of a body: the same each time that it is sent, and never that of another, not even after a backup
 * was put in place and numbers are given again. Without a full stop, which signatures put between their parts.
 */
export function webhookId(channel: string, number: number, body: string): string {
  return `${channel}-${number}-${hash("sha256", body, "hex").slice(0, 16)}`;
}
