import { causeOf, errorCause } from "../../../core/stuck/cause.ts";
import { advice } from "../../../core/stuck/remedy.ts";
import { firstLineOr } from "../found-stuck.ts";
import { reprocessRemedy, type StuckKindRow } from "../kind-row.ts";
import {
  describeMessage,
  fileOfMessage,
  type StuckMessageRow,
  stuckMessageColumns,
} from "../nouns/of-message.ts";
import { grouped } from "../stuck-sql.ts";

declare module "../../../core/stuck/stuck-kind.ts" {
  interface StuckKinds {
    readonly failed: true;
  }
}

interface FailedMessageRow extends StuckMessageRow {
  readonly processType: string;
  readonly error: string;
}

/** A message that could not be given to a process. */
export const failed: StuckKindRow<FailedMessageRow> = {
  noun: "message",
  title: "not placed",
  meaning: "The message could not be given to a process: the definition threw.",
  retries: "no",
  notice: { level: "work", isAwaited: false },
  tryAgain: { by: "reading", freeWhen: "read" },
  trying: ["message is routed again", "messages are routed again"],
  ways: (cause) => [advice("once fixed: {}", reprocessRemedy(cause))],
  statements: (sql) => {
    const rows = (which: string) => `
      SELECT ${stuckMessageColumns}, y.at AS since, w.text AS "processType", y.error,
             ${sql.array("j.flow", "y.process_type", "y.error")} AS same
      FROM failures y ${sql.thenJoin} strings w ON w.id = y.process_type
      JOIN messages m ON m.id = y.message ${fileOfMessage}
      WHERE ${which}`;
    return {
      among: `failures x JOIN messages m ON m.id = x.message
        JOIN files f ON f.id = m.file WHERE f.state = 'recorded' AND f.awaiting_release = 0`,
      keys: "SELECT DISTINCT message FROM failures WHERE message > ? ORDER BY message LIMIT ?",
      rows: `${rows(`y.message ${sql.inKeys}`)} ORDER BY y.message, y.process_type`,
      groups: grouped(rows("TRUE")),
    };
  },
  describe: (row) => ({
    ...describeMessage(row),
    cause: causeOf(
      "failed",
      `${row.flow ?? "a message"} for ${row.processType}: ${errorCause(row.error)}`,
    ),
    reason: `${row.processType}: ${firstLineOr(row.error, "")}`,
  }),
};
