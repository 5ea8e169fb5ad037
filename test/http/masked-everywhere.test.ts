import { afterAll, beforeAll, expect, test } from "vitest";
import { consoleFace } from "../../src/cli/daemon/console-face.ts";
import { consolePages } from "../../src/console/pages.ts";
import type { NoticeRecord } from "../../src/core/notice/notice.ts";
import { apiFace } from "../../src/http/api/api-face.ts";
import { otherRoutes } from "../../src/http/api/other-routes.ts";
import { readRoutes } from "../../src/http/api/read-routes.ts";
import type { Place } from "../cli/busbar.ts";
import { type AskedPlace, askedPlace } from "./asked.ts";

/** What nobody without the right may read: a word that stands in every value that is planted below. */
const planted = /plant/i;
const kept = "SO-PLANT1";
const erased = "SO-PLANT2";

const columns =
  "order_number,ordered_at,customer_name,customer_email,accepts_email,address_line_1,postcode,currency,line_number,sku,quantity,unit_price";
const row = (number: string, at: string, name: string) =>
  `${number},${at},${name},${number}@example.test,true,1 Plant Street,LS1 4AP,GBP,1,MUG,1,7.50`;

async function plant(place: Place): Promise<void> {
  const did = async (...words: string[]) => {
    const { code, stderr } = await place.busbar(...words);
    expect([words, code, stderr]).toEqual([words, 0, ""]);
  };
  const file = (name: string, ...rows: string[]) =>
    place.write({ name, bytes: Buffer.from([columns, ...rows, ""].join("\n")) });
  const at = "2026-06-10T09:03:00Z";
  await place.busbar(
    "ingest",
    file("good.csv", row(kept, at, "Ann Planted"), row(erased, at, "B")),
  );
  await place.busbar("ingest", file("date.csv", row("SO-PLANT3", "Plantdate 2026", "C")));
  await place.busbar("ingest", file("long.csv", row("SO-PLANT4", at, "Plantlong ".repeat(60))));
  await place.busbar("replay");
  const because = (what: string) => ["--reason", `planted for ${what}`, "--actor", "olga"];
  await did("event", "void", "2", ...because("void"));
  await did("event", "unvoid", "2", ...because("unvoid"));
  const data = JSON.stringify({ reason: "planted wish" });
  await place.busbar(
    "command",
    "run",
    `order/${kept}`,
    "do_cancel",
    "--data",
    data,
    "--idempotency-key",
    "call-1",
  );
  // What the process refuses.
  await place.busbar("command", "run", `order/${kept}`, "do_cancel", "--data", data);
  await did("hold", "outbound", ...because("a hold that ended"));
  await did("release", "outbound", ...because("release"));
  await did("hold", "intake", ...because("hold"));
  await did("hold", "actions", ...because("a hold of actions"));
  const stuck = (await place.json("stuck")).find(({ example }) => example !== undefined);
  const id = String(stuck?.["id"]);
  await did("stuck", "note", "--cause", id, ...because("note"));
  await did("notice", "snooze", "--all", "--for", "2h", ...because("snooze"));
}

let here: AskedPlace;
beforeAll(async () => {
  here = await askedPlace({ faces: [apiFace, consoleFace] }, plant);
  await here.place.busbar("erase", erased, "--reason", "planted for erasing", "--actor", "olga");
  const now = here.of.clock.wall();
  // As notices were kept before reasons were left out of them.
  const old: Omit<NoticeRecord, "id"> = {
    ...{ about: "hold intake", level: "work" as const, title: "On hold by ann: intake (planted)" },
    ...{ since: now, count: 1, channel: null, assignees: [], remedy: null, openedAt: now },
    ...{ turn: 1, goneSince: null, endedAt: null },
    untold: "everything is snoozed by ann until 2026-06-10T09:03:00.000Z: planted",
  };
  await here.of.store.notices.judge({
    now,
    decide: () => ({ opened: [old], changed: [], messages: [], dropped: [], gone: [] }),
  });
}, 60_000);
afterAll(() => here.close());

