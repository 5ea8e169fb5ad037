import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";

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

/**
 * Hears what other daemons tell, until the signal is aborted, in a session of its own. Behind a pooler that gives
 * sessions to transactions nothing is heard.
 */
export async function hearOthers(
  { location, own }: { readonly location: string; readonly own: number },
  onTold: (text: string) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const client = new pg.Client({
      connectionString: location,
      keepAlive: true,
      application_name: "busbar",
    });
    const ended = new Promise<void>((resolve) => {
      client.on("error", () => resolve());
      client.on("end", () => resolve());
      signal.addEventListener("abort", () => resolve(), { once: true });
    });
    client.on("notification", ({ payload = "" }) => {
      const space = payload.indexOf(" ");
      if (Number(payload.slice(0, space)) !== own) onTold(payload.slice(space + 1));
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
      await ended;
    } catch {
      // The server is away: those who need it more say so.
    }
    await client.end().catch(() => {});
    await delay(againMs, undefined, { signal }).catch(() => {});
  }
}
