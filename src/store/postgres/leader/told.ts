import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { usualSilenceMs } from "../database/answers.ts";

/** The name under which daemons of a database tell each other. */
const channel = "busbar";

/** After a session that broke, in milliseconds: meanwhile each stage looks for itself now and then. */
const againMs = 2_000;

/** Tells all other daemons of a database. */
export async function tellOthers(
  pool: Pick<pg.Pool, "query">,
  own: number,
  text: string,
): Promise<void> {
  await pool.query("SELECT pg_notify($1, $2)", [channel, `${own} ${text}`]);
}

/** Whose sessions hear, and where; how long they are silent before the server is asked whether it is there. */
export interface HearingPlace {
  readonly location: string;
  readonly own: number;
  readonly silenceMs?: number;
}

/**
 * Hears what other daemons tell, until the signal is aborted, in a session of its own. Behind a pooler that gives
 * sessions to transactions nothing is heard.
 */
export async function hearOthers(
  place: HearingPlace,
  onTold: (text: string) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    // The server is away when it fails: those who need it more say so.
    await hearInSession(place, onTold, signal).catch(() => {});
    await delay(againMs, undefined, { signal }).catch(() => {});
  }
}

/** One session; it ends when it broke, or when the server does not answer on it any more. */
async function hearInSession(
  { location, own, silenceMs = usualSilenceMs }: HearingPlace,
  onTold: (text: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const client = new pg.Client({
    connectionString: location,
    connectionTimeoutMillis: silenceMs,
    query_timeout: silenceMs,
    keepAlive: true,
    application_name: "busbar",
  });
  const broke = new AbortController();
  for (const end of ["error", "end"] as const) client.on(end, () => broke.abort());
  const over = AbortSignal.any([broke.signal, signal]);
  client.on("notification", ({ payload = "" }) => {
    const space = payload.indexOf(" ");
    if (Number(payload.slice(0, space)) !== own) onTold(payload.slice(space + 1));
  });
  try {
    await client.connect();
    await client.query(`LISTEN ${channel}`);
    while (!over.aborted) {
      await delay(silenceMs, undefined, { signal: over }).catch(() => {});
      if (!over.aborted) await client.query("SELECT 1");
    }
  } finally {
    // Nothing is lost with it, and a server that is gone would not say goodbye.
    client.connection.stream.destroy();
  }
}
