import type { Party } from "../../core/file/envelope.ts";
import type { OutboundFiles } from "./outbound-channel.ts";

/** What a channel is looked for: a flow without its version, and who gets it. */
export interface Consignment {
  readonly flow: string;
  readonly to: Party;
}

/** What of a channel says whom it serves. */
export type Serving = Pick<OutboundFiles, "name" | "flows" | "recipients">;

/** The channel that serves a flow and recipient, the most specific one; null when none does. */
export function servingChannel<Channel extends Serving>(
  channels: readonly Channel[],
  consignment: Consignment,
): Channel | null {
  let best: Channel | null = null;
  for (const channel of channels)
    if (serves(channel, consignment) && (best === null || rank(channel) > rank(best)))
      best = channel;
  return best;
}

function serves({ flows, recipients }: Serving, { flow, to }: Consignment): boolean {
  if (flows !== null && !flows.includes(flow)) return false;
  if (recipients === null) return true;
  const participant = to.participant ?? "";
  return recipients.includes(participant) || recipients.includes(`${to.role ?? ""}:${participant}`);
}

/** A named recipient is more specific than a named flow, and that than none. */
function rank({ flows, recipients }: Serving): number {
  return (recipients === null ? 0 : 2) + (flows === null ? 0 : 1);
}

/** What two channels serve alike, in words; null when there is nothing they would both be chosen for. */
export function sharedService(a: Serving, b: Serving): string | null {
  if (rank(a) !== rank(b)) return null;
  const flows = common(a.flows, b.flows, (one, other) => one === other);
  const recipients = common(a.recipients, b.recipients, sameRecipient);
  if (flows === null || recipients === null) return null;
  return `${flows === "" ? "every flow" : flows} to ${recipients === "" ? "everybody" : recipients}`;
}

/** The first that is in both; empty when both are everything; null when there is none. */
function common(
  a: readonly string[] | null,
  b: readonly string[] | null,
  same: (one: string, other: string) => boolean,
): string | null {
  if (a === null || b === null) return "";
  return a.find((one) => b.some((other) => same(one, other))) ?? null;
}

/** `UDMS` is that participant in any role. */
function sameRecipient(one: string, other: string): boolean {
  if (one.includes(":") && other.includes(":")) return one === other;
  return one.split(":").at(-1) === other.split(":").at(-1);
}
