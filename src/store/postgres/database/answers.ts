import { Socket } from "node:net";
import pg from "pg";

/** How long the server is waited for before a session counts as silent, and then for its answer on a new one, in milliseconds. */
export const usualSilenceMs = 10_000;

/**
 * Uses a session, and cuts it when the server is gone without a word, as after a power cut or behind a cable that was
 * pulled: when for a while nothing came by it, and no new session is answered either. A statement may take as long as
 * it needs while the server answers others. TCP alone would wait for a quarter of an hour.
 */
export async function whileAnswered<T>(
  client: pg.PoolClient,
  { location, silenceMs }: { readonly location: string; readonly silenceMs: number },
  use: () => Promise<T>,
): Promise<T> {
  const { stream } = client.connection;
  const read = () => (stream instanceof Socket ? stream.bytesRead : 0);
  let came = read();
  let isAsking = false;
  const look = async () => {
    if (isAsking) return;
    const before = came;
    came = read();
    if (came !== before) return;
    isAsking = true;
    const isThere = await answers(location, silenceMs);
    isAsking = false;
    if (!isThere && read() === came) stream.destroy();
  };
  const watch = setInterval(() => void look(), silenceMs);
  watch.unref();
  try {
    return await use();
  } finally {
    clearInterval(watch);
  }
}

/** Whether the server answers a new session in time; that it refuses one is an answer. */
async function answers(location: string, withinMs: number): Promise<boolean> {
  const client = new pg.Client({
    connectionString: location,
    connectionTimeoutMillis: withinMs,
    query_timeout: withinMs,
    application_name: "busbar",
  });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } catch (error) {
    return error instanceof pg.DatabaseError;
  } finally {
    void client.end().catch(() => {});
  }
}
