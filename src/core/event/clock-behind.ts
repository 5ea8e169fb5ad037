import { durationText } from "../text/duration-text.ts";

/** A clock that is nearer to the last recorded moment than this counts as right: clocks are set by a little all the time. */
const toleratedMs = 60_000;

/** By how much a clock shows an earlier moment than one that was recorded already, in milliseconds; null when it does not. */
export function clockBehind(lastRecordedAt: number, now: number): number | null {
  const behindMs = lastRecordedAt - now;
  return behindMs > toleratedMs ? behindMs : null;
}

/** What that is, and what to do, in words. `moment` writes a moment for people. */
export function sayClockBehind(
  lastRecordedAt: number,
  behindMs: number,
  moment: (at: number) => string,
): string {
  return `The clock is ${durationText(behindMs)} behind the last recorded moment, ${moment(lastRecordedAt)}: it was ahead then, or is wrong now. Set it right if it is wrong (\`timedatectl\` tells); nothing waits for that moment. See docs/guides/clock.md.`;
}
