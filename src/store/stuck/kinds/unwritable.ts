import { causeOf } from "../../../core/stuck/cause.ts";
import { advice } from "../../../core/stuck/remedy.ts";
import { problemQuotes, problemReason, problemTitle } from "../found-stuck.ts";
import { reprocessRemedy, type StuckKindRow } from "../kind-row.ts";
import { grouped } from "../stuck-sql.ts";

declare module "../../../core/stuck/stuck-kind.ts" {
  interface StuckKinds {
    readonly unwritable: true;
  }
}

interface UnwritableMessageRow {
  readonly number: number;
  readonly since: number;
  readonly flow: string | null;
  readonly key: string | null;
  /** JSON. */
  readonly problems: string | null;
}

/** A message that its flow cannot hold. */
export const unwritableKind: StuckKindRow<UnwritableMessageRow> = {
  noun: "outbound-message",
  title: "not to be written",
  meaning: "The message cannot be written as a file of its flow.",
  retries: "no",
  notice: { level: "work", isAwaited: false },
  tryAgain: { by: "message" },
  trying: ["message is queued again to be written", "messages are queued again to be written"],
  ways: (cause) => [advice("once fixed: {}", reprocessRemedy(cause))],
  statements: (sql) => {
    const rows = (outboundMessages: string, which: string) => `
      SELECT x.id AS number, x.at AS since, l.flow, p.key, x.problems,
             ${sql.array("l.flow", sql.sameError("x.problems"))} AS same
      FROM ${outboundMessages} ${sql.thenJoin} outbound_queues l ON l.id = x.queue
      LEFT JOIN processes p ON p.id = x.process
      WHERE ${which} AND x.state = 'stuck'`;
    const indexed = `outbound_messages x ${sql.indexedBy("outbound_messages_stuck")}`;
    return {
      among: "outbound_messages WHERE state = 'stuck'",
      keys: "SELECT id FROM outbound_messages WHERE state = 'stuck' AND id > ? ORDER BY id LIMIT ?",
      rows: `${rows("outbound_messages x", `x.id ${sql.inKeys}`)} ORDER BY x.id`,
      groups: grouped(rows(indexed, "TRUE")),
    };
  },
  describe: ({ number, since, flow, key, problems }) => ({
    number,
    item: `outbound-message ${number}`,
    cause: causeOf("unwritable", problemTitle(problems, flow)),
    file: null,
    message: null,
    since,
    name: key ?? flow ?? "e-mail",
    reason: problemReason(problems),
    ...problemQuotes(problems),
  }),
};
