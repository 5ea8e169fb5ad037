import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { moveInstallation } from "../../src/app/commands/daemon/move-store.ts";
import { ingest } from "../../src/app/commands/file/ingest.ts";
import { openInstallation } from "../../src/app/installation/open-installation.ts";
import { retentionTurns } from "../../src/app/retention/retention-turns.ts";
import { verify } from "../../src/app/verify/verify.ts";
import { keepAll } from "../../src/config/retention.ts";
import { openStore, storeAt } from "../../src/store/open.ts";
import { reading } from "../outbound/readings.ts";
import { cutShort, goodFile } from "../promises/flow-files.ts";
import { type Workplace, workplace } from "../promises/workplace.ts";
import { startPostgres, type TestServer } from "../store/postgres/server.ts";

const isNightly = process.env["BUSBAR_NIGHTLY"] === "1";
const dying = fileURLToPath(new URL("../promises/moving-that-dies.ts", import.meta.url));
const why = { actor: "Ann", reason: "asked for" };

let server: TestServer;
let place: Workplace;
let databases = 0;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());
beforeEach(() => {
  place = workplace({}, { largeFileBytes: 6_000 });
  storeAt(place.config.store).prepare();
});
afterEach(() => place.remove());

const newDatabase = () => {
  databases += 1;
  return server.database(`moved${databases}`);
};
const newFile = (name: string) => join(place.base, "var", name);

/** A store with something of most kinds in it: packed and dropped bytes too. */
async function filled(): Promise<void> {
  const of = await openInstallation(place.config);
  const { store } = of;
  const files = [1, 2, 3].map((number) => goodFile(number, 4));
  const all = [...files, goodFile(4, 80), cutShort(goodFile(5))];
  const paths = all.map(({ name, bytes }) => {
    const path = join(place.base, name);
    writeFileSync(path, bytes);
    return path;
  });
  await Array.fromAsync(ingest(of, paths));
  await store.outboundMessages.send({ identity: "one", outgoing: reading(1) });
  const scope = { stage: "outbound", channel: null, type: null, name: null } as const;
  await store.holds.place({ scope, ...why });
  const old = { store, clock: { ...of.clock, wall: () => Date.now() + 365 * 86_400_000 } };
  const config = { ...of.config, retention: { ...keepAll, packAfterMs: 86_400_000 } };
  await Array.fromAsync(retentionTurns({ ...old, config }, { actor: "Ann", isDry: false }));
  await Array.fromAsync(ingest(of, [paths[0] ?? ""]));
  await of.close();
}

/** Every row of a store in a file, but for what belongs to its place. */
function rowsOf(path: string): unknown {
  const db = new Database(path, { readonly: true });
  const tables = db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all();
  const rows = tables.map(
    (table) => [table, db.prepare(`SELECT * FROM "${table}"`).all()] as const,
  );
  db.close();
  const ofPlace = ["moved", "incomplete", "overwrites"];
  return rows.map(([table, some]) => [
    table,
    table === "meta"
      ? (some as { key: string }[]).filter(({ key }) => !ofPlace.includes(key))
      : some,
  ]);
}

/** What a store is laid out with: indexes and triggers, as SQL. */
function formOf(path: string): unknown {
  const db = new Database(path, { readonly: true });
  const made = db
    .prepare<[], { name: string; sql: string | null }>(
      "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'moved%' ORDER BY name",
    )
    .all();
  db.close();
  return made;
}

/** What a database is laid out with: indexes, constraints and triggers. */
async function formOfDatabase(name: string): Promise<unknown> {
  const { rows } = await server.query(
    name,
    `SELECT indexdef AS made FROM pg_indexes WHERE schemaname = 'public'
     UNION ALL SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
     UNION ALL SELECT tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text FROM pg_trigger
       WHERE NOT tgisinternal ORDER BY made`,
  );
  return rows;
}

const faultsOf = async (store: string) => {
  const of = await openInstallation({ ...place.config, store });
  const recording = await of.recording();
  const definitions = await of.definitions();
  const all = await Array.fromAsync(verify({ recording, definitions }));
  await of.close();
  return all;
};

