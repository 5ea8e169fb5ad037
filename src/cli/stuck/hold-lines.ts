import { type Brake, brakeWords } from "../../core/hold/brake.ts";
import { localTime } from "../print/local-time.ts";
import { visible } from "../print/visible.ts";

/** Brakes that are on, with how to take each off; nothing at all when there are none. */
export function brakeLines(brakes: readonly Brake[]): string[] {
  if (brakes.length === 0) return [];
  const lines = brakes.flatMap((brake) => [
    `  ${brakeWords(brake)}, by ${visible(brake.actor)} since ${localTime(brake.since)}: ${visible(brake.reason)}`,
    `    busbar release ${brakeWords(brake)} --reason "..."`,
  ]);
  return ["On hold", ...lines, ""];
}

/** Why something waits that a brake covers, in a line. */
export function keptText(brake: Brake): string {
  const { actor, reason } = brake;
  return `kept by the hold "${brakeWords(brake)}" of ${visible(actor)}: ${visible(reason)}`;
}

/** How what a brake keeps is let go. */
export function letGoText(brake: Brake): string {
  return `To let all that it holds go on: busbar release ${brakeWords(brake)} --reason "..."`;
}
