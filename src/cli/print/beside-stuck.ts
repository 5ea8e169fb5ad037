import type { BesideStuck } from "../../app/queries/beside-stuck.ts";
import { clockBehind, sayClockBehind } from "../../core/event/clock-behind.ts";
import { localTime } from "../../runtime/local-time.ts";
import { channelTroubles } from "../channel/channel-troubles.ts";
import { holdLines } from "../stuck/hold-lines.ts";

/** What keeps work from being done though it is not stuck itself, for people: holds, the clock, the daemon, channels. */
export function besideLines({ holds, daemon, lastRecordedAt, now }: BesideStuck): string[] {
  return [
    ...holdLines(holds),
    ...clockLines(lastRecordedAt, now, [""]),
    ...channelTroubles(daemon, now),
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
