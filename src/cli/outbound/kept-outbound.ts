import { type Brake, brakeOn } from "../../core/hold/brake.ts";
import type { OutboundRecord, OutboxRecord } from "../../core/outbound/journal.ts";
import { mailChannel } from "../../outbound/compose/compose-letters.ts";
import { planLane } from "../../outbound/compose/lane-plan.ts";
import type { Session } from "../session.ts";

/** The brake that keeps a file or e-mail from leaving; null when none does, or it has left or ended. */
export function brakeOnFile(
  brakes: readonly Brake[],
  { state, channel, envelope }: Pick<OutboundRecord, "state" | "channel" | "envelope">,
): Brake | null {
  if (state !== "ready" && state !== "uploaded") return null;
  return brakeOn(brakes, { stage: "outbound", channel, type: envelope?.flow ?? null });
}

/**
 * Tells of messages that are in no file yet which brake keeps them. A message goes by the channel that
 * would be chosen for it now; one that none is there for is kept by no brake.
 */
export async function brakeOnMessages(
  brakes: readonly Brake[],
  session: Session,
): Promise<(message: OutboxRecord) => Brake | null> {
  const held = brakes.filter(({ stage }) => stage === "outbound");
  if (held.length === 0) return () => null;
  const { config } = session;
  const catalogue = await session.catalogue();
  return ({ state, flow, to, channel }) => {
    if (state !== "waiting") return null;
    if (flow === null) {
      const mail = mailChannel(config.mail, channel);
      return "problem" in mail ? null : brakeOn(held, { stage: "outbound", channel: mail.name });
    }
    const plan = planLane({ flow, to, channel }, config.outbound, catalogue);
    if (!plan.ok) return null;
    return brakeOn(held, { stage: "outbound", channel: plan.channel.name, type: plan.flow.flow });
  };
}
