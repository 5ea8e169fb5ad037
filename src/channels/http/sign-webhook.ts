import { createHmac } from "node:crypto";

/** How long a secret may be, in bytes, as the specification has it. */
const secretBytes = { least: 24, most: 64 } as const;

/** What a secret looks like: its bytes in base64 behind a prefix. */
export const webhookSecretForm = "whsec_ and 24 to 64 bytes in base64";

/** The bytes of a secret such as `whsec_MfKQ…`; null when it is none. */
export function webhookSecret(text: string): Buffer | null {
  const [, digits] = /^(?:whsec_)?([A-Za-z0-9+/]+={0,2})$/.exec(text.trim()) ?? [];
  if (digits === undefined) return null;
  const bytes = Buffer.from(digits, "base64");
  const { least, most } = secretBytes;
  return bytes.length >= least && bytes.length <= most ? bytes : null;
}

/**
 * The headers by which whoever gets a message knows that it is ours, whole and new: those of Standard Webhooks,
 * https://www.standardwebhooks.com. `id` stays the same when the message is sent again; `at` is the moment of
 * sending, in milliseconds since 1970. With several secrets each signs it, so that one can follow another.
 */
export function webhookHeaders(
  { id, body, at }: { readonly id: string; readonly body: string; readonly at: number },
  secrets: readonly Buffer[],
): Record<string, string> {
  const seconds = Math.floor(at / 1_000);
  const signatures = secrets.map((secret) => {
    const digest = createHmac("sha256", secret).update(`${id}.${seconds}.${body}`).digest("base64");
    return `v1,${digest}`;
  });
  return {
    "webhook-id": id,
    "webhook-timestamp": String(seconds),
    ...(signatures.length > 0 && { "webhook-signature": signatures.join(" ") }),
  };
}

/** How long after each attempt that failed the next one comes, in milliseconds: the schedule of Standard Webhooks. */
const waits = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400].map(
  (seconds) => seconds * 1_000,
);

/** So often a webhook is sent before it needs a person. */
export const webhookAttempts = waits.length + 1;

/** How long to wait after so many attempts that failed; null when that was the last. */
export function webhookWait(attempts: number): number | null {
  return waits[attempts - 1] ?? null;
}
