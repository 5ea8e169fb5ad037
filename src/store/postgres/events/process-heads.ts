import type { Connection } from "../database/connection.ts";
import { rowNumbers } from "../database/row-numbers.ts";

/** Finds a process by what people call it, with the event that its next one is chained to. */
export const selectProcess = `SELECT id, last_event AS "lastEvent" FROM processes WHERE key = ? AND type = ?`;

/** Finds many. */
const selectProcesses = `
  SELECT p.id, p.last_event AS "lastEvent", p.type, p.key
  FROM unnest(?::bigint[], ?::text[]) w (type, key) JOIN processes p ON p.key = w.key AND p.type = w.type`;

/** A process by its type's word and its key. */
export interface ProcessPlace {
  readonly processType: number;
  readonly key: string;
}

/** A process with its newest event. */
export interface ProcessHead {
  readonly id: number;
  readonly lastEvent: number;
}

/** A process while a transaction appends to it. */
interface Head extends ProcessPlace {
  readonly id: number;
  lastEvent: number;
  /** It is not in the database yet; or its last event is not. */
  isNew: boolean;
  hasMoved: boolean;
}

/** Writing what became of the processes of a transaction. */
function writing({ db }: Connection, heads: () => readonly Head[]) {
  const insert = db.prepare<[number[], string[], number[], number[]]>(
    `INSERT INTO processes (id, key, type, last_event)
     SELECT * FROM unnest(?::bigint[], ?::text[], ?::bigint[], ?::bigint[])`,
  );
  const update = db.prepare<[number[], number[]]>(
    `UPDATE processes SET last_event = w.last
     FROM unnest(?::bigint[], ?::bigint[]) w (id, last) WHERE processes.id = w.id`,
  );

  /** Writes the new ones. */
  async function open(): Promise<void> {
    const added = heads().filter(({ isNew }) => isNew);
    if (added.length === 0) return;
    for (const head of added) {
      head.isNew = false;
      head.hasMoved = false;
    }
    await insert.run(
      added.map(({ id }) => id),
      added.map(({ key }) => key),
      added.map(({ processType }) => processType),
      added.map(({ lastEvent }) => lastEvent),
    );
  }

  /** Writes the last events of those that were there. */
  async function move(): Promise<void> {
    const moved = heads().filter(({ hasMoved }) => hasMoved);
    if (moved.length === 0) return;
    for (const head of moved) head.hasMoved = false;
    await update.run(
      moved.map(({ id }) => id),
      moved.map(({ lastEvent }) => lastEvent),
    );
  }

  return { open, move };
}

/**
 * The processes that a transaction appends to: each is looked for once, and what becomes of all of them is
 * written together.
 */
export function processHeads(connection: Connection) {
  const { db } = connection;
  const select = db.prepare<[string, number], ProcessHead>(selectProcess);
  const selectMany = db.prepare<[number[], string[]], ProcessHead & { type: number; key: string }>(
    selectProcesses,
  );
  const numbers = rowNumbers(connection, "processes");
  const heads = new Map<string, Head | null>();
  const byId = new Map<number, Head>();

  function begin(): void {
    heads.clear();
    byId.clear();
  }
  connection.remember({ keep: begin, forget: begin });

  function note(place: ProcessPlace, found: ProcessHead, isNew: boolean): Head {
    const { processType, key } = place;
    const head = { processType, key, ...found, isNew, hasMoved: false };
    heads.set(nameOf(place), head);
    byId.set(head.id, head);
    return head;
  }

  async function find(processType: number, key: string): Promise<ProcessHead | undefined> {
    const place = { processType, key };
    const known = heads.get(nameOf(place));
    if (known !== undefined) return known ?? undefined;
    const found = await select.get(key, processType);
    if (found === undefined) heads.set(nameOf(place), null);
    else return note(place, { id: found.id, lastEvent: found.lastEvent }, false);
    return undefined;
  }

  async function expect(places: readonly ProcessPlace[]): Promise<void> {
    for (const place of places) heads.set(nameOf(place), null);
    const types = places.map(({ processType }) => processType);
    const keys = places.map(({ key }) => key);
    let missing = heads.size;
    for (const { type, key, id, lastEvent } of await selectMany.all(types, keys)) {
      note({ processType: type, key }, { id, lastEvent }, false);
      missing -= 1;
    }
    await numbers.expect(missing);
  }

  async function add(processType: number, key: string, lastEvent: number): Promise<number> {
    const id = await numbers.next();
    return note({ processType, key }, { id, lastEvent }, true).id;
  }

  function lengthen(last: number, process: number): void {
    const head = byId.get(process);
    if (head === undefined) throw new Error(`Process ${process} was not looked for`);
    head.lastEvent = last;
    head.hasMoved = true;
  }

  const { open, move } = writing(connection, () => [...byId.values()]);

  return { begin, expect, find, add, lengthen, open, move };
}

function nameOf({ processType, key }: ProcessPlace): string {
  return `${processType} ${key}`;
}
