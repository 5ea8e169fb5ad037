import type { RouteStore } from "../../port/events/route-store.ts";
import { batchesFrom, type UnroutedRow } from "../../rules/routing-batches.ts";
import type { Connection } from "../database/connection.ts";

const waitingMessages = (isLong: "EXISTS" | "NOT EXISTS") => `
  SELECT u.file, u.next_line AS fromLine, m.id, m.line, j.flow, g.text AS "group", j.from_role AS fromRole,
         j.from_participant AS fromParticipant, w.text AS subjectKind, m.subject_key AS subjectKey,
         CASE WHEN j.flow IN (SELECT value FROM json_each(?)) THEN m.data END AS data
  FROM unrouted u
  JOIN files f ON f.id = u.file
  LEFT JOIN envelope_keys j ON j.id = f.envelope_key
  LEFT JOIN messages m ON m.file = u.file AND m.line >= u.next_line AND m.invalid = 0
  LEFT JOIN strings g ON g.id = m.group_code
  LEFT JOIN strings w ON w.id = m.subject_kind
  WHERE ${isLong} (SELECT 1 FROM event_counts c WHERE c.file = u.file)
  ORDER BY u.file, m.line
  LIMIT ?`;

/**
 * The oldest waiting messages, file by file; a file whose last message went meanwhile gives one empty
 * row. Files of many messages come after the others once they are begun: a file of millions must not hold
 * up the small ones behind it.
 */
export const selectUnrouted = waitingMessages("NOT EXISTS");
/** Messages that wait to be routed, of files with so many that they would hold up the small ones behind them. */
export const selectUnroutedOfLong = waitingMessages("EXISTS");

/** Reads what waits to be routed, in batches of one file each. */
export function waitingBatches(connection: Connection): RouteStore["waiting"] {
  const waiting = connection.db.prepare<[string, number], UnroutedRow>(selectUnrouted);
  const waitingOfLong = connection.db.prepare<[string, number], UnroutedRow>(selectUnroutedOfLong);

  return ({ limit, looksInto = new Set() }) =>
    connection.read(() => {
      const flows = JSON.stringify([...looksInto]);
      const rows = waiting.all(flows, limit + 1);
      const rest = limit - rows.length;
      const batches = batchesFrom(rows, limit);
      if (rest <= 0) return batches;
      return [...batches, ...batchesFrom(waitingOfLong.all(flows, rest + 1), rest)];
    });
}
