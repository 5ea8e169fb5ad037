import type { ProcessSummary, Store } from "../../port/store.ts";
import type { Connection } from "../database/connection.ts";
import { inKeys, keysPerPage, listing } from "../database/listing.ts";
import { chainOf } from "../events/chain.ts";

/** Processes with the span of their events that are not void; none whose events all are. */
export const selectSummaries = `
  ${chainOf(`id ${inKeys}`)}
  SELECT w.text AS type, p.key,
         (SELECT s.text FROM builds b JOIN words s ON s.id = b.status
          WHERE b.process = p.id AND b.error IS NULL) AS status,
         count(*) AS events,
         min(e.occurred_at) AS firstAt, max(e.occurred_at) AS lastAt
  FROM chain c JOIN events e ON e.seq = c.seq
  JOIN processes p ON p.id = e.process JOIN words w ON w.id = p.type
  WHERE NOT EXISTS (SELECT 1 FROM voids v WHERE v.event = e.seq)
  GROUP BY p.id ORDER BY p.id`;

/** Every process with a key. */
export const selectProcessesByKey = "SELECT id FROM processes WHERE key = ? ORDER BY id";

interface Wanted {
  readonly after: number;
  readonly type: string | null;
  readonly status: string | null;
  readonly limit: number;
}

/** Reading processes as lists show them. */
export function readProcesses(connection: Connection): Pick<Store, "processes" | "processesByKey"> {
  const { db } = connection;
  const summaries = db.prepare<[string], ProcessSummary>(selectSummaries);
  const summariesOf = (ids: readonly number[]) => summaries.all(JSON.stringify(ids));
  const byKey = db.prepare<[string], number>(selectProcessesByKey).pluck();
  const idsAfter = db
    .prepare<[Wanted], number>(
      `SELECT id FROM processes p
       WHERE id > @after AND (@type IS NULL OR type = (SELECT id FROM words WHERE text = @type))
         AND (@status IS NULL OR EXISTS (
           SELECT 1 FROM builds b JOIN words s ON s.id = b.status
           WHERE b.process = p.id AND b.error IS NULL AND s.text = @status))
       ORDER BY id LIMIT @limit`,
    )
    .pluck();
  return {
    processes: (type, status) =>
      listing(
        connection,
        "process",
        (after) =>
          idsAfter.all({ after, type: type ?? null, status: status ?? null, limit: keysPerPage }),
        summariesOf,
      ),
    processesByKey: (key) => connection.readOf(`Process ${key}`, () => summariesOf(byKey.all(key))),
  };
}
