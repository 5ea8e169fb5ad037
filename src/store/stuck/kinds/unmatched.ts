import { causeOf } from "../../../core/stuck/cause.ts";
import { advice } from "../../../core/stuck/remedy.ts";
import { quoting } from "../found-stuck.ts";
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
    readonly unmatched: true;
  }
}

interface UnmatchedMessageRow extends StuckMessageRow {
  readonly processType: string;
  readonly eventType: string;
  readonly key: string;
}

/** A message that joins a process which does not exist. */
export const unmatched: StuckKindRow<UnmatchedMessageRow> = {
  noun: "message",
  title: "unmatched",
  meaning: "The message joins a process that is not there, or not yet.",
  retries: "no",
  notice: { level: "work", isAwaited: false },
  tryAgain: { by: "reading", freeWhen: "read" },
  trying: ["message is read and routed again", "messages are read and routed again"],
  ways: (cause) => [
    advice(
      "No action needed: it is processed automatically once the process is created. To try again now: {}",
      reprocessRemedy(cause),
    ),
  ],
  statements: (sql) => {
    const rows = (which: string) => `
      SELECT ${stuckMessageColumns}, u.at AS since, p.text AS "processType", e.text AS "eventType", u.key,
             ${sql.array("u.process_type", "u.event_type")} AS same
      FROM unmatched u ${sql.thenJoin} messages m ON m.id = u.message ${fileOfMessage}
      JOIN strings p ON p.id = u.process_type JOIN strings e ON e.id = u.event_type
      WHERE ${which}`;
    return {
      among: `unmatched u JOIN messages m ON m.id = u.message
        JOIN files f ON f.id = m.file WHERE f.state = 'recorded' AND f.awaiting_release = 0`,
      keys: "SELECT DISTINCT message FROM unmatched WHERE message > ? ORDER BY message LIMIT ?",
      rows: `${rows(`u.message ${sql.inKeys}`)} ORDER BY u.message, u.process_type`,
      groups: grouped(rows("TRUE")),
    };
  },
  describe: (row) => ({
    ...describeMessage(row),
    cause: causeOf(
      "unmatched",
      `${row.eventType} arrived, but no process of type "${row.processType}" exists for its key`,
    ),
    ...quoting(row.key),
    reason: `It belongs to process ${row.processType} ${row.key}, which does not exist yet.`,
  }),
};
