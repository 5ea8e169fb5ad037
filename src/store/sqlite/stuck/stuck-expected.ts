import { senderText } from "../../../core/file/party-text.ts";
import { causeOf } from "../../../core/stuck/cause.ts";
import { inKeys } from "../database/listing.ts";
import type { StuckSource } from "./source.ts";

interface AnswerRow {
  readonly number: number;
  readonly dueAt: number;
  readonly outbound: number;
  readonly flow: string;
  readonly to: string | null;
  readonly flows: string;
  readonly key: string;
}

/** What we sent and nobody answered in time. */
export const overdueAnswers: StuckSource<AnswerRow> = {
  kind: "answer-overdue",
  count: "SELECT count(*) FROM awaited_answers WHERE state = 'overdue'",
  keys: `
    SELECT event FROM awaited_answers WHERE state = 'overdue' AND event > ? ORDER BY event LIMIT ?`,
  rows: `
    SELECT a.event AS number, a.due_at AS dueAt, a.outbound, j.flow, a.flows, p.key,
           ifnull(j.to_role || ':', '') || j.to_participant AS "to"
    FROM awaited_answers a JOIN processes p ON p.id = a.process
    JOIN outbound o ON o.id = a.outbound JOIN envelope_keys j ON j.id = o.envelope_key
    WHERE a.event ${inKeys} AND a.state = 'overdue' ORDER BY a.event`,
  found({ number, dueAt, outbound, flow, to, flows, key }) {
    const awaited = (JSON.parse(flows) as string[]).join(" or ");
    const recipient = to ?? "the recipient";
    return {
      number,
      item: `event ${number}`,
      cause: causeOf("answer-overdue", `no ${awaited} from ${recipient} to our ${flow}`),
      file: null,
      message: null,
      since: dueAt,
      name: key,
      reason: `${recipient} was sent ${flow} (outbound ${outbound}) and has not answered with ${awaited} in time.`,
    };
  },
};

interface MissingRow {
  readonly number: number;
  readonly expectation: string;
  readonly dueAt: number;
}

/** Files that a calendar says were to come. */
export const missingFiles: StuckSource<MissingRow> = {
  kind: "file-missing",
  count: "SELECT count(*) FROM expected_files WHERE state = 'missing'",
  keys: "SELECT id FROM expected_files WHERE state = 'missing' AND id > ? ORDER BY id LIMIT ?",
  rows: `
    SELECT id AS number, expectation, due_at AS dueAt FROM expected_files
    WHERE id ${inKeys} AND state = 'missing' ORDER BY id`,
  found: ({ number, expectation, dueAt }) => ({
    number,
    item: `expected ${number}`,
    cause: causeOf("file-missing", expectation),
    file: null,
    message: null,
    since: dueAt,
    name: expectation,
    reason: `${expectation}: the file due at ${new Date(dueAt).toISOString()} has not come.`,
  }),
};

interface GapRow {
  readonly number: number;
  readonly sender: string;
  readonly flow: string;
  readonly from: number;
  readonly to: number;
  readonly since: number;
}

/** Numbers that senders left out. */
export const sequenceGaps: StuckSource<GapRow> = {
  kind: "sequence-gap",
  count: "SELECT count(*) FROM sequence_gaps",
  keys: "SELECT id FROM sequence_gaps WHERE id > ? ORDER BY id LIMIT ?",
  rows: `
    SELECT g.id AS number, s.text AS sender, f.text AS flow, g.from_number AS "from",
           g.to_number AS "to", g.since
    FROM sequence_gaps g JOIN strings s ON s.id = g.sender JOIN strings f ON f.id = g.flow
    WHERE g.id ${inKeys} ORDER BY g.id`,
  found({ number, sender, flow, from, to, since }) {
    const missing = from === to ? `File number ${from} is` : `Files numbered ${from} to ${to} are`;
    return {
      number,
      item: `gap ${number}`,
      cause: causeOf("sequence-gap", `files of ${flow} from ${senderText(sender)} are missing`),
      file: null,
      message: null,
      since,
      name: `${sender} ${flow}`,
      reason: `${missing} missing, and later ones of ${flow} from ${senderText(sender)} are here.`,
    };
  },
};
