import type { ShownOutbound, ShownSending } from "../../app/views/channel-view.ts";
import type { OutboundCount } from "../../core/outbound/outbound.ts";
import { countText as shownCount } from "../../core/text/capped-count.ts";
import { sentence } from "../../runtime/error-message.ts";
import { ago, localTime } from "../../runtime/local-time.ts";
import { oneLine, visible } from "../output.ts";

/** States of what has still to be settled, in words that follow a count. */
const waiting: Readonly<Partial<Record<OutboundCount["state"], string>>> = {
  ready: "to be delivered",
  uploaded: "half delivered",
  sending: "being sent",
  retrying: "tried again",
  behind: "waiting for others before them",
  "on-hold": "on hold",
  failed: "failed",
  unknown: "unknown",
};

/** A channel for people: a line about it, then what is there to tell. */
export function outboundLines({ name, channel, counts }: ShownOutbound): string[] {
  if (channel === null)
    return [
      `  ${visible(name)}: not in the configuration any more, ${countText(counts)}`,
      "    Configure a channel of that name again, or send its files again by another: busbar outbound resend ID",
    ];
  const { path, sending: now } = channel;
  const lines = [`  ${name}: ${now === null ? "" : stateText(now)}to ${visible(path)}`];
  const trouble = now === null ? null : troubleText(now);
  if (trouble !== null) lines.push(`    ${trouble}`);
  const text = countText(counts);
  return text === "" ? lines : [...lines, `    ${text}`];
}

/** What keeps a channel from working, and when or how it goes on; null when nothing does. */
export function troubleText({ name, problem, retryAt }: ShownSending): string | null {
  if (problem === null) return null;
  const poll = `busbar channel poll ${name}`;
  if (retryAt === null) return oneLine(problem);
  const again = `Tried again at ${localTime(retryAt)}, or now by \`${poll}\`.`;
  return `${sentence(oneLine(problem))} ${again}`;
}

function stateText({ state, deliveredAt }: ShownSending): string {
  const last = deliveredAt === null ? "" : `, last delivered ${ago(deliveredAt, Date.now())}`;
  return `${state}${last}, `;
}

function countText(counts: readonly OutboundCount[]): string {
  return Object.entries(waiting)
    .flatMap(([state, words]) => {
      const files = counts.find((count) => count.state === state)?.files ?? 0;
      return files === 0 ? [] : [`${shownCount(files)} ${words}`];
    })
    .join(", ");
}
