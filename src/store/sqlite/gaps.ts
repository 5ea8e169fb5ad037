import type { GapStore, SequenceGap } from "../../core/gap-store.ts";
import type { Connection } from "./connection.ts";

/** Where the numbers of a sender's flow stand. */
export const selectHead = `
  SELECT number, gap_since AS gapSince, gives_up AS givesUp FROM sequence_heads
  WHERE sender = ? AND flow = ?`;

/** The number after which the next one is missing, from a number that is here on. */
const selectEndOfRun = `
  WITH RECURSIVE run (number) AS (
    SELECT ?
    UNION
    SELECT s.number FROM run r
    JOIN sequences s ON s.sender = ? AND s.flow = ? AND s.number = r.number + 1
  )
  SELECT max(number) FROM run`;

/** The first number that is here after a gap. */
export const selectNextNumber = `
  SELECT number FROM sequences WHERE sender = ? AND flow = ? AND number > ? ORDER BY number LIMIT 1`;

/** What is to be done because of an event: the number of its file, if it is to wait for those before. */
export const selectNumberOfEvent = `
  SELECT s.sender, s.flow, s.number FROM events e
  JOIN messages m ON m.id = e.message JOIN sequences s ON s.file = m.file
  WHERE e.seq = ? AND s.waits = 1 LIMIT 1`;

/** Lets actions go whose missing files have come. */
export const releaseWaits = `
  UPDATE actions SET due_at = ?, reason = NULL
  WHERE state = 'planned' AND id IN (
    SELECT action FROM gap_waits WHERE sender = ? AND flow = ? AND number <= ?)`;

interface Head {
  readonly number: number;
  readonly gapSince: number | null;
  readonly givesUp: number | null;
}

/** A sender and flow, by their words. */
export type SequenceKey = readonly [sender: number, flow: number];

/** A gap that something waits for. */
export interface OpenGap {
  readonly key: SequenceKey;
  /** The number of the file whose event waits, and the first that is missing. */
  readonly number: number;
  readonly missing: number;
  /** Milliseconds since 1970. */
  readonly givesUpAt: number;
}

/** How far each sender's numbers are without a gap, and what waits for missing ones. Within a write only. */
export interface Gaps {
  /** A number has come; a gap before it is given up after so many milliseconds. */
  fill(key: SequenceKey, number: number, giveUpAfterMs: number): void;
  /** The gap that what is done because of the event is to wait for; null when there is none. */
  before(event: number): OpenGap | null;
  /** Notes that the action waits for it. */
  wait(action: number, gap: OpenGap): void;
}

/** Prepares the statements. */
export function gaps(connection: Connection): Gaps {
  const { db } = connection;
  const head = db.prepare<[number, number], Head>(selectHead);
  const put = db.prepare<[number, number, number, number | null, number | null]>(
    `INSERT INTO sequence_heads (sender, flow, number, gap_since, gives_up) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (sender, flow) DO UPDATE SET
       number = excluded.number, gap_since = excluded.gap_since, gives_up = excluded.gives_up`,
  );
  const endOfRun = db.prepare<[number, number, number], number>(selectEndOfRun).pluck();
  const nextNumber = db.prepare<[number, number, number], number>(selectNextNumber).pluck();
  const anyGap = db
    .prepare<[], 1>("SELECT 1 FROM sequence_heads WHERE gap_since IS NOT NULL LIMIT 1")
    .pluck();
  const numberOf = db.prepare<[number], { sender: number; flow: number; number: number }>(
    selectNumberOfEvent,
  );
  const release = db.prepare<[number, number, number, number]>(releaseWaits);
  const forget = db.prepare<[number, number, number]>(
    "DELETE FROM gap_waits WHERE sender = ? AND flow = ? AND number <= ?",
  );
  const addWait = db.prepare<[number, number, number, number]>(
    "INSERT INTO gap_waits (sender, flow, number, action) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
  );

  /** The head goes on to a number that is here, and over those that follow it. */
  function moveTo(key: SequenceKey, number: number, now: number, giveUpAfterMs: number): void {
    const end = endOfRun.get(number, ...key) ?? number;
    const next = nextNumber.get(...key, end);
    if (next === undefined) put.run(...key, end, null, null);
    else put.run(...key, end, now, now + giveUpAfterMs);
    release.run(now, ...key, end);
    forget.run(...key, end);
  }

  function fill(key: SequenceKey, number: number, giveUpAfterMs: number): void {
    const now = connection.stamp();
    const found = head.get(...key);
    if (found === undefined) put.run(...key, number, null, null);
    else if (number === found.number + 1) moveTo(key, number, now, giveUpAfterMs);
    else if (number <= found.number) return;
    else if (found.gapSince === null) put.run(...key, found.number, now, now + giveUpAfterMs);
    else if ((found.givesUp ?? 0) <= now) {
      const beyond = nextNumber.get(...key, found.number);
      if (beyond !== undefined) moveTo(key, beyond, now, giveUpAfterMs);
    }
  }

  return {
    fill,
    before(event) {
      if (anyGap.get() === undefined) return null;
      const file = numberOf.get(event);
      if (file === undefined) return null;
      const key = [file.sender, file.flow] as const;
      const found = head.get(...key);
      if (found === undefined || file.number <= found.number || found.givesUp === null) return null;
      if (found.givesUp <= connection.now()) return null;
      const missing = found.number + 1;
      return { key, number: file.number, missing, givesUpAt: found.givesUp };
    },
    wait(action, { key, number }) {
      addWait.run(...key, number, action);
    },
  };
}

/** Reading what is missing. */
export function readGaps(connection: Connection): GapStore {
  const open = connection.db.prepare<[number], SequenceGap>(`
    SELECT s.text AS sender, f.text AS flow, h.number + 1 AS "from",
           (SELECT min(q.number) FROM sequences q
            WHERE q.sender = h.sender AND q.flow = h.flow AND q.number > h.number) - 1 AS "to",
           h.gap_since AS since, h.gives_up AS givesUpAt,
           (SELECT count(*) FROM gap_waits w JOIN actions a ON a.id = w.action
            WHERE w.sender = h.sender AND w.flow = h.flow AND a.state = 'planned') AS waiting
    FROM sequence_heads h JOIN words s ON s.id = h.sender JOIN words f ON f.id = h.flow
    WHERE h.gap_since IS NOT NULL AND h.gives_up > ?
    ORDER BY h.gap_since`);
  return { gaps: () => connection.read(() => open.all(connection.now())) };
}
