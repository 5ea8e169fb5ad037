import type { DaemonLook } from "../../daemon/look-at-daemon.ts";
import { daemonLine } from "./daemon.ts";
import { oneLine } from "./visible.ts";

/**
 * What keeps files from being taken at all, beside what is stuck: a daemon that is silent or died, and
 * channels that it says are paused or in trouble. Nothing where all is well, or where nobody started one.
 */
export function channelTroubles(look: DaemonLook, now: number): string[] {
  if (look.is === "silent" || look.is === "died")
    return [daemonLine(look, now), "`busbar status` names the actions that it had begun.", ""];
  if (look.is !== "running") return [];
  const { channels, outbound } = look.status;
  const lines = [...channels, ...outbound].flatMap(({ name, state, problem }) =>
    problem === null ? [] : [`  ${name} is ${state}: ${oneLine(problem)}`],
  );
  return lines.length === 0 ? [] : ["Channels in trouble", ...lines, ""];
}
