import { type HttpEnd, sendHttp } from "../channels/http/http-request.ts";
import { webhookHeaders, webhookSecret, webhookSecretForm } from "../channels/http/sign-webhook.ts";
import type { WebhookContact } from "../config/notices/notice-settings.ts";
import { readSecret } from "../config/secret-source.ts";
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
  { url, private: allowsPrivate, secret }: WebhookContact,
  event: NoticeEvent,
  signal?: AbortSignal,
): Promise<TellEnd> {
  const keys: Buffer[] = [];
  if (secret !== null) {
    const read = readSecret(secret);
    if (!read.ok) return { end: "later", reason: `its secret cannot be read: ${read.why}` };
    const key = webhookSecret(read.bytes.toString("utf8"));
    if (key === null)
      return { end: "later", reason: `its secret is not of the form ${webhookSecretForm}` };
    keys.push(key);
  }
  const { id } = event;
  const body = JSON.stringify(cloudEvent(event));
  const headers = {
    "content-type": "application/cloudevents+json; charset=utf-8",
    ...webhookHeaders({ id, body, at: event.at }, keys),
  };
  const wanted = {
    url,
    method: "POST",
    headers,
    body,
    allowsPrivate,
    timeoutMs: answerMs,
  } as const;
  return endOfPost(await sendHttp({ ...wanted, signal }));
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

function endOfPost(end: HttpEnd): TellEnd {
  if (end.end === "unreachable") return { end: "later", reason: end.message };
  const { status } = end;
  if (status >= 200 && status < 300) return { end: "sent", reason: `HTTP ${status}` };
  // Gone: whoever it is wants to hear no more.
  if (status === 410)
    return { end: "failed", reason: "HTTP 410: there is no such webhook any more" };
  if (status >= 300 && status < 400)
    return {
      end: "later",
      reason: `HTTP ${status}: it leads elsewhere, and is not followed; correct the address`,
    };
  return { end: "later", reason: `HTTP ${status}` };
}
