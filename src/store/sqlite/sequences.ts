import { type Envelope, isTestData } from "../../core/envelope.ts";
import type { Problem } from "../../core/problem.ts";
import { judgeSequence, type SequenceClaim } from "../../core/sequence.ts";
import type { Connection } from "./connection.ts";
import type { Gaps } from "./gaps.ts";
import type { Intern } from "./interned.ts";

/** The highest number of a sender and flow. */
export const selectHighest =
  "SELECT number FROM sequences WHERE sender = ? AND flow = ? ORDER BY number DESC LIMIT 1";

/** Files with one number, with the bytes they have and whether they stand. */
export const selectSameNumber = `
  SELECT s.file, f.content, f.state IN ('recorded', 'recording') AS stands
  FROM sequences s JOIN files f ON f.id = s.file
  WHERE s.sender = ? AND s.flow = ? AND s.number = ? ORDER BY s.file`;

interface SameNumber {
  readonly file: number;
  readonly content: number;
  readonly stands: 0 | 1;
}

/** A file as far as its number is concerned. */
export interface Numbered {
  readonly envelope: Envelope | null;
  readonly sequence: SequenceClaim | null;
}

/** The running numbers of senders' files. Within a write only. */
export interface Sequences {
  /** What is wrong with the number of a file with this content (null: new to the store), if anything is. */
  judge(file: Numbered, content: number | null): Problem | null;
  /** Notes that the number has come. */
  fill(id: number, file: Numbered): void;
  /** Whether the file's number is noted. */
  isFilled(id: number): boolean;
  /** Forgets the number of a file that is removed. */
  forget(id: number): void;
}

/** Prepares the statements over `sequences`. */
export function sequences(connection: Connection, word: Intern, gaps: Gaps): Sequences {
  const { db } = connection;
  const highest = db.prepare<[number, number], number>(selectHighest).pluck();
  const same = db.prepare<[number, number, number], SameNumber>(selectSameNumber);
  const insert = db.prepare<[number, number, number, number, 0 | 1]>(
    `INSERT INTO sequences (sender, flow, number, file, waits) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );
  const ofFile = db.prepare<[number], 1>("SELECT 1 FROM sequences WHERE file = ?").pluck();
  const remove = db.prepare<[number]>("DELETE FROM sequences WHERE file = ?");
  /** Test data is numbered apart from live data, as partners do (decision 0012). */
  const keyOf = (envelope: Envelope): [sender: number, flow: number] => {
    const { from, flow } = envelope;
    const sender = `${from.role ?? ""}:${from.participant ?? ""}`;
    return [word(isTestData(envelope) ? `${sender} (test data)` : sender), word(flow)];
  };

  return {
    judge({ envelope, sequence }, content) {
      if (envelope === null || sequence === null) return null;
      const key = keyOf(envelope);
      const others = same.all(...key, sequence.number);
      const other = others.find((row) => row.stands === 1 && row.content !== content);
      return judgeSequence(sequence, {
        highest: highest.get(...key) ?? null,
        same: other?.file ?? null,
        filled: others.length > 0,
      });
    },
    fill(id, { envelope, sequence }) {
      if (envelope === null || sequence === null) return;
      const key = keyOf(envelope);
      gaps.fill(key, sequence.number, highest.get(...key) ?? null, sequence.holdForMs);
      insert.run(...key, sequence.number, id, sequence.onGap === "hold" ? 1 : 0);
    },
    isFilled: (id) => ofFile.get(id) === 1,
    forget(id) {
      remove.run(id);
    },
  };
}
