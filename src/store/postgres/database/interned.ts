import type { Envelope } from "../../../core/file/envelope.ts";
import type { Connection, TransactionMemory } from "./connection.ts";

/** Gives the number of a text, and gives it one if it is new. Within a write only. */
export type Intern = (text: string) => Promise<number>;

/** Texts that repeat, stored once in the table and referred to by a small number. */
export function interned(connection: Connection, table: "claims" | "strings"): Intern {
  const { db } = connection;
  const select = db.prepare<[string], number>(`SELECT id FROM ${table} WHERE text = ?`).pluck();
  const insert = db
    .prepare<[string], number>(`INSERT INTO ${table} (text) VALUES (?) RETURNING id`)
    .pluck();
  const memory = new IdMemory();
  connection.remember(memory);
  return (text) =>
    memory.id(text, async () => (await select.get(text)) ?? (await insert.get(text)) ?? 0);
}

/** Gives the text of a number of the table `strings`: texts are never changed, so that each is read once. */
export function wordTexts({ db }: Connection): (id: number) => Promise<string> {
  const select = db.prepare<[number], string>("SELECT text FROM strings WHERE id = ?").pluck();
  const known = new Map<number, string>();
  return async (id) => {
    const text = known.get(id) ?? (await select.get(id));
    if (text === undefined) throw new Error(`There is no word ${id}`);
    known.set(id, text);
    return text;
  };
}

/** The columns of a row of envelope keys, in the order of their index. */
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
export function envelopeKeys(
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

/** Above this many entries the memory is emptied; the tables know them all. */
const mostEntries = 10_000;

/** Row numbers by text, so that what repeats is not looked up again. Forgets what was rolled back. */
export class IdMemory implements TransactionMemory {
  readonly #ids = new Map<string, number>();
  #fresh: string[] = [];

  /** The number of the text: the one remembered, else what `find` gives. */
  async id(text: string, find: () => Promise<number>): Promise<number> {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const id = await find();
    this.#ids.set(text, id);
    this.#fresh.push(text);
    return id;
  }

  keep(): void {
    this.#fresh = [];
    if (this.#ids.size > mostEntries) this.#ids.clear();
  }

  forget(): void {
    for (const text of this.#fresh) this.#ids.delete(text);
    this.#fresh = [];
  }
}
