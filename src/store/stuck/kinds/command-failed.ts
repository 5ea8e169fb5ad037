import { causeOf, errorCause, valuesIn } from "../../../core/stuck/cause.ts";
import { advice } from "../../../core/stuck/remedy.ts";
import { firstLineOr, quoting } from "../found-stuck.ts";
import { reprocessRemedy, type StuckKindRow } from "../kind-row.ts";
import { grouped } from "../stuck-sql.ts";

declare module "../../../core/stuck/stuck-kind.ts" {
  interface StuckKinds {
    readonly "command-failed": true;
  }
}

interface FailedCommandRow {
  readonly number: number;
  readonly since: number;
  readonly name: string;
  readonly type: string;
  readonly key: string;
  readonly message: string | null;
}

/** A command that a person asked for and that threw. */
export const commandFailed: StuckKindRow<FailedCommandRow> = {
  noun: "command",
  title: "failed",
  meaning: "A command that a person asked for failed in a way nobody expected.",
  retries: "no",
  notice: { level: "work", isAwaited: false },
  tryAgain: { by: "command" },
  trying: ["command is run again", "commands are run again"],
  ways: (cause) => [advice("once fixed: {}", reprocessRemedy(cause))],
  statements: (sql) => {
    const rows = (which: string) => `
      SELECT c.id AS number, c.at AS since, n.text AS name, t.text AS type, c.process_key AS key,
             c.message, ${sql.array("c.name", "c.process_type", "c.message")} AS same
      FROM commands c ${sql.thenJoin} strings n ON n.id = c.name
      JOIN strings t ON t.id = c.process_type
      WHERE ${which} AND c.outcome = 'failed'`;
    return {
      among: "commands WHERE outcome = 'failed'",
      keys: "SELECT id FROM commands WHERE outcome = 'failed' AND id > ? ORDER BY id LIMIT ?",
      rows: `${rows(`c.id ${sql.inKeys}`)} ORDER BY c.id`,
      groups: grouped(rows("TRUE")),
    };
  },
  describe: ({ number, since, name, type, key, message }) => ({
    number,
    item: `command ${number}`,
    cause: causeOf("command-failed", `${name} of ${type}: ${errorCause(message ?? "")}`),
    file: null,
    message: null,
    since,
    name: key,
    ...quoting(key, ...valuesIn(message ?? "")),
    reason: `${name}: ${firstLineOr(message, "No reason was recorded.")}`,
  }),
};
