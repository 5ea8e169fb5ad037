import { randomUUID } from "node:crypto";
import pg from "pg";
import { usualSilenceMs } from "../database/answers.ts";
import type { Connection } from "../database/connection.ts";
import { poolAt } from "./daemons.ts";

/** A notification of the same server takes milliseconds; one that does not come in this time, in milliseconds, never comes. */
const withinMs = 2_000;

/** The name under which a program asks whether it is heard; daemons listen to another. */
const channel = "busbar_check";

/**
 * Whether a session where daemons of a store listen gets what is published through the store's own address. Rejects
 * with the error of the server where either does not answer.
 */
export async function isHeard({
  location,
  listenAt,
}: Pick<Connection, "location" | "listenAt">): Promise<boolean> {
  const client = new pg.Client({
    connectionString: listenAt,
    connectionTimeoutMillis: usualSilenceMs,
    query_timeout: usualSilenceMs,
    application_name: "busbar",
  });
  const asked = randomUUID();
  const heard = new Promise<boolean>((resolve) => {
    client.on("notification", ({ payload }) => {
      if (payload === asked) resolve(true);
    });
    for (const end of ["error", "end"] as const) client.on(end, () => resolve(false));
  });
  try {
    await client.connect();
    await client.query(`LISTEN ${channel}`);
    await poolAt(location).query("SELECT pg_notify($1, $2)", [channel, asked]);
    const over = Promise.withResolvers<boolean>();
    const timer = setTimeout(() => over.resolve(false), withinMs);
    return await Promise.race([heard, over.promise]).finally(() => clearTimeout(timer));
  } finally {
    client.connection.stream.destroy();
  }
}
