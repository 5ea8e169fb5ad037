import type { NodemailerError } from "nodemailer/lib/errors";
import type SMTPConnection from "nodemailer/lib/smtp-connection";
import type { Email, EmailEnd, RefusedRecipient } from "./email.ts";
import type { EmailBody } from "./email-body.ts";
import { envelopeAddress, sayNoEnvelopeAddress } from "./envelope-address.ts";
import { errorOnOneLine } from "./error-on-one-line.ts";

/** The addresses of an e-mail in the form that a server takes, each with the one it came from. */
export interface Addressed {
  readonly from: string | null;
  readonly to: ReadonlyMap<string, string>;
  /** Recipients whose address has no such form. */
  readonly refused: readonly RefusedRecipient[];
}

/** The addresses of an e-mail as a server takes them. */
export function addressesFor(email: Email, utf8: boolean): Addressed {
  const to = new Map<string, string>();
  const refused: RefusedRecipient[] = [];
  for (const address of email.to) {
    const form = envelopeAddress(address, utf8);
    if (form === null)
      refused.push({ address, forGood: true, message: sayNoEnvelopeAddress(address) });
    else to.set(form, address);
  }
  return { from: envelopeAddress(email.from, utf8), to, refused };
}

/** The end of an e-mail without a sender or a recipient that the server could be given. */
export function unaddressed({ from, to }: Email, { refused }: Addressed): EmailEnd {
  const message = sayNoEnvelopeAddress(refused.length === to.length ? to.join(", ") : from);
  return { end: "refused", forGood: true, message, recipients: [] };
}

/** Whether the server said that it takes addresses outside ASCII. The library keeps that to itself. */
export function takesUtf8(connection: SMTPConnection): boolean {
  const extensions: unknown = Reflect.get(connection, "_supportedExtensions");
  return Array.isArray(extensions) && extensions.includes("SMTPUTF8");
}

/** Recipients that the server refused before the connection broke. The library tells them only with an answer to the e-mail. */
export function refusalsOf(connection: SMTPConnection): readonly NodemailerError[] {
  const envelope: unknown = Reflect.get(connection, "_envelope");
  if (typeof envelope !== "object" || envelope === null) return [];
  const errors: unknown = Reflect.get(envelope, "rejectedErrors");
  return Array.isArray(errors) ? (errors as readonly NodemailerError[]) : [];
}

interface SentInfo {
  readonly response: string;
  readonly rejectedErrors?: readonly NodemailerError[] | undefined;
}

/** The end of an e-mail that the server took. */
export function taken(info: SentInfo, addressed: Addressed): EmailEnd {
  const refused = refusedIn(info.rejectedErrors, addressed);
  return { end: "taken", response: info.response, refused };
}

function refusedIn(
  errors: readonly NodemailerError[] | undefined,
  { to, refused }: Addressed,
): RefusedRecipient[] {
  const answers = (errors ?? []).map((error) => ({
    address: to.get(error.recipient ?? "") ?? error.recipient ?? "",
    forGood: (error.responseCode ?? 0) >= 500,
    message: errorOnOneLine(error.response ?? error.message),
  }));
  return [...refused, ...answers];
}

/** The end of an e-mail by the error it ended with. */
export function endOf(
  error: NodemailerError,
  body: EmailBody,
  addressed: Addressed,
  answered: readonly NodemailerError[],
): EmailEnd {
  const message = errorOnOneLine(error);
  if (body.withdrawn) return { end: "withdrawn" };
  const { responseCode } = error;
  // 421 is the server taking its leave, not its answer to the e-mail.
  if (responseCode !== undefined && responseCode !== 421) {
    const byRecipient = error.rejectedErrors !== undefined && !body.begun;
    const recipients = byRecipient ? refusedIn(error.rejectedErrors, addressed) : [];
    return { end: "refused", forGood: responseCode >= 500, message, recipients };
  }
  if (!body.whole) return { end: "lost", message };
  return { end: "doubtful", message, recipients: refusedIn(answered, addressed) };
}
