import { causeOf } from "../../../core/stuck/cause.ts";
import { problemQuotes, problemReason, problemTitle } from "../found-stuck.ts";
import type { StuckKindRow } from "../kind-row.ts";
import {
  describeMessage,
  fileOfMessage,
  type StuckMessageRow,
  stuckMessageColumns,
} from "../nouns/of-message.ts";
import { invalidMessageAdvice } from "../refused-advice.ts";
import { grouped } from "../stuck-sql.ts";

declare module "../../../core/stuck/stuck-kind.ts" {
  interface StuckKinds {
    readonly invalid: true;
  }
}

interface InvalidMessageRow extends StuckMessageRow {
  /** JSON. */
  readonly problems: string | null;
}

/** A message with an error of its own. */
export const invalid: StuckKindRow<InvalidMessageRow> = {
  noun: "message",
  title: "invalid",
  meaning: "The message has an error of its own; the others of its file were taken.",
  retries: "no",
  notice: { level: "work", isAwaited: false },
  tryAgain: { by: "reading", freeWhen: "fewer-invalid" },
  trying: ["message is read again with its file", "messages are read again with their files"],
  ways: invalidMessageAdvice,
  statements: (sql) => {
    const rows = (which: string) => `
      SELECT ${stuckMessageColumns}, f.recorded_at AS since, m.problems,
             ${sql.array("j.flow", sql.sameError("m.problems"))} AS same
      FROM messages m ${fileOfMessage}
      WHERE ${which} AND m.invalid = 1`;
    return {
      among: `messages m JOIN files f ON f.id = m.file
        WHERE m.invalid = 1 AND f.state = 'recorded' AND f.awaiting_release = 0`,
      keys: "SELECT id FROM messages WHERE invalid = 1 AND id > ? ORDER BY id LIMIT ?",
      rows: `${rows(`m.id ${sql.inKeys}`)} ORDER BY m.id`,
      groups: grouped(rows("TRUE")),
    };
  },
  describe: (row) => ({
    ...describeMessage(row),
    cause: causeOf("invalid", problemTitle(row.problems, row.flow)),
    reason: problemReason(row.problems),
    ...problemQuotes(row.problems),
  }),
};
