import type { Party } from "../../core/file/envelope.ts";
import { seriesOf } from "../../outbound/compose/compose-file.ts";
import { type OutgoingFlow, outgoingFlow } from "../../outbound/compose/outgoing-flow.ts";
import { channelNamed } from "../channel/channels.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import { visible } from "../print/visible.ts";
import { withStore } from "../session.ts";
import { type DecisionOptions, decisionOf } from "./decision.ts";

/** `busbar outbound number`. */
export interface OutboundNumberOptions extends JsonOption, DecisionOptions {
  readonly from: number;
  readonly flow?: string;
  /** `ROLE:PARTICIPANT`. */
  readonly to?: string;
}

/** Stands for a flow or a recipient that the numbers do not run on for. */
const anyFlow: OutgoingFlow = {
  flow: "",
  version: "",
  family: "user-file",
  groups: [],
  subjects: {},
};
const anybody: Party = { role: null, participant: null };

/** `busbar outbound number CHANNEL --from N`: the next file gets that number, and those before it are skipped. */
export function outboundNumber(
  context: CommandContext,
  name: string,
  options: OutboundNumberOptions,
): Promise<ExitCode> {
  const { actor, reason } = decisionOf(options);
  return withStore(context, async (session) => {
    const { config, store } = session;
    const channel = channelNamed(config.outbound, name);
    const { numbering } = channel;
    if (numbering === "channel" && options.to !== undefined)
      throw usage(`the numbers of ${name} run on for the whole channel; leave out --to`);
    if (numbering !== "channel" && options.to === undefined)
      throw usage(`the numbers of ${name} run on for each recipient; name one: --to X:SUPP`);
    if (numbering !== "flow" && options.flow !== undefined)
      throw usage(`the numbers of ${name} run on for all flows together; leave out --flow`);
    if (numbering === "flow" && options.flow === undefined)
      throw usage(`the numbers of ${name} run on for each flow; name one: --flow D0155`);
    const flow =
      options.flow === undefined ? anyFlow : outgoingFlow(await session.catalogue(), options.flow);
    if (flow === null) throw usage(`the catalogue has no flow ${visible(options.flow ?? "")}`);
    const to = options.to === undefined ? anybody : partyNamed(options.to);
    const series = seriesOf(channel, flow, to);
    const next = ((await store.numbers.last(series)) || channel.firstNumber - 1) + 1;
    const isOn = options.from > next;
    const { moved } = isOn
      ? await store.numbers.move({ series, next: options.from, actor, reason })
      : { moved: false };
    if (!moved)
      throw new CommandFailure(
        `the next number there is ${next}, and numbers only go on: name a higher one than that`,
      );
    if (options.json) await context.output.json({ series, before: next, next: options.from });
    else
      await context.output.line(
        `${visible(series)}: the next number is ${options.from}; it was ${next}.`,
      );
    return exitCode.good;
  });
}

function partyNamed(text: string): Party {
  const [role, participant, ...more] = text.split(":");
  if (role === undefined || participant === undefined || more.length > 0)
    throw usage(
      `${visible(text)} is no recipient; name the role and the participant, such as X:SUPP, or :SUPP where it has no role (\`busbar outbound list\` shows both)`,
    );
  return { role: role || null, participant: participant || null };
}

function usage(text: string): CommandFailure {
  return new CommandFailure(text, exitCode.usage);
}
