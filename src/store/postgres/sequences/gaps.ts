import type { GapStore, SequenceGap } from "../../port/expected/gap-store.ts";
import type { Connection } from "../database/connection.ts";

/** The run of missing numbers that a number is in. */
const selectGapAround = `
  SELECT id, from_number AS "from", to_number AS "to", since, gives_up AS "givesUpAt" FROM sequence_gaps
  WHERE sender = ? AND flow = ? AND from_number <= ? ORDER BY from_number DESC LIMIT 1`;

/**
 * What is missing before a number and still waited for: the first number, and until when. A wait that began
 * while the clock was ahead is as long as it was.
 */
const selectGapsBefore = `
  SELECT min(from_number) AS missing,
         max(least(gives_up, @now + gives_up - since)) AS "givesUpAt"
  FROM sequence_gaps
  WHERE sender = @sender AND flow = @flow AND from_number < @number AND gives_up > @now`;

/** What is to be done because of an event: the number of its file, if it is to wait for those before. */
const selectNumberOfEvent = `
  SELECT s.sender, s.flow, s.number FROM events e
  JOIN messages m ON m.id = e.message JOIN sequences s ON s.file = m.file
  WHERE e.seq = ? AND s.waits = 1 LIMIT 1`;

const waitsOver = `
  SELECT w.action FROM gap_waits w
  WHERE w.sender = @sender AND w.flow = @flow AND NOT EXISTS (
    SELECT 1 FROM sequence_gaps g
    WHERE g.sender = w.sender AND g.flow = w.flow AND g.from_number < w.number AND g.gives_up > @now)`;

/** Lets actions go before whose files nothing is missing any more. */
const releaseWaits = `
  UPDATE actions SET due_at = @now, reason = NULL
  WHERE state = 'planned' AND due_at > @now AND id IN (${waitsOver})`;

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

/** What is missing in senders' sequences, and what waits for it. Within a write only. */
export interface Gaps {
  /** A number has come; what is missing between it and the highest before is given up after so many milliseconds. */
  fill(
    key: SequenceKey,
    number: number,
    highest: number | null,
    giveUpAfterMs: number,
  ): Promise<void>;
  /** What actions because of the event are to wait for; null when nothing is missing. */
  before(event: number): Promise<OpenGap | null>;
  /** Notes that the action waits for it. */
  wait(action: number, gap: OpenGap): Promise<void>;
}

type Run = Pick<SequenceGap, "id" | "from" | "to" | "since" | "givesUpAt">;

/** Prepares the statements. */
export function gaps(connection: Connection): Gaps {
  const { db } = connection;
  const around = db.prepare<[number, number, number], Run>(selectGapAround);
  const insert = db.prepare<[number, number, number, number, number, number]>(
    `INSERT INTO sequence_gaps (sender, flow, from_number, to_number, since, gives_up)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const remove = db.prepare<[number]>("DELETE FROM sequence_gaps WHERE id = ?");
  const endAt = db.prepare<[number, number]>("UPDATE sequence_gaps SET to_number = ? WHERE id = ?");
  const any = db.prepare<[], 1>("SELECT 1 FROM sequence_gaps LIMIT 1").pluck();
  const numberOf = db.prepare<[number], { sender: number; flow: number; number: number }>(
    selectNumberOfEvent,
  );
  const before = db.prepare<
    [{ sender: number; flow: number; number: number; now: number }],
    { missing: number | null; givesUpAt: number | null }
  >(selectGapsBefore);
  const release = db.prepare<[{ sender: number; flow: number; now: number }]>(releaseWaits);
  const forget = db.prepare<[{ sender: number; flow: number; now: number }]>(
    `DELETE FROM gap_waits WHERE sender = @sender AND flow = @flow AND action IN (${waitsOver})`,
  );
  const addWait = db.prepare<[number, number, number, number]>(
    "INSERT INTO gap_waits (sender, flow, number, action) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
  );

  /** One of a run of missing numbers has come: what is left of the run stays. */
  async function take(key: SequenceKey, number: number, now: number): Promise<void> {
    const run = await around.get(...key, number);
    if (run === undefined || run.to < number) return;
    if (number === run.from) await remove.run(run.id);
    else await endAt.run(number - 1, run.id);
    if (number < run.to) await insert.run(...key, number + 1, run.to, run.since, run.givesUpAt);
    const [sender, flow] = key;
    await release.run({ sender, flow, now });
    await forget.run({ sender, flow, now });
  }

  return {
    async fill(key, number, highest, giveUpAfterMs) {
      if (highest === null) return;
      const now = connection.now();
      if (number <= highest) await take(key, number, now);
      else if (number > highest + 1)
        await insert.run(...key, highest + 1, number - 1, now, now + giveUpAfterMs);
    },
    async before(event) {
      if ((await any.get()) === undefined) return null;
      const file = await numberOf.get(event);
      if (file === undefined) return null;
      const key = [file.sender, file.flow] as const;
      const found = await before.get({ ...file, now: connection.now() });
      if (found === undefined || found.missing === null || found.givesUpAt === null) return null;
      return { key, number: file.number, missing: found.missing, givesUpAt: found.givesUpAt };
    },
    async wait(action, { key, number }) {
      await addWait.run(...key, number, action);
    },
  };
}

/** Reading what is missing. */
export function readGaps(connection: Connection): GapStore {
  const all = connection.db.prepare<[], SequenceGap>(`
    SELECT g.id, s.text AS sender, f.text AS flow, g.from_number AS "from", g.to_number AS "to",
           g.since, g.gives_up AS "givesUpAt",
           (SELECT c.text FROM sequences q JOIN files i ON i.id = q.file JOIN strings c ON c.id = i.channel
            WHERE q.sender = g.sender AND q.flow = g.flow AND q.number > g.to_number
            ORDER BY q.number LIMIT 1) AS channel
    FROM sequence_gaps g JOIN strings s ON s.id = g.sender JOIN strings f ON f.id = g.flow
    ORDER BY g.since, g.id`);
  return { list: () => connection.read(() => all.all()) };
}
