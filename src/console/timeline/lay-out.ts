/** A stretch of time in which nothing happened, drawn shorter than it was. */
export interface IdleStretch {
  readonly x: number;
  readonly width: number;
  /** How long it was, in milliseconds. */
  readonly ms: number;
}

/** Where moments lie from left to right. */
export interface Axis {
  readonly width: number;
  /** The place of a moment: exactly for those it was made of, between its neighbours for any other. */
  x(at: number): number;
  readonly idle: readonly IdleStretch[];
  readonly moments: readonly number[];
}

const margin = 24;
/** Room between two moments, at least and at most, in pixels. */
const leastGap = 28;
const mostGap = 96;
const idleWidth = 72;
/** A gap is idle time from so long on, and when it is that many times the usual gap. */
const idleFromMs = 3_600_000;
const idleTimes = 8;

/**
 * Lays moments out in their order: those close together stay far enough apart to be distinguished, and idle time is
 * drawn as a short stretch with its length, so that a week of waiting does not push everything out of sight.
 */
export function timeAxis(all: readonly number[]): Axis {
  const moments = [...new Set(all)].sort((a, b) => a - b);
  const gaps = moments.slice(1).map((at, index) => at - (moments[index] ?? at));
  const usual = median(gaps);
  const idle: IdleStretch[] = [];
  const places = new Map<number, number>();
  let x = margin;
  for (const [index, at] of moments.entries()) {
    const gap = index === 0 ? null : (gaps[index - 1] ?? 0);
    if (gap !== null) {
      if (gap >= idleFromMs && gap >= usual * idleTimes) {
        idle.push({ x, width: idleWidth, ms: gap });
        x += idleWidth;
      } else x += gapWidth(gap, usual);
    }
    places.set(at, x);
  }
  return { width: x + margin, x: (at) => between(moments, places, at), idle, moments };
}

function gapWidth(gap: number, usual: number): number {
  const share = usual === 0 ? 0 : Math.min(1, gap / (usual * 2));
  return leastGap + (mostGap - leastGap) * share;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function between(
  moments: readonly number[],
  places: ReadonlyMap<number, number>,
  at: number,
): number {
  const exact = places.get(at);
  if (exact !== undefined) return exact;
  const next = moments.findIndex((one) => one > at);
  const last = moments.at(-1);
  if (last === undefined) return margin;
  if (next < 0) return (places.get(last) ?? margin) + margin / 2;
  if (next === 0) return margin / 2;
  const before = moments[next - 1] ?? 0;
  const behind = moments[next] ?? 0;
  const from = places.get(before) ?? margin;
  const to = places.get(behind) ?? margin;
  return from + ((to - from) * (at - before)) / (behind - before);
}
