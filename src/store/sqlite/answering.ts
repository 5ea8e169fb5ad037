import type { AnswerStore } from "../../core/answer-store.ts";
import type { FileRecord } from "../../core/file.ts";
import type { Connection } from "./connection.ts";
import type { RowsOf } from "./listing.ts";

/** The files after one, with whether they are of a family. */
export const selectFilesAfter = `
  SELECT f.id, f.state = 'recording' AS isOpen, ifnull(j.family = @family, 0) AS isWanted
  FROM files f LEFT JOIN journeys j ON j.id = f.journey
  WHERE f.id > @after ORDER BY f.id LIMIT @limit`;

interface Row {
  readonly id: number;
  readonly isOpen: 0 | 1;
  readonly isWanted: 0 | 1;
}

/** The verbs by which files that came in are answered once. */
export function answering(connection: Connection, filesOf: RowsOf<FileRecord>): AnswerStore {
  const { db } = connection;
  const cursor = db.prepare<[], number>("SELECT file FROM answer_cursor").pluck();
  const begin = db.prepare(
    "INSERT INTO answer_cursor (one, file) SELECT 1, ifnull(max(id), 0) FROM files",
  );
  const move = db.prepare<[number]>("UPDATE answer_cursor SET file = max(file, ?)");
  const after = db.prepare<[{ family: string; after: number; limit: number }], Row>(
    selectFilesAfter,
  );

  return {
    async filesToAnswer(family, limit) {
      const from = await connection.read(() => cursor.get());
      if (from === undefined) {
        await connection.write(() => {
          if (cursor.get() === undefined) begin.run();
        });
        return { upTo: null, files: [] };
      }
      return connection.read(() => {
        const rows = after.all({ family, after: from, limit });
        const open = rows.findIndex(({ isOpen }) => isOpen === 1);
        const whole = open < 0 ? rows : rows.slice(0, open);
        const wanted = whole.filter(({ isWanted }) => isWanted === 1).map(({ id }) => id);
        const files = wanted.length === 0 ? [] : filesOf(wanted);
        return {
          upTo: whole.at(-1)?.id ?? null,
          files: files.filter(({ history }) => !history),
        };
      });
    },
    answered: (upTo) => connection.write(() => void move.run(upTo)),
  };
}
