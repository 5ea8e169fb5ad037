import type { RoutableMessage } from "../../../core/event/route.ts";
import type { RouteStore, RoutingBatch } from "../../port/events/route-store.ts";
import type { Connection } from "../database/connection.ts";

const waitingMessages = (isLong: "EXISTS" | "NOT EXISTS") => `
  SELECT u.file, u.next_line AS "fromLine", m.id, m.line, j.flow, g.text AS "group", j.from_role AS "fromRole",
         j.from_participant AS "fromParticipant", w.text AS "subjectKind", m.subject_key AS "subjectKey",
         CASE WHEN j.flow IN (SELECT json_array_elements_text(?::json)) THEN m.data END AS data
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
const selectUnrouted = waitingMessages("NOT EXISTS");
/** Messages that wait to be routed, of files with so many that they would hold up the small ones behind them. */
const selectUnroutedOfLong = waitingMessages("EXISTS");

interface UnroutedRow {
  readonly file: number;
  readonly fromLine: number;
  readonly id: number | null;
  readonly line: number | null;
  readonly flow: string | null;
  readonly group: string | null;
  readonly fromRole: string | null;
  readonly fromParticipant: string | null;
  readonly subjectKind: string | null;
  readonly subjectKey: string | null;
  readonly data: string | null;
}

/** Reads what waits to be routed, in batches of one file each. */
export function waitingBatches(connection: Connection): RouteStore["waiting"] {
  const waiting = connection.db.prepare<[string, number], UnroutedRow>(selectUnrouted);
  const waitingOfLong = connection.db.prepare<[string, number], UnroutedRow>(selectUnroutedOfLong);

  return ({ limit, looksInto = new Set() }) =>
    connection.read(async () => {
      const flows = JSON.stringify([...looksInto]);
      const rows = await waiting.all(flows, limit + 1);
      const rest = limit - rows.length;
      const batches = batchesFrom(rows, limit);
      if (rest <= 0) return batches;
      return [...batches, ...batchesFrom(await waitingOfLong.all(flows, rest + 1), rest)];
    });
}

/** Groups rows by file. The one row beyond the limit only tells where the last file goes on. */
function batchesFrom(rows: readonly UnroutedRow[], limit: number): RoutingBatch[] {
  const batches: (RoutingBatch & { messages: RoutableMessage[] })[] = [];
  for (const row of rows.slice(0, limit)) {
    const { file, fromLine } = row;
    let last = batches.at(-1);
    if (last?.file !== file) {
      last = { file, fromLine, nextLine: null, messages: [] };
      batches.push(last);
    }
    if (row.id !== null && row.line !== null) last.messages.push(routable(row, row.id, row.line));
  }
  const beyond = rows[limit];
  const last = batches.at(-1);
  if (beyond !== undefined && beyond.file === last?.file)
    batches[batches.length - 1] = { ...last, nextLine: beyond.line };
  return batches;
}

function routable(row: UnroutedRow, id: number, line: number): RoutableMessage {
  return {
    id,
    file: row.file,
    line,
    flow: row.flow ?? "",
    group: row.group ?? "",
    fromRole: row.fromRole,
    fromParticipant: row.fromParticipant,
    subjectKind: row.subjectKind,
    subjectKey: row.subjectKey,
    data: row.data,
  };
}
