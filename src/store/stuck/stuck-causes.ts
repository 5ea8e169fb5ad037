import type { Cause } from "../../core/stuck/cause.ts";
import type { StuckItem } from "../../core/stuck/stuck.ts";
import type { StuckKind } from "../../core/stuck/stuck-kind.ts";
import { isFailing } from "./stuck-kinds.ts";

/** Everything that is stuck for one cause. */
export interface StuckCause extends Cause {
  readonly kind: StuckKind;
  /** How many, those dismissed left out, and how many of those there are. */
  readonly count: number;
  readonly dismissed: number;
  /** Milliseconds since 1970: the oldest of them. */
  readonly since: number;
  /** When the first of them is retried automatically, in milliseconds since 1970; absent when none is. */
  readonly retryAt?: number;
  /** Of those that are assigned, to whom. */
  readonly assignees: readonly string[];
  readonly example: StuckItem;
}

type Group = { -readonly [Field in keyof StuckCause]: StuckCause[Field] } & {
  readonly assigned: Set<string>;
};

/**
 * Groups what is stuck by its cause, the largest group first; then what fails and is retried automatically,
 * apart from what is stuck for the same cause. Items are counted as they come, none is kept but an example
 * of each cause: one that is not dismissed, if there is any.
 */
export async function stuckCauses(
  items: AsyncIterable<StuckItem> | Iterable<StuckItem>,
): Promise<StuckCause[]> {
  const groups = new Map<string, Group>();
  for await (const item of items) {
    const name = `${item.cause.id} ${isFailing(item.kind) ? item.kind : ""}`;
    const group = groups.get(name) ?? newGroup(item);
    groups.set(name, group);
    group.since = Math.min(group.since, item.since);
    if (item.dismissed !== null) group.dismissed += 1;
    else {
      if (group.count === 0) group.example = item;
      group.count += 1;
    }
    const { retryAt } = item;
    if (retryAt !== undefined) group.retryAt = Math.min(group.retryAt ?? retryAt, retryAt);
    if (item.assignee !== null) group.assigned.add(item.assignee);
  }
  return causesInOrder(
    [...groups.values()].map(({ assigned, ...cause }) => ({
      ...cause,
      assignees: [...assigned].sort(),
    })),
  );
}

/** The largest first; then what fails and is retried automatically. */
export function causesInOrder(causes: readonly StuckCause[]): StuckCause[] {
  return causes.toSorted(
    (a, b) =>
      Number(isFailing(a.kind)) - Number(isFailing(b.kind)) ||
      b.count - a.count ||
      a.since - b.since,
  );
}

function newGroup(item: StuckItem): Group {
  const { kind, since, cause } = item;
  const assigned = new Set<string>();
  return { ...cause, kind, count: 0, dismissed: 0, since, assignees: [], example: item, assigned };
}
