import type { Catalogue } from "../../catalogue/definition.ts";
import type { SmtpChannel } from "../../config/channel/smtp-channel.ts";
import { type WebhookChannel, webhookPlace } from "../../config/channel/webhook-channel.ts";
import type { FiledMessages, Replaced } from "../../core/outbound/outbound.ts";
import { RefusedError } from "../../core/refusal/refused-error.ts";
import { type Advice, advice } from "../../core/stuck/remedy.ts";
import type { Store } from "../../store/port/store.ts";
import { noOutbound } from "../../store/rules/outbound-transitions.ts";
import { mailChannel } from "../compose/compose-emails.ts";
import { composeFile, type FilesChannel, seriesOf } from "../compose/compose-file.ts";
import { composeMail } from "../compose/compose-mail.ts";
import { orderedMessage } from "../compose/compose-waiting.ts";
import { planQueue } from "../compose/queue-plan.ts";
import { sealFiles } from "../compose/seal-files.ts";
import { webhookId, webhookSeries } from "../feed/compose-webhook.ts";

/** What sending again works with. */
export interface ResendContext {
  readonly store: Pick<Store, "id" | "numbers" | "outbound" | "deliveries" | "subscriptions">;
  readonly catalogue: Catalogue;
  readonly channels: readonly FilesChannel[];
  readonly mail: readonly SmtpChannel[];
  readonly webhooks: readonly WebhookChannel[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Numbers that others may take while we compose before we give up. */
const mostTries = 20;

/**
 * Makes a new file of what was in another, by the configuration as it is now: with a number and an
 * identifier of its own, naming the one that it is sent again for. That one stays as it is. Gives the number of
 * the new one; rejects with a `RefusedError` when it cannot be made.
 */
export async function resend(context: ResendContext, replaces: Replaced): Promise<number> {
  const { store, catalogue, channels, now } = context;
  const { outbound: id } = replaces;
  const filed = await store.outbound.filedMessages(id);
  if (filed === null) throw noOutbound(id);
  const { queue, messages } = filed;
  const { flow } = queue;
  if (flow === null && (await store.subscriptions.get(queue.channel ?? ""))?.queue === queue.id)
    return resendWebhook(context, filed, replaces);
  if (flow === null) return resendMail(context, filed, replaces);
  const plan = planQueue({ ...queue, flow }, channels, catalogue);
  if (!plan.ok) throw cannot(id, plan.problem);
  const series = seriesOf(plan.channel, plan.flow, queue.to);
  for (let tries = 0; tries < mostTries; tries += 1) {
    const first = plan.channel.firstNumber;
    const number = ((await store.numbers.last(series)) || first - 1) + 1;
    const composition = composeFile(
      {
        queue: queue.id,
        channel: plan.channel,
        flow: plan.flow,
        to: queue.to,
        messages: messages.map(orderedMessage),
        given: { series, number, first },
        replaces,
        at: now,
      },
      catalogue,
    );
    if (!composition.ok) {
      const reasons = composition.problems.map(({ message }) => message).join(" ");
      throw cannot(id, `it cannot be written any more: ${reasons}`);
    }
    const sealed = await sealFiles(plan.channel, [composition.file], now);
    if (!sealed.ok) throw cannot(id, sealed.message);
    const recorded = await store.outbound.record(sealed.files);
    if (recorded !== null) return recorded[0] ?? 0;
  }
  throw othersTakeNumbers(id);
}

/** An e-mail anew, with a Message-ID of its own. One that only some of its recipients have is not: those would get it twice. */
async function resendMail(
  { store, mail, now }: ResendContext,
  { queue, messages }: FiledMessages,
  replaces: Replaced,
): Promise<number> {
  await refusePartlyTaken(store, replaces.outbound);
  const channel = mailChannel(mail, queue.channel);
  if ("problem" in channel) throw cannot(replaces.outbound, channel.problem);
  const [message] = messages;
  if (message === undefined) throw new Error(`E-mail ${replaces.outbound} is of no message`);
  const order = { queue: queue.id, channel, message, storeId: store.id, replaces, at: now };
  const composition = await composeMail(order);
  if (!composition.ok)
    throw cannot(replaces.outbound, composition.problems[0]?.message ?? "it cannot be written");
  const recorded = await store.outbound.record([composition.file]);
  return recorded?.[0] ?? 0;
}

/** A webhook anew, under an id of its own: whoever lost what came under the first one still knows that id. */
async function resendWebhook(
  { store, webhooks }: ResendContext,
  { queue }: FiledMessages,
  replaces: Replaced,
): Promise<number> {
  const { outbound: id } = replaces;
  const channel = webhooks.find(({ name }) => name === queue.channel);
  if (channel === undefined)
    throw cannot(id, `there is no channel ${queue.channel} any more that webhooks leave by`);
  const before = await store.outbound.get(id);
  if (before === null) throw noOutbound(id);
  const bytes = await store.outbound.bytes(id);
  const series = webhookSeries(channel.name);
  for (let tries = 0; tries < mostTries; tries += 1) {
    const number = (await store.numbers.last(series)) + 1;
    const recorded = await store.outbound.record([
      {
        queue: queue.id,
        channel: channel.name,
        messages: [],
        messageCount: before.messages,
        envelope: null,
        given: { series, number },
        folder: webhookPlace(channel),
        name: webhookId(channel.name, number, Buffer.from(bytes).toString("utf8")),
        temporary: "",
        bytes,
        replaces,
      },
    ]);
    if (recorded !== null) return recorded[0] ?? 0;
  }
  throw othersTakeNumbers(id);
}

async function refusePartlyTaken(
  store: Pick<Store, "outbound" | "deliveries">,
  outbound: number,
): Promise<void> {
  const email = await store.outbound.get(outbound);
  if (email === null || email.state === "delivered") return;
  const ends = await store.deliveries.recipients(outbound);
  const have = ends.filter(({ state }) => state === "taken").map(({ address }) => address);
  if (have.length === 0) return;
  throw new RefusedError(
    "conflict",
    `E-mail ${outbound} was taken for ${have.join(", ")}, who would get it twice`,
    {
      about: `outbound ${outbound}`,
      ...(email.state !== "cancelled" && { remedy: toTheOthers(outbound) }),
    },
  );
}

function toTheOthers(outbound: number): Advice {
  return advice("`{}` sends it to the others alone", {
    remedy: "decide-outbound",
    verbs: ["retry"],
    outbound,
  });
}

function othersTakeNumbers(outbound: number): RefusedError {
  return new RefusedError("busy", "Others keep taking the next number; try again", {
    about: `outbound ${outbound}`,
  });
}

function cannot(outbound: number, why: string): RefusedError {
  return new RefusedError("conflict", `Outbound file ${outbound} cannot be sent again: ${why}`, {
    about: `outbound ${outbound}`,
  });
}
