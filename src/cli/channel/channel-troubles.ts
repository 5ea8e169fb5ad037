import type { DaemonLook } from "../../app/heartbeat/look-at-daemon.ts";
import type { ChannelStatus } from "../../intake/channel/channel-status.ts";
import { counted } from "../../runtime/counted.ts";
import { daemonLine } from "../daemon/daemon-lines.ts";
import { oneLine, visible } from "../output.ts";

/**
 * What keeps files from being taken at all, beside what is stuck: a daemon that is silent or died, and
 * channels that it says are waiting or in trouble. Nothing where all is well, or where nobody started one.
 */
export function channelTroubles(look: DaemonLook, now: number): string[] {
  if (look.is === "silent" || look.is === "died")
    return [daemonLine(look, now), "`busbar status` names the actions that were in flight.", ""];
  if (look.is !== "running") return [];
  const { channels, outbound, replaced } = look.status;
  if (replaced) return [daemonLine(look, now), ""];
  const lines = [
    ...[...channels, ...outbound].flatMap(({ name, state, problem }) =>
      problem === null
        ? []
        : [`  ${state === "on-hold" ? name : `${name} is ${state}`}: ${oneLine(problem)}`],
    ),
    ...channels.flatMap(troubledFiles),
  ];
  return lines.length === 0 ? [] : ["Channels in trouble", ...lines, ""];
}

/** At most so many are named here; `busbar channel show` names more. */
const shownFiles = 3;

/** Files that a channel cannot take or finish for now. */
export function troubledFiles({
  name,
  troubled,
}: Pick<ChannelStatus, "name" | "troubled">): string[] {
  const { count, entries } = troubled;
  if (count === 0) return [];
  const shown = entries.slice(0, shownFiles);
  return [
    `  ${name} cannot finish ${counted(count, "file")} for now, and tries again:`,
    ...shown.map((entry) => `    ${visible(entry.name)}: ${oneLine(entry.reason)}`),
    ...(count > shown.length
      ? [`    and ${count - shown.length} more: busbar channel show ${name}`]
      : []),
  ];
}
