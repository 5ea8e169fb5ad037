import type { StuckItem } from "../../../core/stuck/stuck.ts";
import type { StuckCause } from "../../stuck/stuck-causes.ts";

/** A row of the groups of a source. */
export interface CauseGroup {
  readonly same: string | number | null;
  readonly count: number;
  readonly number: number;
  readonly since: number;
  readonly retryAt: number | null;
}

/** A cause while its groups are gathered. */
export type CauseDraft = { -readonly [Field in keyof StuckCause]: StuckCause[Field] } & {
  /** How many of its items are assigned one by one. */
  assigned: number;
};

/** Adds a group to the cause that it is of. */
export function joinGroup(known: CauseDraft, { count, since, retryAt }: CauseGroup): void {
  known.count += count;
  known.since = Math.min(known.since, since);
  if (retryAt !== null) known.retryAt = Math.min(known.retryAt ?? retryAt, retryAt);
}

/** A cause that begins with a group, and one of its items. */
export function beginCause(example: StuckItem, { count, since, retryAt }: CauseGroup): CauseDraft {
  const { cause, kind } = example;
  const retry = retryAt === null ? {} : { retryAt };
  return {
    ...cause,
    kind,
    count,
    dismissed: 0,
    since,
    ...retry,
    assignees: [],
    example,
    assigned: 0,
  };
}

/** What distinguishes a group: a message may be stuck for several causes, under one number. */
export function groupName({ number, same }: Pick<CauseGroup, "number" | "same">): string {
  return JSON.stringify([number, same]);
}
