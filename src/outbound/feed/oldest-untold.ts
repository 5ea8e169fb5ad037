import { z } from "zod";
import type { WebhookChannel } from "../../config/channel/webhook-channel.ts";
import type { Store } from "../../store/port/store.ts";
import { isForWebhook } from "./is-for-webhook.ts";

/** So much of what happened is looked through for the first that is wanted: no more, however much there is. */
const looked = 500;

/** What a webhook that is on its way has of its first event. */
const sentEvents = z.tuple([z.object({ recordedtime: z.string() })], z.unknown());

/**
 * When the oldest of what a webhook is to tell, and has not been delivered yet, was recorded, in milliseconds since
 * 1970; null where all is delivered, or it has not begun.
 */
export async function oldestUntold(
  store: Pick<Store, "feed" | "outbound" | "subscriptions">,
  channel: WebhookChannel,
): Promise<number | null> {
  const subscription = await store.subscriptions.get(channel.name);
  if (subscription === null) return null;
  if (subscription.isOpen) {
    const onItsWay = await firstOnItsWay(store, channel.name);
    if (onItsWay !== null) return onItsWay;
  }
  const entries = await store.feed.after({ ...subscription.place, limit: looked });
  const first = entries.find((entry) => isForWebhook(channel, entry));
  return first === undefined ? null : (first.revision?.at ?? first.event.recordedAt);
}

const openStates = ["failed", "unknown", "sending", "uploaded", "ready"] as const;

/** When the first event of what a channel has on its way was recorded: there is never more than one on its way. */
async function firstOnItsWay(
  { outbound }: Pick<Store, "outbound">,
  channel: string,
): Promise<number | null> {
  for (const state of openStates)
    for await (const { id, createdAt } of outbound.list({ channel, state, limit: 1 })) {
      const body = sentEvents.safeParse(
        JSON.parse(Buffer.from(await outbound.bytes(id)).toString()),
      );
      return body.success ? Date.parse(body.data[0].recordedtime) : createdAt;
    }
  return null;
}
