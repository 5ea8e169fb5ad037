import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { filesUnder, until } from "../promises/workplace.ts";
import { startPostgres, type TestServer } from "../store/postgres/server.ts";
import { makePlace } from "./busbar.ts";
import { daemonsIn, stopped } from "./daemons.ts";

const nightly = process.env["BUSBAR_NIGHTLY"] === "1";
const place = makePlace();
const { start } = daemonsIn(place);
let server: TestServer;
let address: string;

beforeAll(async () => {
  server = await startPostgres();
  address = (await server.database("busbar")).replace("busbar@", "busbar:hidden@");
  for (const folder of ["inbox", "out"]) mkdirSync(join(place.folder, folder));
  writeFileSync(
    join(place.folder, "busbar.yaml"),
    `store: ${address}
http: false
shippedProcesses: [order]
channels:
  inbox: { path: inbox, steady: 50ms, poll: 200ms }
  partners: { direction: out, path: out }
`,
  );
});
afterAll(async () => {
  await server.stop();
  place.remove();
});

const today = new Date().toISOString();

const drop = (name: string, ...lines: readonly string[]) =>
  writeFileSync(join(place.folder, "inbox", name), `${lines.join("\n")}\n`);

it("takes files in, runs actions and puts files out of a store on a server", async () => {
  expect(await place.json("status")).toMatchObject([{ daemon: { running: false } }]);
  const daemon = await start();
  expect(daemon.said()).toMatch(/ runs on the store postgres:\/\/busbar:\*\*\*@/);
  drop(
    "order.csv",
    "order_number,ordered_at,customer_name,customer_email,accepts_email,address_line_1,postcode,currency,line_number,sku,quantity,unit_price",
    `SO-1,${today},Ann Bright,ann@shop.example,false,1 High Street,LS1 4AP,GBP,1,MUG,1,7.50`,
  );
  drop(
    "paid.csv",
    "order_number,transaction_id,status,amount,currency,method,paid_at",
    `SO-1,T-1,captured,7.50,GBP,card,${today}`,
  );
  await until("the pick is requested", () => filesUnder(join(place.folder, "out")).length === 1);
  await until("the status tells of it", async () => {
    const doctor = await place.busbar("doctor");
    expect(doctor.stdout).toContain("daemons hear each other's notifications");
    expect(doctor.stdout).not.toContain("hidden");
    const [status] = await place.json("status");
    return JSON.stringify(status?.["channels"]).includes('"recorded":2');
  });
  const [status] = await place.json("status");
  expect(status).toMatchObject({
    files: { recorded: 2 },
    daemon: { running: true, pid: daemon.child.pid },
    channels: [{ name: "inbox", state: "watching", problem: null }],
  });
  expect(await place.json("process", "list")).toMatchObject([{ type: "order", key: "SO-1" }]);
  expect((await place.busbar("verify")).code).toBe(0);

  const refused = await place.busbar("compact");
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.stderr).toContain("the daemon runs");
  // Asked from another folder's settings, which no daemon was started with: nothing of them is "changed".
  const beside = join(place.folder, "beside.yaml");
  writeFileSync(beside, `store: ${address}\nhttp: false\n`);
  const [asked] = await place.json("status", "--config", beside);
  expect(asked).toMatchObject({ daemon: { running: true }, settingsChanged: [] });
  const backup = await place.busbar("backup", "copy.tar");
  expect(backup.code).toBe(1);
  expect(backup.stderr).toContain("pg_dump");
  expect(backup.stderr).not.toContain("hidden");

  expect(await stopped(daemon.child, "SIGTERM")).toBe(0);
  expect(await place.json("status")).toMatchObject([{ daemon: { running: false } }]);
  if (nightly)
    expect((await place.busbar("compact")).stdout).toMatch(/^The store has \d+ bytes; it had \d+/);
});

it.runIf(nightly)("is shared by two daemons, each with channels of its own", async () => {
  const [first, second] = [await start(), await start()];
  await until("each has one", async () => {
    const [status] = await place.json("status");
    const { daemons } = (status?.["daemon"] ?? {}) as { daemons?: { channels: string[] }[] };
    return daemons?.length === 2 && daemons.every(({ channels }) => channels.length === 1);
  });
  const shown = (await place.busbar("status")).stdout;
  expect(shown).toContain("2 daemons run.");
  for (const { child } of [first, second]) expect(shown).toContain(`process ${child.pid}`);
  expect((await place.busbar("channel", "list")).stdout).toMatch(/inbox .* \(process \d+\)/);

  await stopped(first.child, "SIGKILL");
  await start();
  expect(await stopped(second.child, "SIGTERM")).toBe(0);
  await until("the third has both", async () => {
    const channels = await place.json("channel", "list");
    return channels.every(({ state }) => state === "watching" || state === "working");
  });
});
