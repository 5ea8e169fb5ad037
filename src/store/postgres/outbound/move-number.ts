import type { NumberStore } from "../../port/outbound/number-store.ts";
import type { Connection } from "../database/connection.ts";

/** A person moves the numbers of a series on: never back, since no number is given twice. */
export function moveNumber(connection: Connection): NumberStore["move"] {
  const { db } = connection;
  const lastOf = db.prepare<[string], number>("SELECT last FROM numbers WHERE series = ?").pluck();
  const set = db.prepare<[string, number]>(
    `INSERT INTO numbers (series, last) VALUES (?, ?)
     ON CONFLICT (series) DO UPDATE SET last = excluded.last`,
  );
  const note = db.prepare<[string, number, number, string, string, number]>(
    `INSERT INTO moved_numbers (series, last, next, actor, reason, moved_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  return ({ series, next, actor, reason }) =>
    connection.write(async () => {
      const last = (await lastOf.get(series)) ?? 0;
      if (next <= last + 1) return { moved: false, last };
      await set.run(series, next - 1);
      await note.run(series, last, next, actor, reason, connection.now());
      return { moved: true, last };
    });
}
