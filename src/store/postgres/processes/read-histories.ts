import type { EventRecord } from "../../../core/event/event.ts";
import type {
  ProcessHistory,
  ProcessName,
  ProcessStore,
} from "../../port/processes/process-store.ts";
import { sortChain } from "../../rules/event-chain.ts";

import type { Connection } from "../database/connection.ts";
import { inKeys } from "../database/listing.ts";
import { type ChainRow, type Circumstances, circumstances } from "../events/event-circumstances.ts";

const own = `
  e.seq, e.process, e.type, e.occurred_at, e.recorded_at, e.schema_version, e.previous, e.message,
  e.data`;

/**
 * The events of some processes, from each one's last to its first, with the message of each: one look-up
 * in `events` and one in `messages` apiece, for nothing else is looked up for every event. What they
 * have in common (types, files, envelopes) is read once for all; see `circumstances`.
 *
 * `OFFSET 0` has each looked up by its key: how long chains are is not known to the server, which guesses so many
 * events that it would read whole tables instead, for every hundred processes.
 */
const selectChains = `
  WITH RECURSIVE chain
    (seq, process, type, occurred_at, recorded_at, schema_version, previous, message, data) AS (
    SELECT ${own}
    FROM json_array_elements_text(?::json) k
    CROSS JOIN LATERAL (SELECT last_event FROM processes WHERE id = k::bigint OFFSET 0) p
    CROSS JOIN LATERAL (SELECT * FROM events WHERE seq = p.last_event OFFSET 0) e
    UNION ALL
    SELECT ${own}
    FROM chain c CROSS JOIN LATERAL (SELECT * FROM events WHERE seq = c.previous OFFSET 0) e
  )
  SELECT c.seq, c.process, c.type, c.occurred_at, c.recorded_at, c.schema_version, c.message,
         m.file, m.line, coalesce(c.data, m.data)
  FROM chain c
  LEFT JOIN LATERAL (SELECT file, line, data FROM messages WHERE id = c.message OFFSET 0) m ON true`;

/** Names of processes. */
const selectNames = `
  SELECT p.id AS process, w.text AS type, p.key FROM processes p JOIN strings w ON w.id = p.type
  WHERE p.id ${inKeys}`;

/** Processes with a key. */
const selectNamed = `
  SELECT p.id AS process, w.text AS type, p.key FROM processes p JOIN strings w ON w.id = p.type
  WHERE p.key = ? ORDER BY p.id`;

/** Processes after one; `type` and `since` are null when they do not matter. */
const selectAfter = `
  SELECT p.id AS process, w.text AS type, p.key FROM processes p JOIN strings w ON w.id = p.type
  WHERE p.id > @after AND (@type::text IS NULL OR w.text = @type)
    AND (@since::bigint IS NULL
         OR (SELECT e.recorded_at FROM events e WHERE e.seq = p.last_event) >= @since)
  ORDER BY p.id LIMIT @limit`;

interface After {
  readonly after: number;
  readonly type: string | null;
  readonly since: number | null;
  readonly limit: number;
}

/** Reading many processes whole. */
export function readHistories(
  connection: Connection,
): Pick<ProcessStore, "after" | "named" | "histories"> {
  const { db } = connection;
  const chains = db.prepare<[string], ChainRow>(selectChains).raw();
  const names = db.prepare<[string], ProcessName>(selectNames);
  const namesAfter = db.prepare<[After], ProcessName>(selectAfter);
  const named = db.prepare<[string], ProcessName>(selectNamed);
  const circumstancesOf = circumstances(connection);

  async function historiesOf(processes: readonly number[]): Promise<Map<number, ProcessHistory>> {
    const keys = JSON.stringify(processes);
    const nameOf = new Map((await names.all(keys)).map((name) => [name.process, name]));
    const found = new Map<number, { events: EventRecord[]; upTo: number }>();
    const rows = await chains.all(keys);
    const of = await circumstancesOf(rows);
    for (const row of rows) {
      const [seq, process] = row;
      let history = found.get(process);
      if (history === undefined) {
        history = { events: [], upTo: seq };
        found.set(process, history);
      }
      if (of.isVoid(seq)) continue;
      history.events.push(await eventFrom(row, nameOf.get(process), of));
    }
    for (const { events } of found.values()) sortChain(events);
    return found;
  }

  return {
    after: ({ after, limit, filter: { type, since } = {} }) =>
      connection.read(() =>
        namesAfter.all({ after, limit, type: type ?? null, since: since ?? null }),
      ),
    named: (key) => connection.read(() => named.all(key)),
    histories: (processes) => connection.read(() => historiesOf(processes)),
  };
}

async function eventFrom(
  [seq, , type, occurredAt, recordedAt, version, message, file, line, data]: ChainRow,
  name: ProcessName | undefined,
  of: Circumstances,
): Promise<EventRecord> {
  const sent = of.sent(file);
  const amended = of.amendment(seq);
  const event = {
    seq,
    type: await of.word(type),
    processType: name?.type ?? "",
    key: name?.key ?? "",
    occurredAt,
    recordedAt,
    schemaVersion: amended?.schemaVersion ?? version,
    data: amended?.data ?? data,
    file,
    message,
    sender: sent.sender,
    recipient: sent.recipient,
    flow: sent.flow,
    fileIdentifier: sent.fileIdentifier,
    line,
  };
  const isHistory = of.isHistory(seq, file);
  if (!isHistory && amended === undefined) return event;
  return {
    ...event,
    ...(isHistory && { history: true }),
    ...(amended !== undefined && { amended: true }),
  };
}
