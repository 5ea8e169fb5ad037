import type { SmtpChannel } from "../../config/channel/smtp-channel.ts";
import type {
  ComposedFile,
  UnwritableMessage,
  WaitingQueue,
} from "../../core/outbound/outbound.ts";
import type { Store } from "../../store/port/store.ts";
import { composeMail } from "./compose-mail.ts";

/** What composing e-mails works with. */
export interface EmailContext {
  readonly store: Pick<Store, "id" | "queues" | "outbound" | "outboundMessages">;
  readonly mail: readonly SmtpChannel[];
  /** In milliseconds since 1970. */
  readonly now: number;
  /** Whether a person holds a channel: then its e-mails wait. */
  readonly isOnHold?: (channel: string) => boolean;
}

/** E-mails recorded in one commit. */
const emailsAtOnce = 50;

/** The mail server for e-mails that ask for a channel or for none, or why there is none, in words. */
export function mailChannel(
  mail: readonly SmtpChannel[],
  asked: string | null,
): SmtpChannel | { readonly problem: string } {
  const names = mail.map(({ name }) => name);
  const [first, ...others] = mail.filter(({ name }) => asked === null || name === asked);
  if (first !== undefined && others.length === 0) return first;
  if (first !== undefined)
    return {
      problem: `There are several mail servers (${names.join(", ")}), and the action does not say by which channel its e-mail goes. Let it say so.`,
    };
  if (asked === null) return { problem: 'No channel sends e-mails. Add one with "kind: smtp".' };
  return {
    problem: `The action asks for the channel "${asked}", which is no mail server: add one of that name with "kind: smtp", or correct the action.`,
  };
}

/** Composes every e-mail that waits; gives how many were recorded. `goOn` is asked before each commit. */
export async function composeEmails(
  context: EmailContext,
  goOn: () => boolean = () => true,
): Promise<number> {
  const { store, mail, isOnHold } = context;
  let emails = 0;
  for (const queue of await store.queues.waiting()) {
    if (queue.flow !== null) continue;
    const channel = mailChannel(mail, queue.channel);
    const problem = "problem" in channel ? channel.problem : null;
    if (problem !== queue.problem) await store.queues.setProblem({ queue: queue.id, problem });
    if ("problem" in channel || isOnHold?.(channel.name)) continue;
    while (goOn()) {
      const some = await composeSome(context, queue, channel);
      if (some === null) break;
      emails += some;
    }
  }
  return emails;
}

/** Records the next e-mails of a queue, in one commit; null when none wait. */
async function composeSome(
  { store, now }: EmailContext,
  queue: Pick<WaitingQueue, "id">,
  channel: SmtpChannel,
): Promise<number | null> {
  const waiting = await store.queues.messages({ queue: queue.id, most: emailsAtOnce });
  if (waiting.length === 0) return null;
  const files: ComposedFile[] = [];
  const unwritable: UnwritableMessage[] = [];
  for (const message of waiting) {
    const order = { queue: queue.id, channel, message, storeId: store.id, replaces: null, at: now };
    const composition = await composeMail(order);
    if (composition.ok) files.push(composition.file);
    else unwritable.push({ id: message.id, problems: composition.problems });
  }
  if (unwritable.length > 0) await store.outboundMessages.setAside(unwritable);
  const recorded = files.length === 0 ? [] : await store.outbound.record(files);
  return recorded?.length ?? 0;
}
