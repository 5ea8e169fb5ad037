import type { NamedLine } from "../../../core/file/document.ts";
import type { Connection } from "../database/connection.ts";

/** Notes the messages of a file that routing does not come by: the invalid ones, or all of one that waits whole. */
const insertWaitingMentions = `
  INSERT INTO mentions (file, line, key)
  SELECT m.file, m.line, m.subject_key
  FROM files f JOIN messages m ON m.file = f.id
  WHERE f.id = @file AND (@whole = 1 OR f.invalid > 0)
    AND m.subject_key IS NOT NULL AND (@whole = 1 OR m.invalid = 1)
  ON CONFLICT DO NOTHING`;

/** Noting which subjects are named where no process tells of it. Within a write only. */
export interface Mentions {
  /** Of a refused file, whose messages are not kept. */
  ofRefused(file: number, named: readonly NamedLine[]): Promise<void>;
  /** Of a file whose messages are written: the invalid ones, or all of them where the file waits `whole`. */
  ofWaiting(file: number, whole: boolean): Promise<void>;
  /** Of a message that no process of its subject's key took. */
  ofMessage(file: number, line: number, key: string): Promise<void>;
  forget(file: number): Promise<void>;
}

/** Prepares the statements. */
export function mentions({ db }: Connection): Mentions {
  const insert = db.prepare<[number, number, string]>(
    `INSERT INTO mentions (file, line, key) VALUES (?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );
  const insertWaiting = db.prepare<[{ file: number; whole: 0 | 1 }]>(insertWaitingMentions);
  const remove = db.prepare<[number]>("DELETE FROM mentions WHERE file = ?");
  return {
    async ofRefused(file, named) {
      for (const { line, key } of named) await insert.run(file, line, key);
    },
    ofWaiting: async (file, whole) =>
      void (await insertWaiting.run({ file, whole: whole ? 1 : 0 })),
    ofMessage: async (file, line, key) => void (await insert.run(file, line, key)),
    forget: async (file) => void (await remove.run(file)),
  };
}
