import type { EventRecord } from "./event.ts";

/**
 * Numbers of the events that came late: one recorded before them folds after them. Of the events of a
 * process, in folding order.
 */
export function lateEvents(ordered: readonly Pick<EventRecord, "seq">[]): ReadonlySet<number> {
  const late = new Set<number>();
  let oldestAfter = Number.POSITIVE_INFINITY;
  for (let place = ordered.length - 1; place >= 0; place -= 1) {
    const seq = ordered[place]?.seq ?? 0;
    if (seq > oldestAfter) late.add(seq);
    oldestAfter = Math.min(oldestAfter, seq);
  }
  return late;
}

/** Numbers of the events before which one folds that was recorded after them. */
export function overtakenEvents(ordered: readonly Pick<EventRecord, "seq">[]): ReadonlySet<number> {
  const overtaken = new Set<number>();
  let newestBefore = 0;
  for (const { seq } of ordered) {
    if (seq < newestBefore) overtaken.add(seq);
    newestBefore = Math.max(newestBefore, seq);
  }
  return overtaken;
}
