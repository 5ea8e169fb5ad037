import type { Connection } from "../database/connection.ts";

/** Types that a message of a file is owed to: they failed to take it, or wait with it as with a new one. */
const owedTypes = `
  SELECT m.file, m.line, x.process_type FROM messages m JOIN failures x ON x.message = m.id
  WHERE m.file = @file AND (
    NOT EXISTS (SELECT 1 FROM settled s WHERE s.file = m.file AND s.line = m.line)
    OR EXISTS (SELECT 1 FROM owed o WHERE o.file = m.file AND o.line = m.line
                 AND o.process_type = x.process_type))
  UNION
  SELECT m.file, m.line, u.process_type FROM messages m JOIN unmatched u ON u.message = m.id
  WHERE m.file = @file AND u.history = 0`;

const isPending = (table: "owed" | "m") => `
  EXISTS (SELECT 1 FROM unrouted q WHERE q.file = ${table}.file AND q.next_line <= ${table}.line)`;

/** Notes what routing is done with; of what may be replaced, with what it says. */
const insertSettled = `
  INSERT INTO settled (file, line, subject_key, data)
  SELECT m.file, m.line, m.subject_key,
         CASE WHEN NOT EXISTS (SELECT 1 FROM events e WHERE e.message = m.id) THEN m.data END
  FROM messages m JOIN files f ON f.id = m.file
  WHERE m.file = @file AND m.invalid = 0 AND f.awaiting_release = 0 AND NOT ${isPending("m")}
  ON CONFLICT (file, line) DO UPDATE SET subject_key = excluded.subject_key, data = excluded.data`;

/** Whether what a type of process takes of a message is past. */
const selectIsPast = `
  SELECT 1 FROM settled s
  WHERE s.file = ? AND s.line = ? AND NOT EXISTS (
    SELECT 1 FROM owed o WHERE o.file = s.file AND o.line = s.line AND o.process_type = ?)`;

/** Which messages of files that are read or routed again are past for types of process that come later. Within a write only. */
export interface SettledLines {
  /** To be called before messages of an active file are replaced or put in line again. */
  settle(file: number): Promise<void>;
  /** To be called after: a message that reads otherwise than before is a new one. */
  keepUnchanged(file: number): Promise<void>;
  isPast(file: number, line: number, processType: number): Promise<boolean>;
}

/** Prepares the statements. */
export function settledLines(connection: Connection): SettledLines {
  const { db } = connection;
  const owe = db.prepare<[{ file: number }]>(
    `INSERT INTO owed (file, line, process_type) ${owedTypes}
     ON CONFLICT DO NOTHING`,
  );
  const pay = db.prepare<[{ file: number }]>(
    `DELETE FROM owed WHERE file = @file AND NOT ${isPending("owed")}
       AND NOT EXISTS (SELECT 1 FROM messages m JOIN failures x ON x.message = m.id
                       WHERE m.file = owed.file AND m.line = owed.line
                         AND x.process_type = owed.process_type)
       AND NOT EXISTS (SELECT 1 FROM messages m JOIN unmatched u ON u.message = m.id
                       WHERE m.file = owed.file AND m.line = owed.line
                         AND u.process_type = owed.process_type AND u.history = 0)`,
  );
  const note = db.prepare<[{ file: number }]>(insertSettled);
  const forget = db.prepare<[{ file: number }]>(
    `DELETE FROM settled WHERE file = @file AND data IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM messages m
       WHERE m.file = settled.file AND m.line = settled.line AND m.data = settled.data
         AND m.subject_key IS NOT DISTINCT FROM settled.subject_key)`,
  );
  const drop = db.prepare<[{ file: number }]>(
    "UPDATE settled SET data = NULL, subject_key = NULL WHERE file = @file AND data IS NOT NULL",
  );
  const past = db.prepare<[number, number, number], 1>(selectIsPast).pluck();
  return {
    async settle(file) {
      await owe.run({ file });
      await pay.run({ file });
      await note.run({ file });
    },
    async keepUnchanged(file) {
      await forget.run({ file });
      await drop.run({ file });
    },
    isPast: async (file, line, processType) =>
      (await past.get(file, line, processType)) !== undefined,
  };
}
