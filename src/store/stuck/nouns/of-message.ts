import type { FoundStuck } from "../found-stuck.ts";

/** What a store has of any message that is stuck. */
export interface StuckMessageRow {
  readonly number: number;
  readonly file: number;
  readonly since: number;
  readonly name: string;
  readonly flow: string | null;
}

/** The columns of a message `m` and its file that every kind has. */
export const stuckMessageColumns =
  "m.id AS number, f.id AS file, coalesce(f.name, f.tail) AS name, j.flow";

/** Joins the file of a message `m`. Messages of a file that is not active, or awaits release, wait with their file. */
export const fileOfMessage = `
  JOIN files f ON f.id = m.file AND f.state = 'recorded' AND f.awaiting_release = 0
  LEFT JOIN envelope_keys j ON j.id = f.envelope_key`;

/** A message in words, but for its reason. */
export function describeMessage(row: StuckMessageRow): Omit<FoundStuck, "cause" | "reason"> {
  const { number, file, since, name } = row;
  return { number, item: `message ${number}`, file, message: number, since, name };
}
