import { spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { storeAt } from "../../../src/store/open.ts";
import { openPostgresStore } from "../../../src/store/postgres/open.ts";
import { until } from "../../promises/workplace.ts";
import { madeFile, routeAll } from "../made-file.ts";
import { startPostgres, type TestServer } from "./server.ts";

const program = "/usr/sbin/pgbouncer";
const isTried = process.env["BUSBAR_NIGHTLY"] === "1" && existsSync(program);

let server: TestServer;
beforeAll(async () => {
  if (isTried) server = await startPostgres();
});
afterAll(() => server?.stop());

/** Starts PgBouncer on a socket in a folder of its own, which gives sessions to one transaction at a time. */
async function startPooler(database: string) {
  const behind = new URL((await server.database(database)).replace("@/", "@host/"));
  const socket = behind.searchParams.get("host") ?? "";
  const folder = mkdtempSync(join(tmpdir(), "busbar-pooler-"));
  // It refuses to run as root, like the server.
  const { uid, gid } = statSync(socket);
  chownSync(folder, uid, gid);
  writeFileSync(
    join(folder, "pgbouncer.ini"),
    `[databases]
${database} = host=${socket} user=busbar
[pgbouncer]
listen_addr =
unix_socket_dir = ${folder}
auth_type = any
pool_mode = transaction
default_pool_size = 3
`,
  );
  const child = spawn(program, ["pgbouncer.ini"], { cwd: folder, uid, gid, stdio: "ignore" });
  await until("it listens", () => existsSync(join(folder, ".s.PGSQL.6432")));
  return {
    location: `postgres://busbar@/${database}?host=${encodeURIComponent(folder)}&port=6432`,
    async stop() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGQUIT");
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

test.runIf(isTried)(
  "a pooler that changes sessions with each transaction does no harm",
  async () => {
    const pooler = await startPooler("pooled");
    const options = { blobFolder: "/nowhere" };
    const stores = [
      await openPostgresStore(pooler.location, options),
      await openPostgresStore(pooler.location, options),
    ];
    const files = Array.from({ length: 40 }, (_, at) =>
      madeFile({ messages: [{ line: 2, key: `K${at}` }] }),
    );
    // Each has more to ask at once than there are sessions.
    const recorded = await Promise.all(
      files.map((file, at) => stores[at % 2]?.files.record([file])),
    );
    expect(recorded.flat().map((end) => end && "state" in end && end.state)).toEqual(
      files.map(() => "recorded"),
    );
    const [first, second] = stores;
    if (first === undefined || second === undefined) throw new Error("two stores");
    await routeAll(first);
    const keys = await Array.fromAsync(second.events.list(), ({ key }) => key);
    expect(keys.toSorted()).toEqual(files.map((_, at) => `K${at}`).toSorted());
    expect(await Array.fromAsync(second.verify.tables())).toEqual([]);
    for (const store of stores) await store.close();
    await pooler.stop();
  },
);

test.runIf(isTried)("daemons hear each other by a session beside the pooler", async () => {
  const pooler = await startPooler("heard");
  const direct = await server.database("heard");
  const stop = new AbortController();
  const lead = { log: pino({ level: "silent" }), signal: stop.signal };
  const daemons = [];
  for (const listenAt of [direct, null]) {
    const leadership = await storeAt(pooler.location).leader.lead(lead);
    if (leadership === null) throw new Error("it was told to stop");
    const options = { blobFolder: "/nowhere", daemon: leadership.number, listenAt };
    const store = await openPostgresStore(pooler.location, options);
    daemons.push({ store, leadership });
  }
  const [first, second] = daemons;
  expect([
    await first?.store.health.hearsOthers(),
    await second?.store.health.hearsOthers(),
  ]).toEqual([true, false]);
  const told: string[] = [];
  const hearing = first?.store.workLeases?.hear((text) => told.push(text), stop.signal);
  await until("the other is heard", async () => {
    await second?.store.workLeases?.tell("files came");
    return told.includes("files came");
  });
  const { rows } = await server.query(
    "heard",
    "SELECT count(*) AS sessions FROM pg_stat_activity WHERE query LIKE 'LISTEN%' OR query = 'SELECT 1'",
  );
  expect(rows).toEqual([{ sessions: "1" }]);
  stop.abort();
  await hearing;
  for (const { store, leadership } of daemons) {
    await store.close();
    await leadership.release();
  }
  await pooler.stop();
});
