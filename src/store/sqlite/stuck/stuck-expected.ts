import {
  gapInSequence,
  type MissingFileRow,
  missingFile,
  type OverdueAnswerRow,
  overdueAnswer,
  type SequenceGapRow,
} from "../../rules/stuck/of-expected.ts";
import { inKeys } from "../database/listing.ts";
import { grouped, type StuckSource } from "./source.ts";

const answerRows = (which: string) => `
  SELECT a.event AS number, a.due_at AS since, a.outbound, j.flow, a.flows, p.key,
         ifnull(j.to_role || ':', '') || j.to_participant AS "to",
         json_array(j.flow, j.to_role, j.to_participant, a.flows) AS same
  FROM awaited_answers a CROSS JOIN processes p ON p.id = a.process
  JOIN outbound o ON o.id = a.outbound JOIN envelope_keys j ON j.id = o.envelope_key
  WHERE ${which} AND a.state = 'overdue'`;

/** What we sent and nobody answered in time. */
export const overdueAnswers: StuckSource<OverdueAnswerRow> = {
  kind: "answer-overdue",
  among: "awaited_answers WHERE state = 'overdue'",
  keys: `
    SELECT event FROM awaited_answers WHERE state = 'overdue' AND event > ? ORDER BY event LIMIT ?`,
  rows: `${answerRows(`a.event ${inKeys}`)} ORDER BY a.event`,
  groups: grouped(answerRows("TRUE")),
  found: overdueAnswer,
};

const missingRows = (which: string) => `
  SELECT id AS number, expectation, due_at AS since, expectation AS same FROM expected_files
  WHERE ${which} AND state = 'missing'`;

/** Files that a calendar says were to come. */
export const missingFiles: StuckSource<MissingFileRow> = {
  kind: "file-missing",
  among: "expected_files WHERE state = 'missing'",
  keys: "SELECT id FROM expected_files WHERE state = 'missing' AND id > ? ORDER BY id LIMIT ?",
  rows: `${missingRows(`id ${inKeys}`)} ORDER BY id`,
  groups: grouped(missingRows("TRUE")),
  found: missingFile,
};

const gapRows = (which: string) => `
  SELECT g.id AS number, s.text AS sender, f.text AS flow, g.from_number AS "from",
         g.to_number AS "to", g.since, json_array(g.sender, g.flow) AS same
  FROM sequence_gaps g CROSS JOIN strings s ON s.id = g.sender JOIN strings f ON f.id = g.flow
  WHERE ${which}`;

/** Numbers that senders left out. */
export const sequenceGaps: StuckSource<SequenceGapRow> = {
  kind: "sequence-gap",
  among: "sequence_gaps",
  keys: "SELECT id FROM sequence_gaps WHERE id > ? ORDER BY id LIMIT ?",
  rows: `${gapRows(`g.id ${inKeys}`)} ORDER BY g.id`,
  groups: grouped(gapRows("TRUE")),
  found: gapInSequence,
};
