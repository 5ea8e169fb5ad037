import pg from "pg";

/** Numbers of eight bytes, sums and whether something holds, as the rows of every store have them. */
const parsers: ReadonlyMap<number, (text: string) => unknown> = new Map<
  number,
  (text: string) => unknown
>([
  [pg.types.builtins.INT8, Number],
  [pg.types.builtins.NUMERIC, Number],
  [pg.types.builtins.BOOL, (text) => (text === "t" ? 1 : 0)],
]);

const types: pg.CustomTypesConfig = {
  getTypeParser: (id, format) =>
    (format !== "binary" && parsers.get(id)) || pg.types.getTypeParser(id, format),
};

/** Sessions that a program has open at most: one that writes, and some that read. */
const mostSessions = 8;

/** How long to wait for a session, in milliseconds, before the attempt counts as failed. */
const connectMs = 10_000;

/** Opens a pool of sessions on the database of a `postgres://` address; a session begins when it is needed. */
export function openPool(
  location: string,
  most = mostSessions,
  settings: Pick<pg.PoolConfig, "query_timeout"> = {},
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: location,
    types,
    max: most,
    connectionTimeoutMillis: connectMs,
    idleTimeoutMillis: 30_000,
    allowExitOnIdle: true,
    keepAlive: true,
    // Statements that are asked together are sent together, and wait for one answer of the network.
    pipeline: true,
    application_name: "busbar",
    ...settings,
  });
  // A session that breaks while nobody uses it is no news: the next one is asked for anew.
  pool.on("error", () => {});
  // Who has one learns it from the statement that fails; without a listener, the event would end the program.
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}
