import { type Hold, type HoldScope, holdWords } from "../../core/hold/hold.ts";
import { localTime } from "../../runtime/local-time.ts";
import { visible } from "../output.ts";

/** Holds that are on, with how to take each off; nothing at all when there are none. */
export function holdLines(holds: readonly Hold[]): string[] {
  if (holds.length === 0) return [];
  const lines = holds.flatMap((hold) => [
    `  ${holdWords(hold)}, by ${visible(hold.actor)} since ${localTime(hold.since)}: ${visible(hold.reason)}`,
    `    busbar release ${holdWords(hold)} --reason "..."`,
  ]);
  return ["On hold", ...lines, ""];
}

/** Why something waits that a hold covers, in a line. */
export function keptText(hold: HoldScope & Pick<Hold, "actor" | "reason">): string {
  const { actor, reason } = hold;
  return `kept by the hold "${holdWords(hold)}" of ${visible(actor)}: ${visible(reason)}`;
}
