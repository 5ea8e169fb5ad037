import { causeOf } from "../../../core/stuck/cause.ts";
import { advice } from "../../../core/stuck/remedy.ts";
import { quoting } from "../found-stuck.ts";
import { dismiss, type StuckKindRow } from "../kind-row.ts";
import { grouped } from "../stuck-sql.ts";

declare module "../../../core/stuck/stuck-kind.ts" {
  interface StuckKinds {
    readonly "deadline-missed": true;
  }
}

interface MissedDeadlineRow {
  readonly number: number;
  readonly since: number;
  readonly eventType: string;
  readonly type: string;
  readonly key: string;
}

/** A deadline that had passed when its process was first built. */
export const deadlineMissed: StuckKindRow<MissedDeadlineRow> = {
  noun: "deadline",
  title: "missed",
  meaning: "The moment had passed before anybody knew of it.",
  retries: "no",
  notice: { level: "urgent", isAwaited: false },
  tryAgain: {
    by: "person",
    advise: ({ item }) =>
      advice("look at its process, then dismiss it: {}", { remedy: "dismiss-item", item }),
  },
  trying: ["deadline stays as it is", "deadlines stay as they are"],
  ways: (cause) => [advice("look at each, then: {}", dismiss(cause))],
  statements: (sql) => {
    const rows = (which: string) => `
      SELECT d.id AS number, d.due_at AS since, e.text AS "eventType", w.text AS type, p.key,
             ${sql.array("p.type", "d.event_type")} AS same
      FROM deadlines d ${sql.thenJoin} processes p ON p.id = d.process
      JOIN strings w ON w.id = p.type JOIN strings e ON e.id = d.event_type
      WHERE ${which} AND d.state = 'missed'`;
    return {
      among: "deadlines WHERE state = 'missed'",
      keys: "SELECT id FROM deadlines WHERE state = 'missed' AND id > ? ORDER BY id LIMIT ?",
      rows: `${rows(`d.id ${sql.inKeys}`)} ORDER BY d.id`,
      groups: grouped(rows("TRUE")),
    };
  },
  describe: ({ number, since, eventType, type, key }) => ({
    number,
    item: `deadline ${number}`,
    cause: causeOf("deadline-missed", `${eventType} of ${type}`),
    file: null,
    message: null,
    since,
    name: key,
    ...quoting(key),
    reason: `${eventType} of ${type} ${key} had passed when it was first known; it was not made an event.`,
  }),
};
