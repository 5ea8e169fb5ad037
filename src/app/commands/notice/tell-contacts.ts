import { MailSession } from "../../../channels/smtp/mail-session.ts";
import type { BusbarConfig } from "../../../config/config.ts";
import type { NoticeContact } from "../../../config/notices/notice-settings.ts";
import { RefusedError } from "../../../core/refusal/refused-error.ts";
import { sendNoticeMail, type TellEnd } from "../../../notices/notice-mail.ts";
import type { NoticeText } from "../../../notices/notice-text.ts";
import { sendNoticeEvent } from "../../../notices/notice-webhook.ts";

/** What a person, or systemd, has contacts notified, past the daemon and its store. */
export interface ToldByHand {
  /** Only this contact; all when absent. */
  readonly contact?: string;
  /** What it is, for programs. */
  readonly type: "test" | "failed";
  readonly text: NoticeText;
  /** Names it, the same for whoever gets it. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What became of telling one contact. */
export interface ToldContactEnd {
  readonly contact: string;
  readonly told: boolean;
  readonly reason: string | null;
}

/**
 * Tells contacts something at once, without store or daemon, so that it can be known that neither works. Rejects
 * with `RefusedError` when nobody is configured.
 */
export async function tellContacts(
  config: Pick<BusbarConfig, "mail" | "notices">,
  wanted: ToldByHand,
): Promise<ToldContactEnd[]> {
  const { contacts } = config.notices;
  const chosen = contacts.filter(({ name }) => (wanted.contact ?? name) === name);
  if (chosen.length === 0) throw nobody(contacts, wanted.contact);
  return Promise.all(
    chosen.map(async (contact) => {
      const { end, reason } = await tell(contact, config, wanted);
      return { contact: contact.name, told: end === "sent", reason };
    }),
  );
}

function nobody(contacts: readonly NoticeContact[], wanted: string | undefined): RefusedError {
  const names = contacts.map(({ name }) => name).join(", ");
  const message =
    contacts.length === 0
      ? "The configuration names nobody to notify; add notices: { contacts: … } (docs/guides/notices.md)"
      : `There is no contact "${wanted}"; there are ${names}`;
  return new RefusedError(contacts.length === 0 ? "conflict" : "not-found", message);
}

async function tell(
  { email, webhook }: NoticeContact,
  { mail }: Pick<BusbarConfig, "mail">,
  wanted: ToldByHand,
): Promise<TellEnd> {
  const { text, id, now } = wanted;
  if (webhook !== null)
    return sendNoticeEvent(webhook, {
      id,
      source: "urn:busbar",
      type: wanted.type,
      decidedAt: now,
      about: null,
      endedAt: null,
      text,
      command: null,
      at: now,
    });
  const channel = mail.find(({ name }) => name === email?.channel);
  if (email === null || channel === undefined)
    return { end: "failed", reason: "its mail server is not configured" };
  const session = new MailSession(channel);
  try {
    const sent = { ...text, to: email.to, id, thread: null, command: null, at: now };
    return await sendNoticeMail(session, channel, sent);
  } finally {
    await session.disconnect();
  }
}
