import { causeOf } from "../../../core/stuck/cause.ts";
import { advice } from "../../../core/stuck/remedy.ts";
import type { StuckKindRow } from "../kind-row.ts";
import { grouped } from "../stuck-sql.ts";

declare module "../../../core/stuck/stuck-kind.ts" {
  interface StuckKinds {
    readonly "no-channel": true;
  }
}

interface WaitingQueueRow {
  readonly number: number;
  readonly since: number;
  readonly flow: string | null;
  readonly recipient: string;
  readonly problem: string;
}

/** A queue is stuck while something waits in it that nobody knows how to send. */
const isStuck = `l.problem IS NOT NULL
  AND EXISTS (SELECT 1 FROM outbound_messages x WHERE x.queue = l.id AND x.state = 'waiting')`;

/** Messages of a flow to a recipient, or e-mails, that no channel sends: one item however many wait. */
export const noChannel: StuckKindRow<WaitingQueueRow> = {
  noun: "queue",
  title: "not served",
  meaning: "Nobody knows how to send the messages of a flow to a recipient.",
  retries: "no",
  notice: { level: "work", isAwaited: false },
  tryAgain: {
    by: "person",
    advise: () => advice("correct the configuration or the catalogue and start the daemon again"),
  },
  trying: ["queue goes on once a channel serves it", "queues go on once a channel serves them"],
  ways: () => [
    advice("goes on once fixed and `{}` is started again", {
      remedy: "start-daemon",
    }),
  ],
  statements: ({ inKeys }) => {
    const rows = (which: string) => `
      SELECT l.id AS number, coalesce(l.problem_at, 0) AS since, l.flow, l.problem,
             trim(coalesce(l.to_role, '') || ' ' || coalesce(l.to_participant, '')) AS recipient,
             l.problem AS same
      FROM outbound_queues l WHERE ${which} AND ${isStuck}`;
    return {
      among: `outbound_queues l WHERE ${isStuck}`,
      keys: `SELECT l.id FROM outbound_queues l WHERE ${isStuck} AND l.id > ? ORDER BY l.id LIMIT ?`,
      rows: `${rows(`l.id ${inKeys}`)} ORDER BY l.id`,
      groups: grouped(rows("TRUE")),
    };
  },
  describe: ({ number, since, flow, recipient, problem }) => ({
    number,
    item: `queue ${number}`,
    cause: causeOf("no-channel", problem),
    file: null,
    message: null,
    since,
    name: flow === null ? "e-mails" : `${flow} to ${recipient || "nobody in particular"}`,
    reason: problem,
  }),
};
