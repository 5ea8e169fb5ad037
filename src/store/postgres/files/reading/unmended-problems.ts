import { hasError, type Problem } from "../../../../core/file/problem.ts";
import { fileFirst, problemsFrom } from "../../../rules/files/prepared-file.ts";
import type { Connection } from "../../database/connection.ts";
import { filterInTurn } from "../../database/in-turn.ts";

/** What the events say that the message at a line, or the last before it, became. */
const selectEventsAt = `
  SELECT m.line, coalesce(r.data, e.data, m.data) AS data
  FROM messages m JOIN events e ON e.message = m.id
  LEFT JOIN amendments a ON a.event = e.seq LEFT JOIN revisions r ON r.id = a.revision
  WHERE m.id = (SELECT id FROM messages WHERE file = ? AND line <= ? ORDER BY line DESC LIMIT 1)`;

/** A file's problems, as they are stored, before and after another reading. */
interface BothProblems {
  readonly before: string | null;
  readonly now: string | null;
}

/** The data of the messages of the other reading. */
interface ReadData {
  dataAt(file: number, line: number): Promise<string | null>;
}

/** Warnings of a file that another reading does not have, while its events still say what they warn of. */
export interface UnmendedProblems {
  /** The problems of the reading, and beside them those that only a restate of the events will correct. */
  beside(file: number, problems: BothProblems, messages: ReadData): Promise<string | null>;
}

/** Prepares the statement. */
export function unmendedProblems({ db }: Connection): UnmendedProblems {
  const eventsAt = db.prepare<[number, number], { line: number; data: string }>(selectEventsAt);

  async function readsOtherwise(file: number, line: number, messages: ReadData): Promise<boolean> {
    const events = await eventsAt.all(file, line);
    const [first] = events;
    if (first === undefined) return false;
    const now = await messages.dataAt(file, first.line);
    return events.every(({ data }) => data !== now);
  }

  return {
    async beside(file, { before, now }, messages) {
      const found = problemsFrom(now);
      const known = new Set(found.map((one) => JSON.stringify(one)));
      const left = await filterInTurn(
        readable(before),
        async (one) =>
          one.line !== null &&
          !hasError([one]) &&
          !known.has(JSON.stringify(one)) &&
          (await readsOtherwise(file, one.line, messages)),
      );
      return left.length === 0 ? now : JSON.stringify(fileFirst([...found, ...left]));
    },
  };
}

/** Problems as they were stored; none when their text is damaged, which the new reading replaces. */
function readable(text: string | null): Problem[] {
  try {
    return problemsFrom(text);
  } catch {
    return [];
  }
}
