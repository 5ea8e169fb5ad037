import type { Connection } from "../database/connection.ts";
import { flatMapInTurn } from "../database/in-turn.ts";
import { type EventRow, type EventRows, selectAwaitedByFile } from "./event-rows.ts";

/** Processes of a type that go by a reference. */
const selectWhoGoesBy = `
  SELECT p.key FROM goes_by g JOIN processes p ON p.id = g.process
  WHERE g.process_type = ? AND g.reference = ? ORDER BY p.id`;

/** Messages that are given to whoever goes by a reference, of active files, in the order of recording. */
const selectSought = `
  SELECT s.message, s.event_type AS type, s.history, f.occurred_at AS "occurredAt"
  FROM sought s JOIN messages m ON m.id = s.message JOIN files f ON f.id = m.file
  WHERE s.process_type = ? AND s.reference = ? AND m.invalid = 0 AND f.state = 'recorded' AND f.awaiting_release = 0
  ORDER BY s.message`;

/** Processes that go by a reference of a file's messages. */
const selectWhoGoesByFile = `
  SELECT g.process_type AS "processType", p.key
  FROM messages m JOIN sought s ON s.message = m.id
  JOIN goes_by g ON g.process_type = s.process_type AND g.reference = s.reference
  JOIN processes p ON p.id = g.process WHERE m.file = ?
  GROUP BY g.process_type, p.key, p.id ORDER BY p.id`;

/** Whether a message has its event on a process. */
const selectHasEventOn = `
  SELECT 1 FROM events WHERE message = ? AND process_type = ? AND process = ?`;

/** What a message was last read to say, where a restate said so of an event of it on another process. */
const selectRestated = `
  SELECT coalesce(r.data, e.data) FROM events e
  LEFT JOIN amendments a ON a.event = e.seq
  LEFT JOIN revisions r ON r.id = a.revision AND r.kind = 'restate'
  WHERE e.message = ? AND e.process_type = ? ORDER BY r.id DESC, e.seq DESC LIMIT 1`;

/** A message that is given to processes by references. */
export interface Seeking extends Omit<EventRow, "key" | "message"> {
  readonly message: number;
  readonly references: readonly string[];
  readonly history: 0 | 1;
}

/** Finding processes by other names than their keys. Within a write only. */
export interface GoesBy {
  /**
   * Gives the message to every process that goes by one of its references, and keeps it for those to
   * come; each goes by all of them from then on. Returns how many there are.
   */
  seek(seeking: Seeking): Promise<number>;
  /** A process goes by these from now on: messages that are given to whoever does become its events. */
  name(
    processType: number,
    key: string,
    references: readonly string[],
    recordedAt: number,
  ): Promise<void>;
  /** To be called when a process is there again: messages may have come meanwhile. */
  again(processType: number, key: string, recordedAt: number): Promise<void>;
  /** To be called when a file is active again: processes may have begun meanwhile that its messages are for. */
  standsAgain(file: number, recordedAt: number): Promise<void>;
}

type Statements = ReturnType<typeof statements>;

function statements({ db }: Connection) {
  return {
    named: db.prepare<[number, string], string>(selectWhoGoesBy).pluck(),
    whoGoesByFile: db.prepare<[number], { processType: number; key: string }>(selectWhoGoesByFile),
    awaitedByFile: db.prepare<[number], { processType: number; key: string }>(selectAwaitedByFile),
    sought: db.prepare<
      [number, string],
      Pick<Seeking, "message" | "type" | "history" | "occurredAt">
    >(selectSought),
    hasEventOn: db.prepare<[number, number, number], 1>(selectHasEventOn).pluck(),
    restated: db.prepare<[number, number], string | null>(selectRestated).pluck(),
    markHistory: db.prepare<[number]>("INSERT INTO history_events (event) VALUES (?)"),
    keep: db.prepare<[number, string, number, number, 0 | 1]>(
      `INSERT INTO sought (process_type, reference, message, event_type, history)
       VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (process_type, reference, message) DO UPDATE SET event_type = excluded.event_type`,
    ),
    referencesOf: db
      .prepare<[number, number], string>(
        "SELECT reference FROM sought WHERE message = ? AND process_type = ? ORDER BY reference",
      )
      .pluck(),
    add: db.prepare<[number, string, number]>(
      "INSERT INTO goes_by (process_type, reference, process) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
    ),
    names: db
      .prepare<[number], string>(
        "SELECT reference FROM goes_by WHERE process = ? ORDER BY reference",
      )
      .pluck(),
    stopWaiting: db.prepare<[number, number]>(
      "DELETE FROM unmatched WHERE message = ? AND process_type = ?",
    ),
  };
}

/** Makes a message an event on one process, unless it is; says whether it was made one now. */
function placing(events: EventRows, statements: Statements) {
  const { hasEventOn, markHistory, stopWaiting } = statements;
  return async (seeking: Omit<Seeking, "references">, key: string): Promise<boolean> => {
    const { history, ...event } = seeking;
    const process = await events.process(event.processType, key);
    if (process === undefined) return false;
    if ((await hasEventOn.get(event.message, event.processType, process.id)) !== undefined)
      return false;
    const seq = await events.append({ ...event, key });
    if (history === 1) await markHistory.run(seq);
    await stopWaiting.run(event.message, event.processType);
    return true;
  };
}

/** Prepares the statements. */
export function goesBy(connection: Connection, events: EventRows): GoesBy {
  const prepared = statements(connection);
  const { named, whoGoesByFile, awaitedByFile, sought, restated, keep, referencesOf, add, names } =
    prepared;
  const place = placing(events, prepared);

  /** Gives a process what is given to whoever goes by the reference; what that brings with it, too. */
  async function takeUp(
    processType: number,
    key: string,
    reference: string,
    recordedAt: number,
  ): Promise<void> {
    for (const found of await sought.all(processType, reference)) {
      const data = (await restated.get(found.message, processType)) ?? null;
      const event = { ...found, processType, recordedAt, schemaVersion: 1, data };
      if (!(await place(event, key))) continue;
      await events.tookUp(found.message);
      await name(processType, key, await referencesOf.all(found.message, processType), recordedAt);
    }
  }

  async function name(
    processType: number,
    key: string,
    references: readonly string[],
    recordedAt: number,
  ): Promise<void> {
    const process = await events.process(processType, key);
    if (process === undefined) return;
    for (const reference of references)
      if ((await add.run(processType, reference, process.id)).changes === 1)
        await takeUp(processType, key, reference, recordedAt);
  }

  async function again(processType: number, key: string, recordedAt: number): Promise<void> {
    const process = await events.process(processType, key);
    if (process === undefined) return;
    for (const reference of await names.all(process.id))
      await takeUp(processType, key, reference, recordedAt);
  }

  return {
    async seek({ references, ...seeking }) {
      const { processType, message, type, recordedAt } = seeking;
      for (const reference of references)
        await keep.run(processType, reference, message, type, seeking.history);
      const keys = new Set(
        await flatMapInTurn(references, (reference) => named.all(processType, reference)),
      );
      let found = 0;
      for (const key of keys) {
        if (!(await events.isThere(processType, key))) continue;
        await place(seeking, key);
        await name(processType, key, references, recordedAt);
        found += 1;
      }
      return found;
    },
    name,
    again,
    async standsAgain(file, recordedAt) {
      for (const { processType, key } of await whoGoesByFile.all(file))
        if (await events.isThere(processType, key)) await again(processType, key, recordedAt);
      for (const { processType, key } of await awaitedByFile.all(file))
        if (await events.isThere(processType, key))
          await events.match(processType, key, recordedAt);
    },
  };
}
