import type { Catalogue } from "../../catalogue/definition.ts";
import type { OutboundFiles } from "../../config/channel/outbound-channel.ts";
import { servingChannel } from "../../config/channel/serving-channel.ts";
import { partyText } from "../../core/file/party-text.ts";
import type { WaitingQueue } from "../../core/outbound/outbound.ts";
import { formatOf } from "../../formats/recognise.ts";
import { type OutgoingFlow, outgoingFlow } from "./outgoing-flow.ts";

/** How what waits in a queue is sent, or why it cannot be, in words that end with what to do. */
export type QueuePlan<Channel> =
  | { readonly ok: true; readonly channel: Channel; readonly flow: OutgoingFlow }
  | { readonly ok: false; readonly problem: string };

/** Decides by which channel and as which flow the messages of a queue are sent. */
export function planQueue<Channel extends OutboundFiles>(
  queue: Pick<WaitingQueue, "to" | "channel"> & { readonly flow: string },
  channels: readonly Channel[],
  catalogue: Catalogue,
): QueuePlan<Channel> {
  const flow = outgoingFlow(catalogue, queue.flow);
  if (flow === null)
    return refuse(
      `The catalogue has no flow ${queue.flow}, so nobody knows how to write it. Add its definition under "catalogues", or correct the action.`,
    );
  if (queue.channel !== null) {
    const channel = channels.find(({ name }) => name === queue.channel);
    if (channel !== undefined) return planFor(channel, flow);
    return refuse(
      `The action asks for the channel "${queue.channel}", which leads nowhere: add a channel of that name with "direction: out", or correct the action.`,
    );
  }
  const channel = servingChannel(channels, { flow: flow.flow, to: queue.to });
  if (channel !== null) return planFor(channel, flow);
  return refuse(
    `No channel serves ${flow.flow} to ${partyText(queue.to, "nobody in particular")}. Add one with "direction: out", or add the flow or recipient to one.`,
  );
}

function planFor<Channel extends OutboundFiles>(
  channel: Channel,
  flow: OutgoingFlow,
): QueuePlan<Channel> {
  const { saysSender, answers } = formatOf(flow);
  // An answer swaps the sender and the recipient of what it answers.
  const isSaid = channel.from !== null || answers?.flow === flow.flow;
  if (isSaid || !saysSender) return { ok: true, channel, flow };
  return refuse(
    `The header of ${flow.flow} says who sends it, and nothing says who we are. Set "participant: { role, id }", or "from" of channel "${channel.name}".`,
  );
}

function refuse(problem: string): { readonly ok: false; readonly problem: string } {
  return { ok: false, problem };
}
