import { ChannelError } from "../../channels/channel-error.ts";
import { sendWebhook, type WebhookEnd, webhookKeys } from "../../channels/http/send-webhook.ts";
import { webhookAttempts, webhookWait } from "../../channels/http/sign-webhook.ts";
import { type WebhookChannel, webhookPlace } from "../../config/channel/webhook-channel.ts";
import type { DeliveryEnd, DueFile } from "../../core/outbound/outbound.ts";
import type { OnCrashPoint } from "../../runtime/crash-points.ts";
import { sentence } from "../../runtime/error-message.ts";
import type { Store } from "../../store/port/store.ts";
import type { RoundOptions, TransportRound } from "../deliver/delivery-loop.ts";
import { composeWebhook, type WebhookOrder, webhookContentType } from "./compose-webhook.ts";

/** What sending to one webhook works with. */
export interface WebhookContext extends WebhookOrder, Partial<RoundOptions> {
  readonly store: WebhookOrder["store"] & Pick<Store, "deliveries" | "holds">;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onStep: OnCrashPoint;
}

/**
 * Records the next webhook of a channel if none is on its way, and sends the one that is due. That it is being sent
 * is noted before, what was answered afterwards: what breaks off between the two is sent again under the same
 * `webhook-id`. Rejects when the channel as a whole cannot be used.
 */
export async function webhookRound(context: WebhookContext): Promise<TransportRound> {
  const { store, channel, now, onStep } = context;
  const next = await composeWebhook(context);
  if (next === "composed") onStep("composed");
  const dueBy = context.isRetryNow === true ? Number.MAX_SAFE_INTEGER : now();
  const filter = { now: dueBy, inOrder: true, flowsOnHold: [], limit: 1 };
  const [due] = await store.deliveries.due({ channel: channel.name, filter });
  if (due === undefined)
    return { files: 0, delivered: 0, events: 0, ...(next === "more" && { isMore: true }) };
  const read = webhookKeys(channel.secrets);
  if ("problem" in read)
    throw new ChannelError("unusable", sentence(`channel ${channel.name}: ${read.problem}`));
  const allowed = await store.deliveries.begin({ ids: [due.id], state: "sending" });
  onStep("webhook-begun");
  // Somebody put it on hold or cancelled it meanwhile.
  if (!allowed.has(due.id)) return { files: 1, delivered: 0, events: 0 };
  const body = Buffer.from(await store.outbound.bytes(due.id)).toString("utf8");
  const message = { id: due.name, contentType: webhookContentType, body, at: now() };
  const sent = await sendWebhook(channel, message, context.signal);
  onStep("webhook-answered");
  if (sent.end === "gone") await disable(store, channel, sent.reason);
  const end = endOf(due, sent, context);
  const events = await store.deliveries.end([end]);
  context.onEnded?.([end]);
  onStep("webhook-ended");
  return { files: 1, delivered: end.end === "delivered" ? 1 : 0, events };
}

/** Whoever it is wants no more: nothing is sent until a person says otherwise. */
async function disable(
  store: Pick<Store, "holds">,
  channel: Pick<WebhookChannel, "name" | "url">,
  reason: string,
): Promise<void> {
  await store.holds.place({
    scope: { stage: "outbound", channel: channel.name, type: null, name: null },
    actor: "busbar",
    reason: `${webhookPlace(channel)} answered ${reason}. Ask whoever runs it; correct the address or remove the channel, then release it`,
  });
}

function endOf(
  { id, attempts }: DueFile,
  sent: WebhookEnd,
  { now, signal }: Pick<WebhookContext, "now" | "signal">,
): DeliveryEnd {
  switch (sent.end) {
    case "taken":
      return { id, end: "delivered" };
    case "gone":
      return { id, end: "failed", problem: sentence(`It was not taken: ${sent.reason}`) };
    case "unsigned":
      return { id, end: "behind" };
    case "later":
  }
  // Broken off since the daemon stops: the end is unknown, so it is sent again, and was no attempt that failed.
  if (signal?.aborted === true) return { id, end: "behind" };
  const problem = sentence(`It was not taken: ${sent.reason}`);
  const wait = webhookWait(attempts + 1);
  if (wait === null)
    return {
      id,
      end: "failed",
      problem: `${problem} That was the last of ${webhookAttempts} attempts.`,
    };
  const dueAt = now() + Math.max(wait, Math.min(sent.afterMs ?? 0, longestAskedMs));
  return { id, end: "later", dueAt, problem, from: "ready" };
}

/** Whoever answers may ask for so long a wait at most, in milliseconds. */
const longestAskedMs = 24 * 3_600_000;
