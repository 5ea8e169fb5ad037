import pg from "pg";
import type { ReadFile } from "../src/store/port/files/file-store.ts";
import type { ParcelNews } from "./parcel.ts";

/** Actions ended and claimed in one transaction. */
const actionsAtOnce = 100;

/**
 * The bare loop that recording is measured against: the rows of a file with one message, of the same tables, in a
 * transaction of its own, by so many clients. It looks for nothing and judges nothing. Returns how many.
 */
export async function bareRecord(
  address: string,
  clients: number,
  files: readonly ReadFile[],
): Promise<number> {
  const pool = new pg.Pool({ connectionString: address, max: clients });
  const claim = await numberOf(pool, "claims", "bare");
  const channel = await numberOf(pool, "strings", "inbox");
  const group = await numberOf(pool, "strings", "026");
  let next = 0;
  const client = async () => {
    const db = await pool.connect();
    for (let file = files[next]; file !== undefined; file = files[next]) {
      next += 1;
      await recordOne(db, file, { claim, channel, group });
    }
    db.release();
  };
  await Promise.all(Array.from({ length: clients }, client));
  await pool.end();
  return files.length;
}

async function recordOne(
  db: pg.PoolClient,
  file: ReadFile,
  { claim, channel, group }: { claim: number; channel: number; group: number },
): Promise<void> {
  const hash = Buffer.from(file.hash, "hex");
  const [message] = file.messages;
  const { fileIdentifier, created } = file.outcome.envelope ?? {
    fileIdentifier: null,
    created: null,
  };
  const id = async (name: string, text: string, values: unknown[]) => {
    const { rows } = await db.query<{ id: string }>({ name, text, values });
    return rows[0]?.id;
  };
  await db.query("BEGIN");
  const bundle = await id("bundle", "INSERT INTO bundles (bytes) VALUES ($1) RETURNING id", [
    file.bytes,
  ]);
  const content = await id(
    "content",
    "INSERT INTO content (hash_head, hash, size, bundle, start) VALUES ($1, $2, $3, $4, 0) RETURNING id",
    [hash.readInt32BE(0), hash, file.sizeBytes, bundle],
  );
  const stored = await id(
    "file",
    `INSERT INTO files (claim, tail, channel, content, state, modified_at, seen_at, recorded_at, occurred_at,
       awaiting_release, file_identifier, created, identity, messages, invalid)
     VALUES ($1, $2, $3, $4, 'recorded', $5, $6, $6, $7, 0, $8, $9, $10, 1, 0) RETURNING id`,
    [
      claim,
      file.name,
      channel,
      content,
      file.modifiedAt,
      file.seenAt,
      file.occurredAt,
      fileIdentifier,
      created,
      `bare:${file.name}`,
    ],
  );
  await id(
    "message",
    `INSERT INTO messages (file, line, last_line, group_code, subject_key, data, invalid)
     VALUES ($1, $2, $3, $4, $5, $6, 0)`,
    [stored, message?.line, message?.lastLine, group, message?.subject?.key, message?.json()],
  );
  await id("unrouted", "INSERT INTO unrouted (file, next_line) VALUES ($1, $2)", [
    stored,
    message?.line,
  ]);
  await db.query("COMMIT");
}

async function numberOf(pool: pg.Pool, table: string, text: string): Promise<number> {
  const { rows } = await pool.query<{ id: string }>(
    `INSERT INTO ${table} (text) VALUES ($1) ON CONFLICT (text) DO UPDATE SET text = excluded.text RETURNING id`,
    [text],
  );
  return Number(rows[0]?.id);
}

/** The bare loop that folding is measured against: it walks the same chains and parses and folds. Returns how many events. */
export async function bareFold(
  address: string,
  parcels: number,
  processesAtOnce: number,
): Promise<number> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  let events = 0;
  for (let first = 1; first <= parcels; first += processesAtOnce) {
    const states = new Map<string, { scans: number; depot: string; delivered: boolean }>();
    const { rows } = await client.query<[string, string, string]>({
      name: "chains",
      text: `WITH RECURSIVE chain (process, type, previous, message) AS (
          SELECT e.process, e.type, e.previous, e.message
          FROM processes p JOIN events e ON e.seq = p.last_event WHERE p.id BETWEEN $1 AND $2
          UNION ALL
          SELECT e.process, e.type, e.previous, e.message FROM chain c JOIN events e ON e.seq = c.previous)
        SELECT c.process, c.type, m.data FROM chain c JOIN messages m ON m.id = c.message`,
      values: [first, first + processesAtOnce - 1],
      rowMode: "array",
    });
    for (const [process, type, data] of rows) {
      const { depot } = JSON.parse(data) as ParcelNews;
      const state = states.get(process) ?? { scans: 0, depot, delivered: false };
      states.set(process, {
        scans: state.scans + (type === "3" ? 1 : 0),
        depot,
        delivered: state.delivered || type === "4",
      });
      events += 1;
    }
  }
  await client.end();
  return events;
}

/**
 * The bare loop that running actions is measured against, on the same rows: it ends a hundred and claims the next
 * hundred in one transaction, passing over what others have. Returns how many.
 */
export async function bareActions(address: string, count: number): Promise<number> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  const { rows: words } = await client.query<{ type: string; name: string }>(
    `SELECT (SELECT id FROM strings WHERE text = 'ticket') AS type, (SELECT id FROM strings WHERE text = 'punch') AS name`,
  );
  let running: string[] = [];
  let ran = 0;
  while (ran < count) {
    await client.query("BEGIN");
    await client.query({
      name: "done",
      text: "UPDATE actions SET state = 'done', token = NULL, ended_at = $1 WHERE id = ANY ($2::bigint[])",
      values: [Date.now(), running],
    });
    ran += running.length;
    const { rows } = await client.query<{ id: string; data: string; state: string }>({
      name: "claim",
      text: `WITH due AS (
          SELECT id FROM actions
          WHERE state = 'planned' AND parked = 0 AND process_type = $1 AND name = $2 AND due_at <= $3
          ORDER BY due_at, id LIMIT ${actionsAtOnce} FOR UPDATE SKIP LOCKED),
        started AS (
          UPDATE actions a SET state = 'running', token = 1, attempts = attempts + 1, started_at = $3
          FROM due WHERE a.id = due.id RETURNING a.id, a.event, a.process)
        SELECT s.id, e.data, b.state FROM started s JOIN events e ON e.seq = s.event
        JOIN builds b ON b.process = s.process`,
      values: [words[0]?.type, words[0]?.name, Date.now()],
    });
    await client.query("COMMIT");
    running = rows.map(({ id, data, state }) => {
      JSON.parse(data);
      JSON.parse(state);
      return id;
    });
  }
  await client.end();
  return ran;
}
