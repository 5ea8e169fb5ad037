import type { Catalogue } from "../../catalogue/definition.ts";
import type { FileEffect } from "../../core/define/effect.ts";
import type { GroupData } from "../../core/file/document.ts";
import { type FilesChannel, seriesOf, tryFile } from "./compose-file.ts";
import { outgoingFlow } from "./outgoing-flow.ts";
import { planQueue } from "./queue-plan.ts";

/**
 * Says in a sentence why a message cannot be written in a file of its flow, by writing one that goes
 * nowhere; null when it can. Where no channel serves it yet, that is found when it is composed.
 */
export function trialWriting(
  catalogue: Catalogue,
  channels: readonly FilesChannel[],
  now: () => number,
): (message: FileEffect) => string | null {
  return ({ flow, to, channel = null, data, group }) => {
    if (outgoingFlow(catalogue, flow) === null)
      return `the catalogue has no flow ${flow}. Add its definition under "catalogues", or correct the action.`;
    const plan = planQueue({ flow, to, channel }, channels, catalogue);
    if (!plan.ok) return null;
    const written = tryFile(
      {
        queue: 0,
        channel: plan.channel,
        flow: plan.flow,
        to,
        messages: [{ id: 0, group, data: data as GroupData }],
        given: { series: seriesOf(plan.channel, plan.flow, to), number: 1 },
        replaces: null,
        at: now(),
      },
      catalogue,
    );
    if (written.ok) return null;
    const [first, ...others] = written.problems;
    const more = others.length === 0 ? "" : ` (and ${others.length} more)`;
    return `the message cannot be written as ${flow}: ${first?.message ?? "unknown error"}${more}`;
  };
}
