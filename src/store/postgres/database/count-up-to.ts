import type { CountLimit } from "../../../core/text/capped-count.ts";

/** The value of `@upTo` in statements that count. */
export interface UpTo {
  readonly upTo: number | null;
}

/** SQL: how many rows there are of what is given as FROM, at most `@upTo` of them. */
export function countUpTo(from: string): string {
  return `SELECT count(*) FROM (SELECT 1 FROM ${from} LIMIT @upTo) AS counted`;
}

/** How many rows a count looks at: one more than it may say, so that it shows when there are more. */
export function rowsUpTo({ upTo }: CountLimit): UpTo {
  return { upTo: upTo === undefined ? null : upTo + 1 };
}
