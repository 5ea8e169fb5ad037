import type { EmailEnd, RefusedRecipient } from "../../channels/smtp/email.ts";
import type { MailSession } from "../../channels/smtp/mail-session.ts";
import type { SmtpChannel } from "../../config/channel/smtp-channel.ts";
import { retryWait } from "../../core/action/retry.ts";
import type { DeliveryEnd, DueFile, RecipientEnd } from "../../core/outbound/outbound.ts";
import type { OnCrashPoint } from "../../runtime/crash-points.ts";
import type { Store } from "../../store/port/store.ts";
import { addressesIn } from "../compose/compose-mail.ts";
import { endsAfter, sayRecipients, stillToSend } from "../compose/recipients.ts";
import type { TransportRound } from "./delivery-loop.ts";

/** What sending by one mail server works with. */
export interface MailContext {
  readonly store: Pick<Store, "outbound" | "deliveries">;
  readonly channel: Pick<SmtpChannel, "name" | "from" | "retry">;
  readonly session: Pick<MailSession, "send">;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onStep: OnCrashPoint;
  /** A person asked: what waits for another try is tried now. */
  readonly isRetryNow?: boolean;
  /** From 0 to 1. */
  readonly chance?: () => number;
  /** Called with how attempts ended, once that is noted. */
  readonly onEnded?: (ends: readonly DeliveryEnd[]) => void;
}

/** E-mails in a round. */
const emailsAtOnce = 20;

/**
 * Sends the next e-mails of a channel, one after the other. That the server gets one is noted before it
 * does, and what it answered afterwards: what breaks off between the two is unknown, and is not sent again.
 */
export async function mailRound(context: MailContext): Promise<TransportRound> {
  const { store, channel, now, onStep } = context;
  const dueBy = context.isRetryNow ? Number.MAX_SAFE_INTEGER : now();
  const filter = { now: dueBy, inOrder: false, flowsOnHold: [], limit: emailsAtOnce };
  const due = await store.deliveries.due({ channel: channel.name, filter });
  let delivered = 0;
  let events = 0;
  for (const email of due) {
    const end = await send(context, email);
    if (end === null) continue;
    events += await store.deliveries.end([end]);
    context.onEnded?.([end]);
    onStep("mail-ended");
    if (end.end === "delivered") delivered += 1;
  }
  return { files: due.length, delivered, events };
}

/** Null when somebody put it on hold or cancelled it meanwhile. */
async function send(context: MailContext, email: DueFile): Promise<DeliveryEnd | null> {
  const { store, session, channel, onStep } = context;
  const bytes = await store.outbound.bytes(email.id);
  const [from = channel.from] = addressesIn(channel.from) ?? [];
  const earlier = await store.deliveries.recipients(email.id);
  const to = stillToSend(addressesIn(email.folder) ?? [], earlier);
  const end = await session.send({ from, to, bytes }, async () => {
    const allowed = await store.deliveries.begin({ ids: [email.id], state: "sending" });
    onStep("mail-begun");
    return allowed.has(email.id);
  });
  onStep("mail-answered");
  return endOf(context, email, { to, earlier }, end);
}

/** Who got an e-mail this time, and what was known before. */
interface Addressees {
  readonly to: readonly string[];
  readonly earlier: readonly RecipientEnd[];
}

function endOf(
  context: MailContext,
  email: DueFile,
  addressees: Addressees,
  end: EmailEnd,
): DeliveryEnd | null {
  const { id } = email;
  switch (end.end) {
    case "taken":
      return afterRecipients(context, email, addressees, end.refused);
    case "withdrawn":
      return null;
    case "doubtful":
      return unknownBut(id, addressees, end);
    case "refused":
      if (end.recipients.length > 0 && addressees.to.length + addressees.earlier.length > 1)
        return afterRecipients(context, email, addressees, end.recipients);
      if (end.forGood) return { id, end: "failed", problem: end.message };
      break;
    case "lost":
  }
  return laterOr(context, email, end.message, []);
}

/** Delivered when all have it; later while the server may still take some; else a person is needed. */
function afterRecipients(
  context: MailContext,
  email: DueFile,
  { to, earlier }: Addressees,
  refused: readonly RefusedRecipient[],
): DeliveryEnd {
  const { id } = email;
  const known = endsAfter(to, earlier, refused);
  const putOff = refused.filter(({ forGood }) => !forGood);
  if (putOff.length === 0 && known.every(({ state }) => state === "taken"))
    return { id, end: "delivered" };
  const problem = sayRecipients(known, putOff);
  if (putOff.length > 0) return laterOr(context, email, problem, known);
  return { id, end: "failed", problem, recipients: known };
}

/** It is unknown whether those have it whom the server took; those whom it refused have it not. */
function unknownBut(
  id: number,
  { to }: Addressees,
  { message, recipients }: Extract<EmailEnd, { end: "doubtful" }>,
): DeliveryEnd {
  const refused = recipients
    .filter(({ address, forGood }) => forGood && to.includes(address))
    .map(({ address, message: answer }): RecipientEnd => ({ address, state: "refused", answer }));
  const problem = [sayDoubt(message), ...recipients.map(sayRefused)].join(" ");
  return { id, end: "unknown", problem, recipients: refused };
}

function sayRefused({ address, forGood, message }: RefusedRecipient): string {
  return forGood
    ? `It was refused for ${address}: ${message}.`
    : `It was put off for ${address}: ${message}.`;
}

function laterOr(
  { channel, now, chance = Math.random }: MailContext,
  { id, attempts }: DueFile,
  problem: string,
  recipients: readonly RecipientEnd[],
): DeliveryEnd {
  const wait = retryWait(channel.retry, attempts + 1, chance());
  if (wait === null) return { id, end: "failed", problem, recipients };
  return { id, end: "later", dueAt: now() + wait, problem, from: "ready", recipients };
}

function sayDoubt(message: string): string {
  return `The connection broke after the mail server had the whole e-mail and before it answered (${message}), so it may have been sent. Look in the server's log or the recipient's mailbox by its Message-ID; then confirm it or try it again.`;
}
