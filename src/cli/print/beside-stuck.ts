import type { DaemonLook } from "../../app/heartbeat/look-at-daemon.ts";
import { viewStatusList } from "../../app/views/channel-view.ts";
import { viewClock, viewDaemon } from "../../app/views/daemon-view.ts";
import { viewHold } from "../../app/views/hold-view.ts";
import { viewRemedy } from "../../app/views/remedy-view.ts";
import type { BesideStuckView } from "../../app/views/stuck-view.ts";
import { clockBehind, sayClockBehind } from "../../core/event/clock-behind.ts";
import type { Hold } from "../../core/hold/hold.ts";
import { utcTimeOrNull } from "../../core/text/utc-time.ts";
import type { ChannelStatus } from "../../intake/channel/channel-status.ts";
import { channelTroubles } from "../channel/channel-troubles.ts";
import { daemonLine } from "../daemon/daemon-lines.ts";
import { holdLines } from "../stuck/hold-lines.ts";
import { localTime } from "./local-time.ts";

/** What is looked at beside what is stuck. */
export interface BesideStuck {
  readonly holds: readonly Hold[];
  readonly daemon: DaemonLook;
  /** When the last file or event was recorded, and what the clock shows. */
  readonly lastRecordedAt: number;
  readonly now: number;
}

/** What keeps work from being done though it is not stuck itself, for people: holds, the clock, the daemon, channels. */
export function besideLines({ holds, daemon, lastRecordedAt, now }: BesideStuck): string[] {
  return [
    ...holdLines(holds),
    ...clockLines(lastRecordedAt, now, [""]),
    ...channelTroubles(daemon, now),
  ];
}

/** What else keeps work from going on, for programs, an object each; `kind` tells them from causes and items. */
export function besideJson({ holds, daemon, lastRecordedAt, now }: BesideStuck): BesideStuckView[] {
  const behind = viewClock(lastRecordedAt, now);
  return [
    ...holds.map((hold) => ({
      kind: "hold" as const,
      ...viewHold(hold),
      remedy: viewRemedy({ remedy: "release-hold", hold }),
    })),
    ...(behind === null ? [] : [{ kind: "clock" as const, ...behind }]),
    ...daemonTroubles(daemon, now),
  ];
}

/** That the clock is behind what was recorded, for people; nothing when it is not. */
export function clockLines(
  lastRecordedAt: number,
  now: number,
  after: readonly string[] = [],
): string[] {
  const behindMs = clockBehind(lastRecordedAt, now);
  return behindMs === null ? [] : [sayClockBehind(lastRecordedAt, behindMs, localTime), ...after];
}

function daemonTroubles(look: DaemonLook, now: number): BesideStuckView[] {
  const problem = daemonLine(look, now);
  if (look.is === "silent" || look.is === "died")
    return [{ kind: "daemon" as const, ...viewDaemon(look), problem }];
  if (look.is !== "running") return [];
  const { channels, outbound, replaced } = look.status;
  if (replaced) return [{ kind: "daemon" as const, ...viewDaemon(look), problem }];
  return [
    ...channels.filter(isTroubled).map(({ name, state, problem: why, server, troubled }) => ({
      kind: "channel" as const,
      name,
      direction: "in" as const,
      state,
      problem: why,
      retryAt: utcTimeOrNull(server?.retryAt),
      troubled: viewStatusList(troubled),
    })),
    ...outbound
      .filter(({ problem: why }) => why !== null)
      .map(({ name, state, problem: why, retryAt }) => ({
        kind: "channel" as const,
        name,
        direction: "out" as const,
        state,
        problem: why,
        retryAt: utcTimeOrNull(retryAt),
      })),
  ];
}

function isTroubled({ problem, troubled }: ChannelStatus): boolean {
  return problem !== null || troubled.count > 0;
}
