import type pg from "pg";
import { type Host, thisHost } from "../../../disk/host.ts";
import type { HeardDaemon } from "../../port/heartbeat-store.ts";
import type { Leadership, LeadOptions, LeaseTimes } from "../../port/leader-store.ts";
import { usualSilenceMs } from "../database/answers.ts";
import { migrate, refuseMarked } from "../database/migrate.ts";
import { openPool } from "../database/server.ts";
import { asStoreError } from "../database/store-error.ts";
import { lockWrites } from "../database/transaction-texts.ts";
import { Beats } from "./beats.ts";

/** The usual times: a server that is started anew, or a short break of the network, costs no daemon its place. */
const usualTimes: LeaseTimes = { beatMs: 5_000, staleMs: 30_000 };

/** Which come first: those that live, the first of them first. */
const selectSaid = `
  SELECT said AS text, extract(epoch FROM clock_timestamp() - said_at) * 1000 AS "agoMs",
         host, number
  FROM daemons WHERE said IS NOT NULL
  ORDER BY until > clock_timestamp() DESC, number`;

const selectLiving = `
  SELECT number, host_id, boot, host, pid FROM daemons
  WHERE until > clock_timestamp() ORDER BY number`;

const selectAll = "SELECT number, host_id, boot, host, pid FROM daemons";

const insertDaemon = `
  INSERT INTO daemons (host_id, boot, host, pid, silence, until)
  VALUES ($1, $2, $3, $4, $5, clock_timestamp() + $5::interval) RETURNING number`;

interface DaemonRow {
  readonly number: number;
  readonly host_id: string;
  readonly boot: string;
  readonly host: string;
  readonly pid: number;
}

/**
 * Two sessions are enough to say that one lives and to ask whether others do. Each takes a moment, so that a server
 * which is gone without a word is noticed soon.
 */
const pools = new Map<string, pg.Pool>();

/** The sessions by which a program says that it lives, and asks whether others do. */
export function poolAt(location: string): pg.Pool {
  const pool = pools.get(location) ?? openPool(location, 2, { query_timeout: usualSilenceMs });
  pools.set(location, pool);
  return pool;
}

/** Makes this process a daemon of the store in a database. Rejects with a `StoreError`. */
export async function lead(
  location: string,
  { signal, host = thisHost(process.env), leaseTimes = usualTimes }: LeadOptions,
): Promise<Leadership | null> {
  const pool = poolAt(location);
  // To wait for its turn, or for new tables, may take long.
  const patient = openPool(location, 1);
  try {
    const number = await enter(patient, location, { host, staleMs: leaseTimes.staleMs });
    const steady = () => performance.now();
    const beats = new Beats({ pool, location, number, times: leaseTimes, steady });
    if (!signal.aborted) return beats;
    await beats.release();
    return null;
  } catch (error) {
    throw asStoreError(error, location);
  } finally {
    await patient.end();
  }
}

async function enter(
  pool: pg.Pool,
  location: string,
  { host, staleMs }: { readonly host: Host; readonly staleMs: number },
): Promise<number> {
  const client = await pool.connect();
  try {
    await migrate(client, location, false);
    await client.query("BEGIN");
    await client.query(lockWrites);
    // Whoever had the lock may have moved the store elsewhere.
    await refuseMarked(client, location);
    const { rows: others } = await client.query<DaemonRow>(selectAll);
    for (const other of others)
      if (isGone(other, host))
        await client.query("DELETE FROM daemons WHERE number = $1", [other.number]);
    const { rows } = await client.query<{ number: number }>(insertDaemon, [
      host.id,
      host.boot,
      host.name,
      process.pid,
      `${staleMs} milliseconds`,
    ]);
    await client.query("COMMIT");
    return rows[0]?.number ?? 0;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

/** Of this machine one can tell at once that a daemon was killed; of others the silence tells. */
function isGone(other: DaemonRow, host: Host): boolean {
  if (other.host_id !== host.id) return false;
  return other.boot !== host.boot || !runs(other.pid);
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** The daemon that a look finds first, if one lives. */
export async function holder(location: string): Promise<{ readonly pid: number } | null> {
  const { rows } = await askOf<DaemonRow>(location, selectLiving);
  const [first] = rows;
  return first === undefined ? null : { pid: first.pid };
}

/** What the daemons last said of themselves. */
export async function readHeard(
  location: string,
  own: number | null,
): Promise<readonly HeardDaemon[]> {
  const { rows } = await askOf<HeardDaemon & { readonly number: number }>(location, selectSaid);
  return rows.map(({ number, ...heard }) => ({ ...heard, isOwn: number === own }));
}

/** Puts what a daemon says in place of what it said last. */
export async function sayOf(location: string, number: number, text: string): Promise<void> {
  await poolAt(location)
    .query("UPDATE daemons SET said = $1, said_at = clock_timestamp() WHERE number = $2", [
      text,
      number,
    ])
    .catch((error: unknown) => {
      throw asStoreError(error, location);
    });
}

/** A database that is no store yet has no daemons. */
async function askOf<Row extends pg.QueryResultRow>(
  location: string,
  sql: string,
): Promise<Pick<pg.QueryResult<Row>, "rows">> {
  try {
    return await poolAt(location).query<Row>(sql);
  } catch (error) {
    const isNew = error instanceof Error && "code" in error && error.code === "42P01";
    if (isNew) return { rows: [] };
    throw asStoreError(error, location);
  }
}
