import { type Hold, type HoldScope, holdOn } from "../../core/hold/hold.ts";
import type { OutboundMessage, OutboundRecord } from "../../core/outbound/outbound.ts";
import { type Advice, advice } from "../../core/stuck/remedy.ts";
import { mailChannel } from "../../outbound/compose/compose-emails.ts";
import { planQueue } from "../../outbound/compose/queue-plan.ts";
import type { OpenInstallation } from "../installation/open-installation.ts";

/** How what a hold keeps is let go. */
export function releaseAdvice(hold: HoldScope): Advice {
  return advice("To let all that it holds go on: {}", { remedy: "release-hold", hold });
}

/** The hold that keeps a file or e-mail from leaving; null when none does, or it has left or ended. */
export function holdOnFile(
  holds: readonly Hold[],
  { state, channel, envelope }: Pick<OutboundRecord, "state" | "channel" | "envelope">,
): Hold | null {
  if (state !== "ready" && state !== "uploaded") return null;
  return holdOn(holds, { stage: "outbound", channel, type: envelope?.flow ?? null });
}

/**
 * Tells of messages that are in no file yet which hold keeps them. A message goes by the channel that
 * would be chosen for it now; one that none is there for is kept by no hold.
 */
export async function holdOnMessages(
  holds: readonly Hold[],
  session: OpenInstallation,
): Promise<(message: OutboundMessage) => Hold | null> {
  const onHold = holds.filter(({ stage }) => stage === "outbound");
  if (onHold.length === 0) return () => null;
  const { config } = session;
  const catalogue = await session.catalogue();
  return ({ state, flow, to, channel }) => {
    if (state !== "waiting") return null;
    if (flow === null) {
      const mail = mailChannel(config.mail, channel);
      return "problem" in mail ? null : holdOn(onHold, { stage: "outbound", channel: mail.name });
    }
    const plan = planQueue({ flow, to, channel }, config.outbound, catalogue);
    if (!plan.ok) return null;
    return holdOn(onHold, { stage: "outbound", channel: plan.channel.name, type: plan.flow.flow });
  };
}
