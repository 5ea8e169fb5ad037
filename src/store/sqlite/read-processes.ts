import type { ProcessSummary, Store } from "../../core/store.ts";
import { chainOf } from "./chain.ts";
import type { Connection } from "./connection.ts";
import { inKeys, keysPerPage, listing } from "./listing.ts";

/** Processes with the span of their events that are not void; none whose events all are. */
export const selectSummaries = `
  ${chainOf(`id ${inKeys}`)}
  SELECT w.text AS type, p.key, count(*) AS events,
         min(e.occurred_at) AS firstAt, max(e.occurred_at) AS lastAt
  FROM chain c JOIN events e ON e.seq = c.seq
  JOIN processes p ON p.id = e.process JOIN words w ON w.id = p.type
  WHERE NOT EXISTS (SELECT 1 FROM voids v WHERE v.event = e.seq)
  GROUP BY p.id ORDER BY p.id`;

/** Every process with a key. */
export const selectProcessesByKey = "SELECT id FROM processes WHERE key = ? ORDER BY id";

/** Reading processes as lists show them. */
export function readProcesses(connection: Connection): Pick<Store, "processes" | "processesByKey"> {
  const { db } = connection;
  const summaries = db.prepare<[string], ProcessSummary>(selectSummaries);
  const summariesOf = (ids: readonly number[]) => summaries.all(JSON.stringify(ids));
  const byKey = db.prepare<[string], number>(selectProcessesByKey).pluck();
  const idsAfter = db
    .prepare<[{ after: number; type: string | null; limit: number }], number>(
      `SELECT id FROM processes
       WHERE id > @after AND (@type IS NULL OR type = (SELECT id FROM words WHERE text = @type))
       ORDER BY id LIMIT @limit`,
    )
    .pluck();
  return {
    processes: (type) =>
      listing(
        connection,
        (after) => idsAfter.all({ after, type: type ?? null, limit: keysPerPage }),
        summariesOf,
      ),
    processesByKey: (key) => connection.read(() => summariesOf(byKey.all(key))),
  };
}
