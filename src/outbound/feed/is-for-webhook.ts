import type { WebhookChannel } from "../../config/channel/webhook-channel.ts";
import type { FeedEntry } from "../../store/port/events/feed-store.ts";

/** Whether a webhook is to tell of something that happened. */
export function isForWebhook(
  { events, flows, processTypes }: WebhookChannel,
  { event }: FeedEntry,
): boolean {
  const { type, flow, processType } = event;
  return (
    (events === null || events.includes(type)) &&
    (flows === null || (flow !== null && flows.includes(flow))) &&
    (processTypes === null || processTypes.includes(processType))
  );
}
