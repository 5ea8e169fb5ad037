import { readSecret, type SecretSource } from "../../config/secret-source.ts";
import { type HttpEnd, sendHttp } from "./http-request.ts";
import { webhookHeaders, webhookSecret, webhookSecretForm } from "./sign-webhook.ts";

/** Where webhooks go, and what they are signed with. */
export interface WebhookTarget {
  readonly url: string;
  /** It may lie in a private network. */
  readonly private: boolean;
  /** Each signs, so that one can follow another; none: they are not signed. */
  readonly secrets: readonly SecretSource[];
  /** How long to wait for an answer, in milliseconds. */
  readonly answerMs: number;
}

/** One message to a webhook. */
export interface WebhookMessage {
  /** Stays as it is when the message is sent again. */
  readonly id: string;
  readonly contentType: string;
  readonly body: string;
  /** When it is sent, in milliseconds since 1970. */
  readonly at: number;
}

/**
 * What became of it. `taken`: whoever it is has it. `gone`: wants no more. `later`: try again, after so many
 * milliseconds at least where the answer asked for that. `unsigned`: nothing was sent, for a secret cannot be used.
 */
export type WebhookEnd =
  | { readonly end: "taken"; readonly reason: string }
  | { readonly end: "gone" | "unsigned"; readonly reason: string }
  | { readonly end: "later"; readonly reason: string; readonly afterMs: number | null };

/** The bytes of the secrets that webhooks to somebody are signed with, or why one cannot be used, as a sentence. */
export function webhookKeys(
  secrets: readonly SecretSource[],
): { readonly keys: readonly Buffer[] } | { readonly problem: string } {
  const keys: Buffer[] = [];
  for (const secret of secrets) {
    const read = readSecret(secret);
    if (!read.ok) return { problem: `its secret cannot be read: ${read.why}` };
    const key = webhookSecret(read.bytes.toString("utf8"));
    if (key === null) return { problem: `its secret is not of the form ${webhookSecretForm}` };
    keys.push(key);
  }
  return { keys };
}

/** Sends one message to a webhook, signed. Nothing is thrown: nobody's server is trusted to answer. */
export async function sendWebhook(
  { url, private: allowsPrivate, secrets, answerMs }: WebhookTarget,
  { id, contentType, body, at }: WebhookMessage,
  signal?: AbortSignal,
): Promise<WebhookEnd> {
  const read = webhookKeys(secrets);
  if ("problem" in read) return { end: "unsigned", reason: read.problem };
  const headers = { "content-type": contentType, ...webhookHeaders({ id, body, at }, read.keys) };
  const wanted = {
    url,
    method: "POST",
    headers,
    body,
    allowsPrivate,
    timeoutMs: answerMs,
  } as const;
  return endOf(await sendHttp({ ...wanted, signal }));
}

function endOf(answer: HttpEnd): WebhookEnd {
  if (answer.end === "unreachable") return { end: "later", reason: answer.message, afterMs: null };
  const { status, retryAfterMs: afterMs } = answer;
  if (status >= 200 && status < 300) return { end: "taken", reason: `HTTP ${status}` };
  if (status === 410) return { end: "gone", reason: "HTTP 410: there is no such webhook any more" };
  const elsewhere = ": it leads elsewhere, and is not followed; correct the address";
  const isElsewhere = status >= 300 && status < 400;
  return { end: "later", reason: `HTTP ${status}${isElsewhere ? elsewhere : ""}`, afterMs };
}
