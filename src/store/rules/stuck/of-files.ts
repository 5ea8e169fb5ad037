import { isHalfHourly } from "../../../core/file/half-hourly.ts";
import { causeOf } from "../../../core/stuck/cause.ts";
import type { StuckKind } from "../../../core/stuck/stuck-kinds.ts";
import { type FoundStuck, problemQuotes, problemReason, problemTitle } from "./found-stuck.ts";

/** What a store has of a file that is stuck. */
export interface StuckFileRow {
  readonly number: number;
  readonly since: number;
  readonly name: string;
  /** JSON. */
  readonly problems: string | null;
  readonly otherFile: number | null;
  readonly flow: string | null;
}

/** A file that is refused or awaits release: for its first error. */
export function stuckFile(kind: StuckKind, row: StuckFileRow): FoundStuck {
  return found(kind, row, problemTitle(row.problems, row.flow));
}

/** A file at odds with one that stands. */
export function conflictingFile(row: StuckFileRow): FoundStuck {
  return {
    ...found("conflict", row, `another file of ${row.flow ?? "its kind"} has its identifier`),
    reason: `File ${row.otherFile} is active with the same ${sharedBy(row.flow)} but other bytes.`,
  };
}

/** What two files in conflict share: references of half-hourly settlement are of all interfaces. */
function sharedBy(flow: string | null): string {
  return flow !== null && isHalfHourly(flow)
    ? "sender and senderUniqueReference, which is one message's, whatever its interface,"
    : "sender, flow and file identifier";
}

function found(
  kind: StuckKind,
  { number, since, name, problems }: StuckFileRow,
  title: string,
): FoundStuck {
  return {
    number,
    item: `file ${number}`,
    cause: causeOf(kind, title),
    file: number,
    message: null,
    since,
    name,
    reason: problemReason(problems),
    ...problemQuotes(problems),
  };
}