test("a store that is moved to a database and back is the same in every row", async () => {
  await filled();
  const { config } = place;
  const before = rowsOf(config.store);
  const database = await newDatabase();
  const beside = await openStore(config.store, { blobFolder: config.blobs });
  const there = await moveInstallation(config, {
    from: config.store,
    to: database,
    proves: isNightly,
  });
  expect(there).toMatchObject({ changed: 0, rows: expect.toSatisfy((rows) => rows > 300) });

  await (await openStore(await server.database("fresh"), { blobFolder: "/nowhere" })).close();
  expect(await formOfDatabase("moved1")).toEqual(await formOfDatabase("fresh"));
  const opened = openStore(config.store, { blobFolder: config.blobs });
  await expect(opened).rejects.toMatchObject({ code: "moved" });
  await expect(beside.polls.requestReload()).rejects.toMatchObject({
    code: "moved",
    message: expect.stringContaining("was moved to postgres://"),
  });
  await beside.close();
  const again = moveInstallation(config, { from: config.store, to: database });
  await expect(again).rejects.toThrow(/was moved to postgres.* already/);

  const back = newFile("back.db");
  await moveInstallation(config, { from: database, to: back, proves: false });
  expect(rowsOf(back)).toEqual(before);
  expect(formOf(back)).toEqual(formOf(config.store));
  await expect(openStore(database, { blobFolder: config.blobs })).rejects.toMatchObject({
    code: "moved",
  });
  await expect(server.query("moved1", "DELETE FROM holds")).rejects.toThrow(/was moved to/);
});

test("a store is moved over nothing, from nothing and beside no daemon", async () => {
  await filled();
  const { config } = place;
  const used = newFile("used.db");
  const other = await openStore(used, { blobFolder: config.blobs });
  await other.polls.requestReload();
  await other.close();
  const move = (from: string, to: string) => moveInstallation(config, { from, to });
  await expect(move(config.store, used)).rejects.toThrow(/used\.db is not empty \(poll_requests\)/);
  await expect(move(newFile("none.db"), used)).rejects.toMatchObject({ code: "missing" });
  await expect(move(config.store, config.store)).rejects.toThrow(/another place/);

  const stop = new AbortController();
  const lead = { log: pino({ level: "silent" }), signal: stop.signal };
  const database = await newDatabase();
  for (const [at, from, to] of [
    [config.store, config.store, newFile("new.db")],
    [database, config.store, database],
    [database, database, newFile("new.db")],
  ] as const) {
    const leadership = await storeAt(at).leader.lead(lead);
    await expect(move(from, to)).rejects.toMatchObject({ code: "locked" });
    await leadership?.release();
  }
  const store = await openStore(config.store, { blobFolder: config.blobs });
  expect(await store.polls.requestReload()).toBe(1);
  await store.close();
});

test.runIf(isNightly)("a store with faults stays where it is, unless it is meant", async () => {
  await filled();
  const { config } = place;
  const db = new Database(config.store);
  db.exec(`DROP TRIGGER content_refuse_update; UPDATE content SET size = size + 1 WHERE id = 1`);
  db.close();
  const database = await newDatabase();
  const move = (proves: boolean) =>
    moveInstallation(config, { from: config.store, to: database, proves });
  await expect(move(true)).rejects.toMatchObject({ code: "STORE_HAS_FAULTS" });
  const marked = openStore(database, { blobFolder: config.blobs });
  await expect(marked).rejects.toMatchObject({ code: "incomplete" });
  await (await openStore(config.store, { blobFolder: config.blobs })).close();
  expect(await move(false)).toMatchObject({ changed: 0 });
  await (await openStore(database, { blobFolder: config.blobs })).close();
});

const steps = ["copying", "indexing", "rows-copied", "store-proved", "source-marked"] as const;

test.runIf(isNightly).each(
  steps.flatMap((step) => [
    [step, "to a database"],
    [step, "to a file"],
  ]),
)("a move that is killed at %s %s is given again, and loses nothing", async (step, direction) => {
  await filled();
  const { config } = place;
  const before = rowsOf(config.store);
  const database = await newDatabase();
  let [from, to] = [config.store, database];
  if (direction === "to a file") {
    await moveInstallation(config, { from, to, proves: false });
    [from, to] = [database, newFile("back.db")];
  }
  const path = join(place.base, "config.json");
  writeFileSync(path, JSON.stringify(config));
  expect(() =>
    execFileSync(process.execPath, [dying, path, from, to, step], { stdio: "pipe" }),
  ).toThrow(expect.objectContaining({ signal: "SIGKILL" }));

  const open = (location: string) => openStore(location, { blobFolder: config.blobs });
  await expect(open(to)).rejects.toMatchObject({ code: "incomplete" });
  const isLast = step === "source-marked";
  if (isLast) await expect(open(from)).rejects.toMatchObject({ code: "moved" });
  else {
    // Until it is marked the old store may be used on.
    const store = await open(from);
    expect(await store.polls.requestReload()).toBe(1);
    await store.close();
  }
  const moved = await moveInstallation(config, { from, to });
  expect(moved === null).toBe(isLast);
  expect(await faultsOf(to)).toEqual([]);
  if (!isLast) return;
  const last = newFile("last.db");
  await moveInstallation(config, { from: to, to: last, proves: false });
  expect(rowsOf(last)).toEqual(before);
});
