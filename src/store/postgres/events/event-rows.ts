import { chainOf } from "../../chain.ts";
import type { Connection } from "../database/connection.ts";
import { type ColumnArrays, columnArrays } from "../database/gathered-rows.ts";
import { type ProcessHead, type ProcessPlace, processHeads } from "./process-heads.ts";

/** Whether any event of a process counts; the first one found ends the walk. */
const selectAnyCounts = `
  ${chainOf("id = ?")}
  SELECT 1 FROM chain c WHERE NOT EXISTS (SELECT 1 FROM voids v WHERE v.event = c.seq) LIMIT 1`;

/** Messages that wait for a process, in the order of recording; those of a file that is active no longer are not among them. */
const selectWaiting = `
  SELECT u.message, u.event_type AS type, f.occurred_at AS "occurredAt", u.data, u.history
  FROM unmatched u JOIN messages m ON m.id = u.message JOIN files f ON f.id = m.file
  WHERE u.process_type = ? AND u.key = ? AND f.state = 'recorded' AND f.awaiting_release = 0
  ORDER BY u.message`;

/** Processes that messages of a file wait for. */
export const selectAwaitedByFile = `
  SELECT DISTINCT u.process_type AS "processType", u.key
  FROM messages m JOIN unmatched u ON u.message = m.id WHERE m.file = ?`;

/** Whether a message has its event for a type of process: it has at most one, and the first is kept. */
export const selectHasEvent = "SELECT 1 FROM events WHERE message = ? AND process_type = ?";

/** An event to append; words by their numbers. */
export interface EventRow {
  readonly processType: number;
  readonly key: string;
  readonly type: number;
  /** Milliseconds since 1970. */
  readonly occurredAt: number;
  readonly recordedAt: number;
  readonly schemaVersion: number;
  /** The message that brought it; null for one of our own, whose data is JSON text. */
  readonly message: number | null;
  readonly data: string | null;
}

interface Waiting {
  readonly message: number;
  readonly type: number;
  readonly occurredAt: number;
  /** JSON text when it is not the message's. */
  readonly data: string | null;
  /** 1: it was past when its type of process came. */
  readonly history: 0 | 1;
}

type Columns = [
  seq: number,
  process: number,
  processType: number,
  type: number,
  occurredAt: number,
  recordedAt: number,
  schemaVersion: number,
  previous: number | null,
  message: number | null,
  data: string | null,
];

/** Appending events to processes' chains. Within a write only. */
export interface EventRows {
  /** To be called first in each transaction that appends. */
  begin(): Promise<void>;
  /** Looks for processes together that are about to be asked for one by one. */
  expect(places: readonly ProcessPlace[]): Promise<void>;
  process(processType: number, key: string): Promise<ProcessHead | undefined>;
  /** Whether a message may join the process: it has an event that counts. */
  isThere(processType: number, key: string): Promise<boolean>;
  /**
   * Appends the event at the end of its process's chain, and gives its number. A process that is not
   * there is opened; the messages that wait for it become its events, too.
   */
  append(event: EventRow): Promise<number>;
  /** Makes the messages that wait for a process its events: it is there again. */
  match(processType: number, key: string, recordedAt: number): Promise<void>;
  /** To be called when a message that came earlier became an event besides: it counts with its own file. */
  tookUp(message: number): Promise<void>;
  /** To be called when a message begins to wait for a process. */
  waits(): void;
  /** How many were appended since `begin`; and how many of these are of messages that had waited. */
  appended(): number;
  takenUp(): number;
}

/** What the events of messages that waited have from what they waited for. */
type Opening = Pick<EventRow, "processType" | "key" | "recordedAt">;

type Lengthen = (last: number, process: number) => void;

/** Writing events, each under the next number: those of a transaction together. */
function seqs(connection: Connection) {
  const { db } = connection;
  const lastSeq = db.prepare<[], number>("SELECT coalesce(max(seq), 0) FROM events").pluck();
  const insert = db.prepare<ColumnArrays<Columns>>(
    `INSERT INTO events (seq, process, process_type, type, occurred_at, recorded_at, schema_version,
       previous, message, data)
     SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
       ?::bigint[], ?::bigint[], ?::bigint[], ?::text[])`,
  );
  let first = 1;
  let next = 1;
  let gathered: Columns[] = [];
  const drop = () => {
    gathered = [];
  };
  connection.remember({ keep: drop, forget: drop });

  async function write(): Promise<void> {
    const rows = gathered;
    gathered = [];
    if (rows.length > 0) await insert.run(...columnArrays(rows, 10));
  }

  function put(event: EventRow, process: number, previous: number | null): number {
    const { processType, type, occurredAt, recordedAt, schemaVersion, message, data } = event;
    const seq = next;
    gathered.push([
      seq,
      process,
      processType,
      type,
      occurredAt,
      recordedAt,
      schemaVersion,
      previous,
      message,
      data,
    ]);
    next += 1;
    return seq;
  }

  async function begin(): Promise<void> {
    first = ((await lastSeq.get()) ?? 0) + 1;
    next = first;
  }

  return { begin, put, write, next: () => next, appended: () => next - first };
}

