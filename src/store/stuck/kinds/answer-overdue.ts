import { causeOf } from "../../../core/stuck/cause.ts";
import { advice } from "../../../core/stuck/remedy.ts";
import { quoting } from "../found-stuck.ts";
import { dismiss, type StuckKindRow } from "../kind-row.ts";
import { grouped } from "../stuck-sql.ts";

declare module "../../../core/stuck/stuck-kind.ts" {
  interface StuckKinds {
    readonly "answer-overdue": true;
  }
}

interface OverdueAnswerRow {
  readonly number: number;
  readonly since: number;
  readonly outbound: number;
  readonly flow: string;
  readonly to: string | null;
  /** JSON. */
  readonly flows: string;
  readonly key: string;
}

/** An answer that was not received in time. */
export const answerOverdue: StuckKindRow<OverdueAnswerRow> = {
  noun: "event",
  title: "overdue",
  meaning: "Nobody answered in time what we sent.",
  retries: "no",
  notice: { level: "work", isAwaited: true },
  tryAgain: {
    by: "person",
    advise: ({ item }) =>
      advice("ask for the answer, or dismiss it: {}", { remedy: "dismiss-item", item }),
  },
  trying: ["answer has to come from whom we asked", "answers have to come from whom we asked"],
  ways: (cause) => [
    advice("clears itself when the answer arrives; ask for it, or: {}", dismiss(cause)),
  ],
  statements: (sql) => {
    const rows = (which: string) => `
      SELECT a.event AS number, a.due_at AS since, a.outbound, j.flow, a.flows, p.key,
             coalesce(j.to_role || ':', '') || j.to_participant AS "to",
             ${sql.array("j.flow", "j.to_role", "j.to_participant", "a.flows")} AS same
      FROM awaited_answers a ${sql.thenJoin} processes p ON p.id = a.process
      JOIN outbound o ON o.id = a.outbound JOIN envelope_keys j ON j.id = o.envelope_key
      WHERE ${which} AND a.state = 'overdue'`;
    return {
      among: "awaited_answers WHERE state = 'overdue'",
      keys: `
        SELECT event FROM awaited_answers WHERE state = 'overdue' AND event > ? ORDER BY event LIMIT ?`,
      rows: `${rows(`a.event ${sql.inKeys}`)} ORDER BY a.event`,
      groups: grouped(rows("TRUE")),
    };
  },
  describe: ({ number, since, outbound, flow, to, flows, key }) => {
    const awaited = (JSON.parse(flows) as string[]).join(" or ");
    const recipient = to ?? "the recipient";
    return {
      number,
      item: `event ${number}`,
      cause: causeOf("answer-overdue", `no ${awaited} from ${recipient} to our ${flow}`),
      file: null,
      message: null,
      since,
      name: key,
      ...quoting(key),
      reason: `${recipient} was sent ${flow} (outbound ${outbound}) and has not answered with ${awaited} in time.`,
    };
  },
};
