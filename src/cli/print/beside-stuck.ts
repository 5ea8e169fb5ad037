import { clockBehind, sayClockBehind } from "../../core/event/clock-behind.ts";
import type { Brake } from "../../core/hold/brake.ts";
import { brakeWords } from "../../core/hold/brake.ts";
import type { DaemonLook } from "../../daemon/look-at-daemon.ts";
import type { ChannelStatus } from "../../intake/channel/channel-status.ts";
import { listJson } from "../channel/channel-lines.ts";
import { channelTroubles } from "../channel/channel-troubles.ts";
import { daemonJson, daemonLine } from "../daemon/daemon-lines.ts";
import { brakeJson, brakeLines } from "../stuck/hold-lines.ts";
import { isoTime, localTime } from "./local-time.ts";

/** What is looked at beside what is stuck. */
export interface BesideStuck {
  readonly brakes: readonly Brake[];
  readonly daemon: DaemonLook;
  /** When the last file or event was recorded, and what the clock shows. */
  readonly lastRecordedAt: number;
  readonly now: number;
}

/** What keeps work from being done though it is not stuck itself, for people: holds, the clock, the daemon, channels. */
export function besideLines({ brakes, daemon, lastRecordedAt, now }: BesideStuck): string[] {
  return [
    ...brakeLines(brakes),
    ...clockLines(lastRecordedAt, now, [""]),
    ...channelTroubles(daemon, now),
  ];
}

/** The same for programs, an object each; `kind` tells them from causes and items. */
export function besideJson({ brakes, daemon, lastRecordedAt, now }: BesideStuck): object[] {
  const behind = clockJson(lastRecordedAt, now);
  return [
    ...brakes.map((brake) => ({
      kind: "hold",
      ...brakeJson(brake),
      release: `busbar release ${brakeWords(brake)} --reason "..."`,
    })),
    ...(behind === null ? [] : [{ kind: "clock", ...behind }]),
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

/** The same for programs; null when it is not. */
export function clockJson(lastRecordedAt: number, now: number): object | null {
  const behindMs = clockBehind(lastRecordedAt, now);
  if (behindMs === null) return null;
  const problem = sayClockBehind(lastRecordedAt, behindMs, isoTime);
  return { behindMs, lastRecordedAt: isoTime(lastRecordedAt), problem };
}

function daemonTroubles(look: DaemonLook, now: number): object[] {
  const problem = daemonLine(look, now);
  if (look.is === "silent" || look.is === "died")
    return [{ kind: "daemon", ...daemonJson(look), problem }];
  if (look.is !== "running") return [];
  const { channels, outbound, replaced } = look.status;
  if (replaced) return [{ kind: "daemon", ...daemonJson(look), problem }];
  return [
    ...channels.filter(isTroubled).map(({ name, state, problem: why, server, troubled }) => ({
      kind: "channel",
      name,
      direction: "in",
      state,
      problem: why,
      retryAt: timeOf(server?.retryAt),
      troubled: listJson(troubled),
    })),
    ...outbound
      .filter(({ problem: why }) => why !== null)
      .map(({ name, state, problem: why, retryAt }) => ({
        kind: "channel",
        name,
        direction: "out",
        state,
        problem: why,
        retryAt: timeOf(retryAt),
      })),
  ];
}

function isTroubled({ problem, troubled }: ChannelStatus): boolean {
  return problem !== null || troubled.count > 0;
}

function timeOf(at: number | null = null): string | null {
  return at === null ? null : isoTime(at);
}
