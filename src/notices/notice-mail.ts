import addressparser from "nodemailer/lib/addressparser";
import type { MailSession } from "../channels/smtp/mail-session.ts";
import type { SmtpChannel } from "../config/channel/smtp-channel.ts";
import { errorMessage } from "../runtime/error-message.ts";
import type { NoticeText } from "./notice-text.ts";

/** An e-mail about what is wrong. */
export interface NoticeMail extends NoticeText {
  readonly to: readonly string[];
  /** Names it for ever, and the e-mail that it belongs to; null where there is none before it. */
  readonly id: string;
  readonly thread: string | null;
  /** What to do, as the command for it; null when nothing is. */
  readonly command: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What became of an attempt to tell somebody. `later`: it is tried again; `failed`: it never will be. */
export interface TellEnd {
  readonly end: "sent" | "later" | "failed";
  /** What the other side said, or what was in the way. */
  readonly reason: string | null;
}

/** Sends one e-mail. One of which it is unknown whether it arrived is sent again, by the same Message-ID: better twice than never. */
export async function sendNoticeMail(
  session: Pick<MailSession, "send">,
  channel: Pick<SmtpChannel, "from">,
  mail: NoticeMail,
): Promise<TellEnd> {
  const from = addressparser(channel.from, { flatten: true })[0]?.address ?? channel.from;
  const bytes = await bytesOf(mail, channel.from, from.split("@").at(-1) ?? "busbar.invalid");
  try {
    const end = await session.send({ from, to: mail.to, bytes }, async () => true);
    switch (end.end) {
      case "taken": {
        const refused = end.refused.map(({ address, message }) => `${address}: ${message}`);
        return { end: "sent", reason: refused.length > 0 ? refused.join("; ") : end.response };
      }
      case "refused":
        return { end: end.forGood ? "failed" : "later", reason: end.message };
      case "withdrawn":
        return { end: "later", reason: null };
      default:
        return { end: "later", reason: end.message };
    }
  } catch (error) {
    return { end: "later", reason: errorMessage(error) };
  }
}

async function bytesOf(mail: NoticeMail, from: string, domain: string): Promise<Buffer> {
  const { default: MailComposer } = await import("nodemailer/lib/mail-composer");
  const { to, subject, lines, command, id, thread, at } = mail;
  const named = (one: string) => `<${one}@${domain}>`;
  const text = [...lines, ...(command === null ? [] : ["", command])].join("\n");
  const composer = new MailComposer({
    from,
    to: [...to],
    subject,
    text: `${text.trimEnd()}\n`,
    messageId: named(id),
    ...(thread !== null && { inReplyTo: named(thread), references: named(thread) }),
    date: new Date(at),
    headers: { "Auto-Submitted": "auto-generated" },
    newline: "win",
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