/** Making what waited for a process its events, after its last one. */
function waitingOnes(
  connection: Connection,
  put: ReturnType<typeof seqs>["put"],
  lengthen: Lengthen,
) {
  const { db } = connection;
  const markHistory = db.prepare<[number]>("INSERT INTO history_events (event) VALUES (?)");
  const anyWaiting = db.prepare<[], 1>("SELECT 1 FROM unmatched LIMIT 1").pluck();
  const waiting = db.prepare<[number, string], Waiting>(selectWaiting);
  const hasEvent = db.prepare<[number, number], 1>(selectHasEvent).pluck();
  const forget = db.prepare<[number, string]>(
    // What is of a withdrawn file, or awaits release, waits on: it may become active later.
    `DELETE FROM unmatched WHERE process_type = ? AND key = ? AND EXISTS (
       SELECT 1 FROM messages m JOIN files f ON f.id = m.file
       WHERE m.id = message AND f.state = 'recorded' AND f.awaiting_release = 0)`,
  );
  const recount = db.prepare<[number]>(
    `UPDATE event_counts SET events = events + 1
     WHERE file = (SELECT file FROM messages WHERE id = ?)`,
  );
  /** Whether any message waits; null while it was not asked for in this transaction. */
  let anyWaits: boolean | null = null;
  const ask = () => {
    anyWaits = null;
  };
  connection.remember({ keep: ask, forget: ask });
  let waited = 0;

  /** What waited for a process that is there, after its last event. */
  async function takeUp(opening: Opening, process: number, seq: number): Promise<void> {
    anyWaits ??= (await anyWaiting.get()) !== undefined;
    if (!anyWaits) return;
    const { processType, key, recordedAt } = opening;
    let previous = seq;
    for (const { message, type, occurredAt, data, history } of await waiting.all(
      processType,
      key,
    )) {
      if ((await hasEvent.get(message, processType)) !== undefined) continue;
      const own = { schemaVersion: 1, message, data };
      previous = put({ processType, key, type, occurredAt, recordedAt, ...own }, process, previous);
      if (history === 1) await markHistory.run(previous);
      await tookUp(message);
    }
    await forget.run(processType, key);
    if (previous !== seq) lengthen(previous, process);
  }

  function begin(): void {
    waited = 0;
  }

  function waits(): void {
    anyWaits = true;
  }

  async function tookUp(message: number): Promise<void> {
    await recount.run(message);
    waited += 1;
  }

  return { begin, takeUp, tookUp, waits, takenUp: () => waited };
}

/** Prepares the statements. */
export function eventRows(connection: Connection): EventRows {
  const numbered = seqs(connection);
  const heads = processHeads(connection);
  const anyCounts = connection.db.prepare<[number], 1>(selectAnyCounts).pluck();

  /** Processes first: events refer to them. */
  async function write(): Promise<void> {
    await heads.open();
    await numbered.write();
    await heads.move();
  }

  function put(...event: Parameters<typeof numbered.put>): number {
    connection.defer(write);
    return numbered.put(...event);
  }

  function lengthen(last: number, process: number): void {
    connection.defer(write);
    heads.lengthen(last, process);
  }

  const waiting = waitingOnes(connection, put, lengthen);
  const { takeUp } = waiting;

  return {
    async begin() {
      heads.begin();
      waiting.begin();
      await numbered.begin();
    },
    expect: heads.expect,
    process: heads.find,
    async append(event) {
      const found = await heads.find(event.processType, event.key);
      const id = found?.id ?? (await heads.add(event.processType, event.key, numbered.next()));
      const seq = put(event, id, found?.lastEvent ?? null);
      lengthen(seq, id);
      await takeUp(event, id, seq);
      return seq;
    },
    async isThere(processType, key) {
      const found = await heads.find(processType, key);
      return found !== undefined && (await anyCounts.get(found.id)) !== undefined;
    },
    async match(processType, key, recordedAt) {
      const found = await heads.find(processType, key);
      if (found !== undefined)
        await takeUp({ processType, key, recordedAt }, found.id, found.lastEvent);
    },
    tookUp: waiting.tookUp,
    waits: waiting.waits,
    appended: numbered.appended,
    takenUp: waiting.takenUp,
  };
}
