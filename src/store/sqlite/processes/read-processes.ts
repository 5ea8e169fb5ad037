import { chainOf } from "../../chain.ts";
import type { ProcessStore, ProcessSummary } from "../../port/processes/process-store.ts";
import { upTo } from "../../rows/listed.ts";
import { type WantedEvents, wantedEventsOf } from "../../rows/wanted-events.ts";
import type { Connection } from "../database/connection.ts";
import { inKeys, keysPerPage, listing } from "../database/listing.ts";
import { selectWantedEvents } from "../events/wanted-events.ts";

/** Processes with the span of their events that are not void; none whose events all are. */
export const selectSummaries = `
  ${chainOf(`id ${inKeys}`)}
  SELECT p.id AS process, w.text AS type, p.key,
         (SELECT s.text FROM builds b JOIN strings s ON s.id = b.status
          WHERE b.process = p.id AND b.error IS NULL) AS status,
         count(*) AS events,
         min(e.occurred_at) AS firstAt, max(e.occurred_at) AS lastAt
  FROM chain c JOIN events e ON e.seq = c.seq
  JOIN processes p ON p.id = e.process JOIN strings w ON w.id = p.type
  WHERE NOT EXISTS (SELECT 1 FROM voids v WHERE v.event = e.seq)
  GROUP BY p.id ORDER BY p.id`;

/** Every process with a key. */
export const selectProcessesByKey = "SELECT id FROM processes WHERE key = ? ORDER BY id";

interface Wanted {
  readonly type: string | null;
  readonly status: string | null;
}

const wanted = `
  (@type IS NULL OR p.type = (SELECT id FROM strings WHERE text = @type))
  AND (@status IS NULL OR EXISTS (
    SELECT 1 FROM builds b JOIN strings s ON s.id = b.status
    WHERE b.process = p.id AND b.error IS NULL AND s.text = @status))`;

/** Of the processes with the numbers in `@keys`, those with an event that is wanted and not void. */
export const selectProcessesWith = `
  ${chainOf("id IN (SELECT value FROM json_each(@keys))")}
  SELECT DISTINCT e.process FROM chain c CROSS JOIN events e ON e.seq = c.seq
  WHERE ${selectWantedEvents} AND NOT EXISTS (SELECT 1 FROM voids v WHERE v.event = e.seq)
  ORDER BY e.process`;

/** Above every number of a process. */
const lastNumber = Number.MAX_SAFE_INTEGER;

/** Reading processes as lists show them. */
export function readProcesses(
  connection: Connection,
): Pick<ProcessStore, "list" | "highest" | "withKey"> {
  const { db } = connection;
  const summaries = db.prepare<[string], ProcessSummary>(selectSummaries);
  const summariesOf = (ids: readonly number[]) => summaries.all(JSON.stringify(ids));
  const byKey = db.prepare<[string], number>(selectProcessesByKey).pluck();
  const idsAfter = db
    .prepare<[Wanted & { after: number; before: number; limit: number }], number>(
      `SELECT p.id FROM processes p WHERE p.id > @after AND p.id < @before AND ${wanted} ORDER BY p.id LIMIT @limit`,
    )
    .pluck();
  const highest = db.prepare<[], number>("SELECT ifnull(max(id), 0) FROM processes").pluck();
  const idsWith = db
    .prepare<[WantedEvents & { keys: string }], number>(selectProcessesWith)
    .pluck();
  return {
    list({ type, status, withEvents, after = 0, before = lastNumber, limit } = {}) {
      const sought = { type: type ?? null, status: status ?? null, before };
      const page = (last: number) =>
        idsAfter.all({ ...sought, after: Math.max(last, after), limit: keysPerPage });
      if (withEvents === undefined)
        return upTo(listing(connection, "process", page, summariesOf), limit);
      const brought = wantedEventsOf(withEvents);
      const wantedOf = (keys: readonly number[]) =>
        idsWith.all({ ...brought, keys: JSON.stringify(keys) });
      return upTo(listing(connection, "process", page, summariesOf, wantedOf), limit);
    },
    highest: () => connection.read(() => highest.get() ?? 0),
    withKey: (key) => connection.readOf(`Process ${key}`, () => summariesOf(byKey.all(key))),
  };
}