const numbers = ["1", "2", "3", "4", "5"];
const things = ["file", "message", "event", "action", "command", "deadline", "outbound"];
const items = [
  ...things.flatMap((thing) => numbers.map((number) => `${thing} ${number}`)),
  "process order/{key}",
  "{key}",
];

const beginnings = ["SO-", "{key}", "olga"];

/** Every address that a path stands for here. */
function addressesOf(path: string): string[] {
  if (path === "/search")
    return ["text", "q"].flatMap((by) => beginnings.map((one) => `/search?${by}=${one}`));
  if (path === "/why") return items.map((item) => `/why?item=${encodeURIComponent(item)}`);
  const [, before, name = "", after = ""] = /^(.*?)(?:\{|:)(\w+)\}?(.*)$/.exec(path) ?? [];
  if (before === undefined) return [path];
  const values: Readonly<Record<string, readonly string[]>> = {
    key: ["{key}"],
    type: ["order"],
    item: items,
    channel: ["inbox"],
    flow: ["ORDERS"],
    version: ["001"],
    code: ["TOO_LONG"],
    command: ["call-1"],
    cause: known,
  };
  const some = values[name] ?? numbers;
  return some.flatMap((value) =>
    addressesOf(after).map((rest) => before + encodeURIComponent(value) + rest),
  );
}

let known: readonly string[] = [];

/** What is answered at an address, without what was typed into it. */
async function answered(
  address: string,
  who = "masked",
): Promise<{ status: number; body: string }> {
  const url = address.replaceAll("%7Bkey%7D", encodeURIComponent(kept));
  const answer = await here.app.request(url, {
    headers: {
      Authorization: `Bearer ${who}`,
      Accept: address.startsWith("/api/") ? "application/json" : "text/html",
    },
  });
  const text = await answer.text();
  return { status: answer.status, body: address === url ? text : text.replaceAll(kept, "TYPED") };
}

/** Every address that reads, of the API and the console. */
async function everyAddress(): Promise<ReadonlySet<string>> {
  const list = await answered("/api/v1/stuck/causes");
  known = (JSON.parse(list.body) as { items: { id: string }[] }).items.map(({ id }) => id);
  const reads = readRoutes.map(({ path }) => path);
  const others = otherRoutes.filter(({ method }) => method === "get").map(({ path }) => path);
  const api = [...reads, ...others];
  return new Set([
    ...api.flatMap((path) => addressesOf(path)).map((path) => `/api/v1${path}`),
    ...consolePages.flatMap(({ path }) => addressesOf(path)),
    ...[
      "/api/v1/feed?full=true&lastEventId=0.0",
      "/events?key=none",
      "/files/1?line=2",
      "/notices?all=true",
    ],
  ]);
}

test("no address of the API and no page of the console shows who may not see it what is said of persons", async () => {
  const shown: string[] = [];
  let answers = 0;
  for (const address of await everyAddress()) {
    const { status, body } = await answered(address);
    if (status === 200) answers += 1;
    const at = body.search(planted);
    if (at >= 0) shown.push(`${address}: ${body.slice(Math.max(0, at - 90), at + 50)}`);
  }
  expect(shown).toEqual([]);
  expect(answers).toBeGreaterThan(60);
});

test("keys are not told letter by letter to who may not see them, and are found whole", async () => {
  const asked = async (text: string) => (await answered(`/api/v1/search?text=${text}`)).status;
  expect([await asked("SO-PLAN"), await asked(kept)]).toEqual([404, 200]);
});

test("who has the right reads it all over", async () => {
  const telling: string[] = [];
  for (const address of await everyAddress())
    if (planted.test((await answered(address, "viewer")).body)) telling.push(address);
  expect(telling).toEqual(
    expect.arrayContaining([
      "/api/v1/search?text=SO-",
      "/api/v1/commands/call-1",
      "/api/v1/stuck/items",
      ...["message 3", "event 2", "action 1", "command 2", "deadline 1", "process order/{key}"].map(
        (item) => `/api/v1/why/${encodeURIComponent(item)}`,
      ),
      ...["/api/v1/holds", "/api/v1/snoozes", "/api/v1/erasures", "/search?q=SO-", "/notices"],
    ]),
  );
});
