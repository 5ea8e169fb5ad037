import { localTime } from "../../runtime/local-time.ts";

/** A row by its number, and when it was recorded, in milliseconds since 1970. */
export interface NumberedRow {
  readonly number: number;
  readonly recordedAt: number;
}

/** How the rows of a report are found by their numbers, which grow with the moments of recording. */
interface Rows {
  /** The newest row; null where there is none. */
  last(): Promise<NumberedRow | null>;
  /** The first row behind a number. */
  behind(number: number): Promise<NumberedRow | null>;
}

/** A report that is of fewer rows than was asked for. */
interface Cut {
  /** Rows behind this number are counted. */
  readonly after: number;
  /** What is to be said of it. */
  note(what: string): string;
}

/** Where a report of what was recorded since a moment is cut so that it takes at most so many rows; null where it need not be. */
export async function newestOnly(
  most: number | undefined,
  since: number,
  { last, behind }: Rows,
): Promise<Cut | null> {
  if (most === undefined) return null;
  const newest = await last();
  if (newest === null || newest.number <= most) return null;
  const first = await behind(newest.number - most);
  if (first === null || first.recordedAt <= since) return null;
  return {
    after: newest.number - most,
    note: (what) =>
      `Only the newest ${most.toLocaleString("en-GB")} ${what} are counted, those recorded since ${localTime(first.recordedAt)}; the command line below counts all`,
  };
}
