import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { until } from "../promises/workplace.ts";
import { makePlace } from "./busbar.ts";
import { daemonsIn, stopped } from "./daemons.ts";

const place = makePlace({}, "own-process");
const { begin } = daemonsIn(place);
afterAll(() => place.remove());

const module = `
import { action, defineProcess, flowEvent, handle, opens, ignored, record, ownEvent, z } from "busbar";
import { appendFileSync } from "node:fs";
const take = ({ subjectKey }) => (subjectKey === null ? ignored : opens(subjectKey, "TRACKED"));
const spin = action("count stars", () => {
  appendFileSync("begun", "x");
  for (;;) {}
});
const greet = action("greet", () => [record("GREETED", {})]);
export const parcel = defineProcess({
  type: "parcel", version: 1,
  events: { TRACKED: flowEvent("Parcel tracked"), GREETED: ownEvent("Greeted", z.object({})) },
  takes: { TRACKING: handle(take) },
  begin: () => ({}), status: () => "there",
}).on("TRACKED", (state) => state).on("GREETED", (state) => state)
  .act("TRACKED", greet).act("TRACKED", spin);
`;

const tracking = `order_number,parcel_number,tracking_number,status,status_at
SO-1,P-1,N1,collected,2026-06-10T16:00:00Z
`;

const begun = () => readFileSync(join(place.folder, "begun"), "utf8").length;

/** As if the daemon had not answered for so long that nobody waits for it any more. */
function letTimePass(): void {
  const path = join(place.folder, "var/status.json");
  const status = JSON.parse(readFileSync(path, "utf8")) as object;
  writeFileSync(path, JSON.stringify({ ...status, writtenAt: Date.now() - 60_000 }));
}

it("an action that never ends is named by status, and a hold keeps it from being begun again", async () => {
  mkdirSync(join(place.folder, "inbox"));
  place.write({ name: "own.js", bytes: Buffer.from(module) });
  place.write({ name: "begun", bytes: Buffer.alloc(0) });
  const channel = "{ path: inbox, steady: 50ms, poll: 100ms }";
  place.write({
    name: "busbar.yaml",
    bytes: Buffer.from(`processes: [own.js]\nchannels: { inbox: ${channel} }\n`),
  });
  const first = begin().child;
  // The action holds up the daemon for good: its first heartbeat must be out before.
  const heartbeat = join(place.folder, "var/status.json");
  await until("it has a heartbeat", () => existsSync(heartbeat));
  place.write({ name: "inbox/tracking.csv", bytes: Buffer.from(tracking) });
  await until("it is begun", () => begun() === 1);
  letTimePass();

  const hanging = (await place.busbar("status")).stdout;
  expect(hanging).toContain(`The daemon with process id ${first.pid} is running but last reported`);
  expect(hanging).toMatch(/^ {4}action 2: count stars on parcel SO-1, begun \d+ s ago$/m);
  expect(hanging).toContain(
    `  busbar hold actions --name "count stars" --reason "it hangs", end the daemon (kill -9 ${first.pid}), and start it again`,
  );
  const words = ["actions", "--name", "count stars", "--reason", "it hangs"];
  expect(await place.busbar("hold", ...words)).toMatchObject({ code: 0 });
  await stopped(first, "SIGKILL");
  letTimePass();
  const died = (await place.busbar("status")).stdout;
  expect(died).toContain("it crashed or was killed");
  expect(died).toContain("action 2: count stars on parcel SO-1");

  const second = begin().child;
  const planned = () => place.json("action", "list", "--state", "planned");
  await until("it is planned again", async () => (await planned()).length === 1);
  place.write({ name: "inbox/more.csv", bytes: Buffer.from(tracking.replaceAll("-1", "-2")) });
  await until("the others are done", async () => {
    const greeted = await place.json("action", "list", "--name", "greet", "--state", "done");
    return greeted.length === 2;
  });
  const { stdout } = await place.busbar("status");
  expect(stdout).toContain("The daemon runs");
  expect(stdout).not.toContain("did not end");
  expect(begun()).toBe(1);
  expect(await stopped(second, "SIGTERM")).toBe(0);
});
