import pg from "pg";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { storeAt } from "../../../src/store/open.ts";
import { hearOthers, tellOthers } from "../../../src/store/postgres/leader/told.ts";
import { openPostgresStore } from "../../../src/store/postgres/open.ts";
import { until } from "../../promises/workplace.ts";
import { madeFile, routeAll } from "../made-file.ts";
import { layCable } from "./cable.ts";
import { startPostgres, type TestServer } from "./server.ts";

const nightly = process.env["BUSBAR_NIGHTLY"] === "1";

let server: TestServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

const options = { blobFolder: "/nowhere", busyMs: 60_000 };

test("a server that goes down in the middle costs no file, and none is recorded twice", async () => {
  const location = await server.database("restarted");
  const store = await openPostgresStore(location, options);
  const files = Array.from({ length: 30 }, () => madeFile());
  const recording = files.map((file) => store.files.record([file]));
  await Promise.race(recording);
  await server.restart();
  const ends = (await Promise.all(recording)).flat();
  expect(ends.map((end) => ("error" in end ? String(end.error) : end.state))).toEqual(
    files.map(() => "recorded"),
  );
  const kept = await Array.fromAsync(store.files.list(), ({ arrival }) => arrival);
  expect(kept.sort()).toEqual(files.map(({ arrival }) => arrival).sort());
  expect(await Array.fromAsync(store.verify.tables())).toEqual([]);
  await store.close();
});

test.each([
  ["the server took", true],
  ["the server never saw", false],
])("a connection lost in a commit that %s leaves one hold", async (_, arrives) => {
  const database = arrives ? "commit_taken" : "commit_lost";
  await server.database(database);
  const cable = await layCable(server.folder);
  const store = await openPostgresStore(cable.address(database), options);
  cable.cutInCommit(arrives);
  const placed = await store.holds.place({
    scope: { stage: "intake", channel: null, type: null, name: null },
    actor: "a",
    reason: "b",
  });
  expect(cable.troubles()).toBe(1);
  expect(await store.holds.list()).toEqual([placed]);
  await store.close();
  cable.close();
});

test("a server that is gone without a word is noticed, and what waits for it goes on", async () => {
  await server.database("gone");
  const cable = await layCable(server.folder);
  const store = await openPostgresStore(cable.address("gone"), { ...options, silenceMs: 250 });
  const place = (name: string) =>
    store.holds.place({
      scope: { stage: "actions", channel: null, type: null, name },
      actor: "a",
      reason: "b",
    });
  const first = await place("one");
  cable.silence();
  const placing = place("two");
  await until("it is asked whether it is there", () => cable.unanswered() > 0);
  cable.isBack();
  const second = await placing;
  expect(await store.holds.list()).toEqual([first, second]);
  await store.close();
  cable.close();
});

test.runIf(nightly)("who hears others begins anew when nothing is answered", async () => {
  const location = await server.database("unheard");
  const cable = await layCable(server.folder);
  const stop = new AbortController();
  const told: string[] = [];
  const place = { location: cable.address("unheard"), own: 1, silenceMs: 300 };
  const hearing = hearOthers(place, (text) => told.push(text), stop.signal);
  const other = new pg.Pool({ connectionString: location, max: 1 });
  const heard = (text: string) =>
    until(`${text} is heard`, async () => {
      await tellOthers(other, 2, text);
      return told.includes(text);
    });
  await heard("before");
  cable.silence();
  await until("it is asked whether it is there", () => cable.unanswered() > 0);
  cable.isBack();
  await heard("after");
  stop.abort();
  await hearing;
  await other.end();
  cable.close();
});

test("a transaction of somebody else that does not end holds up nobody", async () => {
  const location = await server.database("beside");
  const store = await openPostgresStore(location, { ...options, busyMs: 1_000 });
  const other = new pg.Client({ connectionString: location });
  await other.connect();
  await other.query("BEGIN; CREATE TABLE of_somebody_else (one int); SELECT pg_current_xact_id()");
  await store.files.record([madeFile({ messages: [{ line: 2, key: "A" }] })]);
  await routeAll(store);
  expect(await Array.fromAsync(store.events.list(), ({ key }) => key)).toEqual(["A"]);
  expect((await store.builds.pending(10)).tasks).toHaveLength(1);
  await other.query("ROLLBACK");
  await other.end();
  await store.close();
});

