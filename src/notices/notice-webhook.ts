import { sendWebhook } from "../channels/http/send-webhook.ts";
import type { WebhookContact } from "../config/notices/notice-settings.ts";
import type { NoticeFacts } from "../core/notice/notice.ts";
import { utcTime } from "../core/text/utc-time.ts";
import type { TellEnd } from "./notice-mail.ts";
import type { NoticeText } from "./notice-text.ts";

/** How long a webhook may take to answer, in milliseconds. */
const answerMs = 20_000;

/** A message for programs. */
export interface NoticeEvent {
  /** Stays as it is when the event is sent again. */
  readonly id: string;
  /** Who says it, e.g. `urn:busbar:` and the store's id. */
  readonly source: string;
  /** What it says, e.g. `opened`. */
  readonly type: string;
  /** When it was decided, in milliseconds since 1970. */
  readonly decidedAt: number;
  /** The notice that it is about; null of a digest and of what people send by hand. */
  readonly about: NoticeFacts | null;
  /** When what it is about ended, in milliseconds since 1970. */
  readonly endedAt: number | null;
  readonly text: NoticeText;
  /** What to do, as a command; null when nothing is. */
  readonly command: string | null;
  /** When it is sent, in milliseconds since 1970. */
  readonly at: number;
}

/** Sends one message to a webhook, signed. */
export async function sendNoticeEvent(
  { secret, ...web }: WebhookContact,
  event: NoticeEvent,
  signal?: AbortSignal,
): Promise<TellEnd> {
  const sent = await sendWebhook(
    { ...web, secrets: secret === null ? [] : [secret], answerMs },
    {
      id: event.id,
      contentType: "application/cloudevents+json; charset=utf-8",
      body: JSON.stringify(cloudEvent(event)),
      at: event.at,
    },
    signal,
  );
  const { reason } = sent;
  switch (sent.end) {
    case "taken":
      return { end: "sent", reason };
    // Whoever it is wants to hear no more.
    case "gone":
      return { end: "failed", reason };
    default:
      return { end: "later", reason };
  }
}

/** A message as a CloudEvent: `dedup` stays the same from a notice's beginning to its end. */
function cloudEvent({ id, source, type, decidedAt, about, endedAt, text, command }: NoticeEvent) {
  return {
    specversion: "1.0",
    id,
    source,
    type: `busbar.notice.${type}`,
    time: utcTime(decidedAt),
    ...(about !== null && { subject: about.about, dedup: `${about.about} ${about.openedAt}` }),
    datacontenttype: "application/json",
    data: {
      subject: text.subject,
      text: text.lines.join("\n"),
      command,
      ...(about !== null && {
        level: about.level,
        title: about.title,
        count: about.count,
        channel: about.channel,
        assignees: about.assignees,
        since: utcTime(about.since),
        endedAt: endedAt === null ? null : utcTime(endedAt),
      }),
    },
  };
}
