import type { OutboundRecord } from "./outbound.ts";

/** What an outbound record may be: a file, an e-mail, or a webhook that tells what happened. */
export type OutboundKind = "file" | "email" | "webhook";

/** All of them. */
export const outboundKinds = ["file", "email", "webhook"] as const satisfies OutboundKind[];

/** What an outbound record is: files have an envelope, and the name of an e-mail is its Message-ID, in angle brackets. */
export function outboundKind({
  envelope,
  name,
}: Pick<OutboundRecord, "envelope" | "name">): OutboundKind {
  if (envelope !== null) return "file";
  return name.startsWith("<") ? "email" : "webhook";
}

/** What people call it within a sentence. */
export const outboundKindWords: Readonly<Record<OutboundKind, string>> = {
  file: "file",
  email: "e-mail",
  webhook: "webhook",
};
