import type { Envelope } from "../../../core/file/envelope.ts";
import type { SamenessRule } from "../../../core/file/identity.ts";
import type { Problem } from "../../../core/file/problem.ts";
import type { SequenceClaim } from "../../../core/file/sequence.ts";
import { numberedSender, numberVerdict } from "../../rules/files/file-verdict.ts";
import type { Likeness } from "../../rules/files/likeness.ts";
import type { Connection } from "../database/connection.ts";
import type { Intern } from "../database/interned.ts";
import type { Gaps } from "./gaps.ts";
import { type SentNumber, sequenceCounts } from "./sequence-counts.ts";

/** Files with one number, with the bytes they have and whether they are active. */
const selectSameNumber = `
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
  readonly sameness: Pick<SamenessRule, "identityWithinMs">;
}

/** The running numbers of senders' files. Within a write only. */
export interface Sequences {
  /** What is wrong with the number of a file with this content (null: new to the store), if anything is. */
  judge(file: Numbered, sent: Pick<Likeness, "content" | "occurredAt">): Promise<Problem | null>;
  /** Notes that the number has come, in a file sent at that moment. */
  fill(id: number, file: Numbered, occurredAt: number): Promise<void>;
  /** Whether the file's number is noted. */
  isFilled(id: number): Promise<boolean>;
  /** Forgets the number of a file that is removed. */
  forget(id: number): Promise<void>;
}

/** Prepares the statements over `sequences`. */
export function sequences(connection: Connection, word: Intern, gaps: Gaps): Sequences {
  const { db } = connection;
  const counts = sequenceCounts(connection, word);
  const same = db.prepare<[number, number, number], SameNumber>(selectSameNumber);
  const insert = db.prepare<[number, number, number, number, 0 | 1]>(
    `INSERT INTO sequences (sender, flow, number, file, waits) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );
  const ofFile = db.prepare<[number], 1>("SELECT 1 FROM sequences WHERE file = ?").pluck();
  const remove = db.prepare<[number]>("DELETE FROM sequences WHERE file = ?");
  const sentNumber = (
    { number }: SequenceClaim,
    { identityWithinMs: withinMs }: Numbered["sameness"],
    sentAt: number,
  ): SentNumber => ({ number, sentAt, withinMs });

  return {
    async judge({ envelope, sequence, sameness }, { content, occurredAt }) {
      if (envelope === null || sequence === null) return null;
      const sent = sentNumber(sequence, sameness, occurredAt);
      const key = await counts.seriesOf(numberedSender(envelope), envelope.flow, sent);
      if (key === null) return null;
      const others = await same.all(...key, sequence.number);
      const sameNumber = others.map((other) => ({
        file: other.file,
        stands: other.stands === 1,
        isSameBytes: other.content === content,
      }));
      return numberVerdict(sequence, await counts.highest(key), sameNumber);
    },
    async fill(id, { envelope, sequence, sameness }, occurredAt) {
      if (envelope === null || sequence === null) return;
      const sent = sentNumber(sequence, sameness, occurredAt);
      const key = await counts.begun(numberedSender(envelope), envelope.flow, sent);
      await gaps.fill(key, sequence.number, await counts.highest(key), sequence.waitForMs);
      await insert.run(...key, sequence.number, id, sequence.onGap === "wait" ? 1 : 0);
    },
    isFilled: async (id) => (await ofFile.get(id)) === 1,
    async forget(id) {
      await remove.run(id);
    },
  };
}
