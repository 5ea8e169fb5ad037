import type { Envelope } from "../../../core/file/envelope.ts";
import type { Connection } from "../database/connection.ts";
import { IdMemory } from "../database/id-memory.ts";

type Columns = [
  family: string,
  flow: string,
  version: string | null,
  fromRole: string | null,
  fromParticipant: string | null,
  toRole: string | null,
  toParticipant: string | null,
  testFlag: string | null,
];

/** Finds the envelope key of an envelope by all its columns, in the order of their index. */
const selectEnvelopeKey = `
  SELECT id FROM envelope_keys
  WHERE family = ? AND flow = ? AND version IS NOT DISTINCT FROM ? AND from_role IS NOT DISTINCT FROM ? AND from_participant IS NOT DISTINCT FROM ?
    AND to_role IS NOT DISTINCT FROM ? AND to_participant IS NOT DISTINCT FROM ? AND test_flag IS NOT DISTINCT FROM ?`;

/**
 * What the envelopes of many files have in common, stored once and referred to by a small number; null
 * without an envelope. Within a write only.
 */
export function envelope_keys(
  connection: Connection,
): (envelope: Envelope | null) => Promise<number | null> {
  const { db } = connection;
  const select = db.prepare<Columns, number>(selectEnvelopeKey).pluck();
  const insert = db.prepare<Columns>(
    `INSERT INTO envelope_keys
       (family, flow, version, from_role, from_participant, to_role, to_participant, test_flag)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
  );
  const memory = new IdMemory();
  connection.remember(memory);
  return async (envelope) => {
    if (envelope === null) return null;
    const columns: Columns = [
      envelope.family,
      envelope.flow,
      envelope.version,
      envelope.from.role,
      envelope.from.participant,
      envelope.to.role,
      envelope.to.participant,
      envelope.testFlag,
    ];
    return await memory.id(
      JSON.stringify(columns),
      async () =>
        (await select.get(...columns)) ?? Number((await insert.run(...columns)).lastInsertRowid),
    );
  };
}