/** Makes this process one more daemon of a database. */
async function daemonOf(location: string, signal: AbortSignal) {
  const leaseTimes = { beatMs: 20, staleMs: 30_000 };
  const lead = { log: pino({ level: "silent" }), signal, leaseTimes };
  const leadership = await storeAt(location).leader.lead(lead);
  if (leadership === null) throw new Error("it was told to stop");
  const store = await openPostgresStore(location, { ...options, daemon: leadership.number });
  const { workLeases } = store;
  if (workLeases === null) throw new Error("a daemon has leases");
  return { store, leases: workLeases, leadership };
}

test.runIf(nightly)("a reader of the feed misses nothing that commits late", async () => {
  const location = await server.database("late");
  const cable = await layCable(server.folder);
  const slow = await openPostgresStore(cable.address("late"), options);
  const quick = await openPostgresStore(location, options);
  const reader = await openPostgresStore(location, { ...options, readOnly: true });
  for (const [at, store] of [slow, quick, slow, quick].entries())
    await store.files.record([madeFile({ messages: [{ line: 2, key: `K${at}` }] })]);
  const read: string[] = [];
  let place = { event: 0, revision: 0 };
  const readOn = async () => {
    for (const entry of await reader.feed.after({ ...place, limit: 100 })) {
      read.push(entry.event.key);
      place = entry.place;
    }
  };
  const other = new pg.Client({ connectionString: location });
  await other.connect();
  await other.query("BEGIN; CREATE TABLE of_somebody_else (one int)");
  const held = cable.holdCommit(async () => {
    // It wrote before these, and commits behind them: they wait for it, and the reader for nobody.
    const beside = routeAll(quick);
    for (let times = 0; times < 20; times += 1) await readOn();
    return { beside, before: [...read] };
  });
  const late = routeAll(slow);
  const { beside, before } = await held;
  await Promise.all([late, beside]);
  expect(before).toEqual([]);
  await readOn();
  expect(read.toSorted()).toEqual(["K0", "K1", "K2", "K3"]);
  await other.query("ROLLBACK");
  await other.end();
  for (const store of [slow, quick, reader]) await store.close();
  cable.close();
});

test("daemons that the server did not hear while it was away go on, each with its work", async () => {
  const location = await server.database("all_silent");
  const stop = new AbortController();
  const first = await daemonOf(location, stop.signal);
  const second = await daemonOf(location, stop.signal);
  expect((await second.leases.share(["channel a"])).mine).toEqual(["channel a"]);
  const ask = async (sql: string) => (await server.query("all_silent", sql)).rows;
  await ask(
    "UPDATE daemons SET until = now() - interval '1 minute', unbroken_since = now() - interval '1 hour'",
  );
  const beating = first.leadership.run(stop.signal);
  await until("the first is heard again", async () => {
    const heard = "SELECT 1 FROM daemons WHERE number = 1 AND until > now()";
    return (await ask(heard)).length > 0;
  });
  expect((await first.leases.share(["channel a"])).mine).toEqual([]);
  await second.store.files.record([madeFile()]);
  // Once the first has been heard for as long as a silence is waited out, the second is gone.
  await ask("UPDATE daemons SET unbroken_since = now() - interval '31 s' WHERE number = 1");
  expect((await first.leases.share(["channel a"])).mine).toEqual(["channel a"]);
  await expect(second.store.files.record([madeFile()])).rejects.toMatchObject({ code: "lost" });
  stop.abort();
  await beating;
  for (const { store, leadership } of [first, second]) {
    await store.close();
    await leadership.release();
  }
});

test("a daemon that others took for dead writes nothing more, and its work is theirs", async () => {
  const location = await server.database("replaced");
  const stop = new AbortController();
  const [first, second] = [
    await daemonOf(location, stop.signal),
    await daemonOf(location, stop.signal),
  ];
  expect((await first.leases.share(["channel a"])).mine).toEqual(["channel a"]);
  expect((await second.leases.share(["channel a"])).mine).toEqual([]);

  const told = Promise.withResolvers<string>();
  const hearing = second.leases.hear(told.resolve, stop.signal);
  const telling = setInterval(() => void first.leases.tell("files came"), 50);
  expect(await told.promise).toBe("files came");
  clearInterval(telling);

  await server.query(
    "replaced",
    "UPDATE daemons SET unbroken_since = now() - interval '1 hour'; UPDATE daemons SET until = now() WHERE number = 1",
  );
  expect((await second.leases.share(["channel a"])).mine).toEqual(["channel a"]);
  const late = first.store.files.record([madeFile()]);
  await expect(late).rejects.toMatchObject({ code: "lost" });
  await second.store.files.record([madeFile()]);
  expect(await Array.fromAsync(second.store.files.list())).toHaveLength(1);
  stop.abort();
  await hearing;
  for (const { store, leadership } of [first, second]) {
    await store.close();
    await leadership.release();
  }
});
