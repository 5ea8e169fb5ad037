import type { OutboundChannel } from "../../../config/channel/outbound-channel.ts";
import type { Party } from "../../../core/file/envelope.ts";
import { RefusedError } from "../../../core/refusal/refused-error.ts";
import { advice } from "../../../core/stuck/remedy.ts";
import { seriesOf } from "../../../outbound/compose/compose-file.ts";
import { type OutgoingFlow, outgoingFlow } from "../../../outbound/compose/outgoing-flow.ts";
import type { ChangedBy } from "../../../store/port/events/revision-store.ts";
import { askedChannel } from "../../asked/asked-channel.ts";
import { askedRecipient } from "../../asked/asked-recipient.ts";
import { whoAndWhy } from "../../asked/who-asks.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";

/** Which numbers are moved on, and to where. */
export interface NumberOutboundInput {
  readonly channel: string;
  /** The number that the next file gets. */
  readonly next: number;
  /** Where the channel numbers the files of each flow for themselves. */
  readonly flow?: string;
  /** Where the channel numbers the files for each recipient for themselves; a text is taken as people type it. */
  readonly to?: Party | string;
}

/** A series of numbers that was moved on. */
export interface MovedNumbers {
  readonly series: string;
  /** The number that the next file would have got. */
  readonly before: number;
  readonly next: number;
}

/** Stands for a flow or a recipient that the numbers do not run on for. */
const anyFlow: OutgoingFlow = {
  flow: "",
  version: "",
  family: "user-file",
  groups: [],
  subjects: {},
  sequence: null,
};
const anybody: Party = { role: null, participant: null };

/** Moves the numbers of a channel's files on: the next file gets that number, and those before it are skipped. */
export async function numberOutbound(
  installation: OpenInstallation,
  input: NumberOutboundInput,
  by: ChangedBy,
): Promise<MovedNumbers> {
  const changedBy = whoAndWhy(by);
  const { config, store } = installation;
  const channel = askedChannel(config.outbound, input.channel);
  refuseOtherNumbering(channel, input);
  const flow =
    input.flow === undefined ? anyFlow : outgoingFlow(await installation.catalogue(), input.flow);
  if (flow === null)
    throw new RefusedError("invalid", `The catalogue has no flow ${input.flow}`, {
      remedy: advice("`{}` shows those there are", { remedy: "list", of: "flow" }),
    });
  const { to = anybody } = input;
  const party = typeof to === "string" ? await askedRecipient(store, to) : to;
  const series = seriesOf(channel, flow, party);
  const { next } = input;
  const before = ((await store.numbers.last(series)) || channel.firstNumber - 1) + 1;
  const isOn = next > before;
  const { moved } = isOn
    ? await store.numbers.move({ series, next, ...changedBy })
    : { moved: false };
  if (moved) return { series, before, next };
  throw new RefusedError(
    "conflict",
    `The next number there is ${before}, and numbers only go on: name a higher one than that`,
  );
}

function refuseOtherNumbering(
  { name, numbering }: OutboundChannel,
  { flow, to }: NumberOutboundInput,
): void {
  const isFor = (what: string, then: string) =>
    new RefusedError("invalid", `The numbers of ${name} run on for ${what}; ${then}`);
  if (numbering === "channel" && to !== undefined)
    throw isFor("the whole channel", "name no recipient");
  if (numbering !== "channel" && to === undefined)
    throw isFor("each recipient", "name one, such as X:SUPP");
  if (numbering !== "flow" && flow !== undefined) throw isFor("all flows together", "name no flow");
  if (numbering === "flow" && flow === undefined)
    throw isFor("each flow", "name one, such as D0155");
}
