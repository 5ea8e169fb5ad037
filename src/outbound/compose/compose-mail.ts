import addressparser from "nodemailer/lib/addressparser";
import type { SmtpChannel } from "../../config/channel/smtp-channel.ts";
import type { Problem } from "../../core/file/problem.ts";
import type { ComposedFile, Replaced, WaitingMessage } from "../../core/outbound/outbound.ts";
import { problem } from "../../formats/problem-log.ts";

/** What an e-mail is made of. */
export interface MailOrder {
  readonly queue: number;
  readonly channel: SmtpChannel;
  readonly message: WaitingMessage;
  /** Names the store: with the message's number it makes the Message-ID, the same however often it is sent. */
  readonly storeId: string;
  readonly replaces: Replaced | null;
  /** When it is made, in milliseconds since 1970. */
  readonly at: number;
}

/** An e-mail to record, or every reason why it cannot be written. */
export type MailComposition =
  | { readonly ok: true; readonly file: ComposedFile }
  | { readonly ok: false; readonly problems: readonly Problem[] };

interface MailData {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
}

/** Writes an e-mail as it goes to the server. */
export async function composeMail(order: MailOrder): Promise<MailComposition> {
  const { channel, message, storeId, replaces, at } = order;
  const { to, subject, text, html } = JSON.parse(message.data) as MailData;
  const recipients = addressesIn(to);
  if (recipients === null) return { ok: false, problems: [sayAddress(to)] };
  const again = replaces === null ? "" : `-${replaces.outbound}`;
  const domain = addressesIn(channel.from)?.[0]?.split("@").at(-1) ?? "busbar.invalid";
  const messageId = `<${message.id}${again}.${storeId}@${domain}>`;
  // Loaded for the first e-mail: most installations send none, and start sooner without.
  const { default: MailComposer } = await import("nodemailer/lib/mail-composer");
  const composer = new MailComposer({
    from: channel.from,
    to,
    subject,
    text,
    ...(html !== undefined && { html }),
    messageId,
    date: new Date(at),
    headers: { "Auto-Submitted": "auto-generated" },
    newline: "win",
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const bytes = await composer.compile().build();
  return {
    ok: true,
    file: {
      queue: order.queue,
      channel: channel.name,
      messages: replaces === null ? [message.id] : [],
      messageCount: 1,
      envelope: null,
      given: null,
      folder: recipients.join(", "),
      name: messageId,
      temporary: "",
      bytes,
      replaces,
    },
  };
}

/** The addresses in a text such as `Ann <ann@example.com>, bob@example.com`; null when one of them is none. */
export function addressesIn(text: string): string[] | null {
  if (/\p{Cc}/u.test(text)) return null;
  const found = addressparser(text, { flatten: true }).map(({ address }) => address);
  const isAddress = (address: string) => /^[^\s<>,;@"]+@[^\s<>,;@"]+$/.test(address);
  return found.length > 0 && found.every(isAddress) ? found : null;
}

function sayAddress(to: string): Problem {
  const say =
    "An e-mail goes to addresses such as Ann Field <ann@example.com>, with commas between; correct the action or the data it took it from.";
  return problem("BAD_ADDRESS", { line: null, field: "to", value: to }, say);
}
