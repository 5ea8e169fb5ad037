import { webhookWait } from "../channels/http/sign-webhook.ts";
import { MailSession } from "../channels/smtp/mail-session.ts";
import type { SmtpChannel } from "../config/channel/smtp-channel.ts";
import type { NoticeContact } from "../config/notices/notice-settings.ts";
import type { DueNoticeMessage, NoticeAttemptEnd } from "../store/port/notice-store.ts";
import { sendNoticeMail, type TellEnd } from "./notice-mail.ts";
import { type AdviceText, noticeText } from "./notice-text.ts";
import { sendNoticeEvent } from "./notice-webhook.ts";

/** What telling a contact works with. */
export interface SenderContext {
  readonly mail: readonly SmtpChannel[];
  readonly storeId: string;
  /** What the installation is called. */
  readonly name: string;
  readonly adviceText: AdviceText;
}

/** Tells one contact. */
export interface ContactSender {
  /** How many messages it is sent together at most. */
  readonly atOnce: number;
  tell(
    messages: readonly DueNoticeMessage[],
    at: number,
    signal?: AbortSignal,
  ): Promise<NoticeAttemptEnd>;
  /** Lets go of what is open. */
  close(): Promise<void>;
}

/** So many notices are in one e-mail at most. */
const noticesInMail = 50;

/** How one contact is notified: people get what is due together as one e-mail, programs each separately. */
export function contactSender(
  { email, webhook }: NoticeContact,
  context: SenderContext,
): ContactSender {
  const { mail, storeId, name, adviceText } = context;
  const channel = mail.find((one) => one.name === email?.channel);
  const session = channel === undefined ? null : new MailSession(channel);
  const tell = async (
    messages: readonly DueNoticeMessage[],
    at: number,
    signal?: AbortSignal,
  ): Promise<TellEnd> => {
    const [first] = messages;
    if (first === undefined) return { end: "sent", reason: null };
    const text = noticeText(name, messages);
    const command = text.advice === null ? null : adviceText(text.advice);
    if (webhook !== null) {
      const event = { ...eventOf(first, storeId), text, command, at };
      return sendNoticeEvent(webhook, event, signal);
    }
    if (email === null || channel === undefined || session === null)
      return { end: "failed", reason: "its mail server is not configured" };
    const id = (bundle: number | null) => `notice-${bundle}.${storeId}`;
    const thread = messages.length > 1 || first.thread === null ? null : id(first.thread);
    const sent = { ...text, to: email.to, id: id(first.bundle), thread, command, at };
    return sendNoticeMail(session, channel, sent);
  };
  return {
    atOnce: webhook === null ? noticesInMail : 1,
    tell: async (messages, at, signal) => {
      const { end, reason } = await tell(messages, at, signal);
      if (end !== "later") return { end, reason: reason ?? "" };
      const wait = webhookWait(messages[0]?.attempts ?? 1);
      const why = reason ?? "it did not get through";
      if (wait === null) return { end: "failed", reason: `${why}; that was the last attempt` };
      return { end: "later", dueAt: at + wait, reason: why };
    },
    close: async () => session?.disconnect(),
  };
}

function eventOf({ id, verb, content, at }: DueNoticeMessage, storeId: string) {
  const told = "notice" in content ? content : { notice: null, endedAt: null };
  return {
    id: `notice-${id}-${storeId}`,
    source: `urn:busbar:${storeId}`,
    type: verb,
    decidedAt: at,
    about: told.notice,
    endedAt: told.endedAt,
  };
}
