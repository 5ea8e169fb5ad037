import type { Problem } from "../../../core/problem.ts";
import type { Connection } from "../connection.ts";
import { problemsFrom } from "../prepared-file.ts";

/** The held messages of a file that are dismissed: the newest word on that says so. */
export const selectDismissedOf = `
  SELECT m.id AS number, m.problems, n.cause
  FROM messages m CROSS JOIN stuck_notes n ON n.id = (
    SELECT max(x.id) FROM stuck_notes x
    WHERE x.kind = 'held' AND x.number = m.id AND x.verb IN ('dismiss', 'restore'))
  WHERE m.file = ? AND m.held = 1 AND n.verb = 'dismiss'`;

/** A held message that a person dismissed, for the problems that it had then. */
interface Dismissed {
  readonly number: number;
  readonly problems: string | null;
  readonly cause: string;
}

/** Dismissals of held messages, which end when the message has other problems. Within a write only. */
export interface DismissedMessages {
  /** To be asked before messages of a file are replaced. */
  of(file: number): readonly Dismissed[];
  /** To be called after, with those: notes which are dismissed no longer, and why. */
  restoreChanged(were: readonly Dismissed[]): void;
}

/** Prepares the statements. */
export function dismissedMessages(connection: Connection): DismissedMessages {
  const { db } = connection;
  const select = db.prepare<[number], Dismissed>(selectDismissedOf);
  const messageNow = db.prepare<[number], { held: 0 | 1; problems: string | null }>(
    "SELECT held, problems FROM messages WHERE id = ?",
  );
  const restore = db.prepare<[string, number, string, number]>(
    `INSERT INTO stuck_notes (verb, cause, kind, number, text, actor, at)
     VALUES ('restore', ?, 'held', ?, ?, 'busbar', ?)`,
  );

  function whyRestored({ number, problems }: Dismissed): string | null {
    const now = messageNow.get(number);
    if (now === undefined) return "its file was read again, and it is not there any more";
    if (now.held === 0) return "its file was read again, and it is held no longer";
    if (errorsIn(now.problems) === errorsIn(problems)) return null;
    return "its file was read again, and it is held for other problems";
  }

  return {
    of: (file) => select.all(file),
    restoreChanged(were) {
      for (const message of were) {
        const why = whyRestored(message);
        if (why !== null) restore.run(message.cause, message.number, why, connection.now());
      }
    },
  };
}

/** What keeps a message from being let through, without the words it is told in. */
function errorsIn(problems: string | null): string {
  const errors = problemsFrom(problems).filter(({ severity }) => severity === "error");
  return JSON.stringify(errors.map(withoutWords));
}

function withoutWords({ code, line, group, field, value }: Problem) {
  return [code, line, group, field, value];
}
