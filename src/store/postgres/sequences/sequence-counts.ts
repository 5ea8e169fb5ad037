import type { Connection } from "../database/connection.ts";
import type { Intern } from "../database/interned.ts";
import type { SequenceKey } from "./gaps.ts";

/** The series of a sender and flow that was begun last before a moment. */
const selectSeries = `
  SELECT series FROM sequence_counts
  WHERE sender = ? AND flow = ? AND began_at <= ? ORDER BY began_at DESC LIMIT 1`;

/** The highest number of a series. */
const selectHighest =
  "SELECT number FROM sequences WHERE sender = ? AND flow = ? ORDER BY number DESC LIMIT 1";

/** The lowest number of a series. */
const selectLowest =
  "SELECT number FROM sequences WHERE sender = ? AND flow = ? ORDER BY number LIMIT 1";

/** When the last file with a number was sent. */
const selectLastSent = `
  SELECT max(f.occurred_at) FROM sequences s JOIN files f ON f.id = s.file
  WHERE s.sender = ? AND s.flow = ? AND s.number = ?`;

/** A number, and when its file was sent. */
export interface SentNumber {
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly sentAt: number;
  /** Files sent this far apart are of different counts, in milliseconds; null where numbers are for ever. */
  readonly withinMs: number | null;
}

/** The series of senders that begin their numbers anew. Within a write only. */
export interface SequenceCounts {
  /** The series that a number is of; null when it begins one. */
  seriesOf(sender: string, flow: string, sent: SentNumber): Promise<SequenceKey | null>;
  /** The series that a number is of; one that it begins is there from now on. */
  begun(sender: string, flow: string, sent: SentNumber): Promise<SequenceKey>;
  highest(key: SequenceKey): Promise<number | null>;
}

/** Prepares the statements over `sequence_counts`. */
export function sequenceCounts(connection: Connection, word: Intern): SequenceCounts {
  const { db } = connection;
  const series = db.prepare<[number, number, number], number>(selectSeries).pluck();
  const highest = db.prepare<[number, number], number>(selectHighest).pluck();
  const lowest = db.prepare<[number, number], number>(selectLowest).pluck();
  const lastSent = db.prepare<[number, number, number], number | null>(selectLastSent).pluck();
  const insert = db.prepare<[number, number, number, number]>(
    "INSERT INTO sequence_counts (sender, flow, began_at, series) VALUES (?, ?, ?, ?)",
  );

  /**
   * A number that was here so long ago that its file cannot be meant; or one below all that there are, sent
   * after the highest: an overtaken file was sent before that.
   */
  async function beginsAnew(
    key: SequenceKey,
    { number, sentAt }: SentNumber,
    withinMs: number,
  ): Promise<boolean> {
    const last = await highest.get(...key);
    if (last === undefined || number > last) return false;
    const before = (await lastSent.get(...key, number)) ?? null;
    if (before !== null) return sentAt - before >= withinMs;
    const isBelowAll = number < ((await lowest.get(...key)) ?? 0);
    return isBelowAll && sentAt > ((await lastSent.get(...key, last)) ?? 0);
  }

  async function seriesOf(
    sender: string,
    flow: string,
    sent: SentNumber,
  ): Promise<SequenceKey | null> {
    const first: SequenceKey = [await word(sender), await word(flow)];
    const { sentAt, withinMs } = sent;
    const upTo = withinMs === null ? Number.MAX_SAFE_INTEGER : sentAt;
    const key: SequenceKey = [(await series.get(...first, upTo)) ?? first[0], first[1]];
    return withinMs !== null && (await beginsAnew(key, sent, withinMs)) ? null : key;
  }

  return {
    seriesOf,
    async begun(sender, flow, sent) {
      const known = await seriesOf(sender, flow, sent);
      if (known !== null) return known;
      const name = `${sender}, counted anew from ${new Date(sent.sentAt).toISOString()}`;
      const begun: SequenceKey = [await word(name), await word(flow)];
      await insert.run(await word(sender), await word(flow), sent.sentAt, begun[0]);
      return begun;
    },
    highest: async (key) => (await highest.get(...key)) ?? null,
  };
}
