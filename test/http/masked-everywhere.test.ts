import { afterAll, beforeAll, expect, test } from "vitest";
import type { OpenInstallation } from "../../src/app/installation/open-installation.ts";
import { buildPending } from "../../src/build/build-pending.ts";
import { consoleFace } from "../../src/cli/daemon/console-face.ts";
import { consolePages } from "../../src/console/pages.ts";
import type { NoticeRecord } from "../../src/core/notice/notice.ts";
import { actRoutes } from "../../src/http/api/act-routes.ts";
import { apiFace } from "../../src/http/api/api-face.ts";
import { otherRoutes } from "../../src/http/api/other-routes.ts";
import { readRoutes } from "../../src/http/api/read-routes.ts";
import type { Place } from "../cli/busbar.ts";
import { failed, planActions, roomFor } from "../store/planned-actions.ts";
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
  const stuck = (await place.json("stuck")).find(({ example }) => example !== undefined);
  const id = String(stuck?.["id"]);
  await did("stuck", "note", "--cause", id, ...because("note"));
  await did("notice", "snooze", "--all", "--for", "2h", ...because("snooze"));
}

/** What process code and mail servers said in their own words, and whom an e-mail was to reach. */
async function plantWords({ store, definitions }: OpenInstallation): Promise<void> {
  await buildPending(store, await definitions());
  await planActions(store, [{ key: "SO-PLANT9", actions: ["print"] }], "order");
  const { token } = await store.leases.take({ forMs: 1_000, alone: true });
  const { claimed } = await store.actions.claim({ token, ended: [], room: roomFor(9) });
  const message = 'the courier refused "Ann Planted" (ann@plant.example)';
  const error = JSON.stringify({ name: "Error", message, stack: `Error: ${message}\n    at run` });
  const ended = claimed.map((one) => ({ ...failed(one), reason: message, error }));
  await store.actions.claim({ token, ended, room: roomFor(0) });
  expect(claimed.length).toBeGreaterThan(0);
  const to = "Ann Field <ann@plant.example>";
  const outgoing = { kind: "email", to, subject: "Hi", text: "Yes" } as const;
  const id = await store.outboundMessages.send({ identity: "plant", outgoing });
  const [queue] = await store.queues.waiting();
  const email = {
    ...{ queue: queue?.id ?? 0, channel: "post", messages: [id], messageCount: 1, envelope: null },
    ...{ given: null, folder: "ann@plant.example, bob@plant.example", temporary: "" },
    ...{ name: `<${id}.${store.id}@example.com>`, bytes: Buffer.from("Hi"), replaces: null },
  };
  const recorded = await store.outbound.record([email]);
  const problem = "It was refused for ann@plant.example: 550 who is ann.planted@example.com?";
  await store.deliveries.end([{ id: recorded?.[0] ?? 0, end: "failed", problem }]);
}

let here: AskedPlace;
beforeAll(async () => {
  here = await askedPlace({ faces: [apiFace, consoleFace] }, plant);
  await here.place.busbar("erase", erased, "--reason", "planted for erasing", "--actor", "olga");
  await plantWords(here.of);
  await here.place.busbar("hold", "actions", "--reason", "planted", "--actor", "olga");
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

test("keys are not revealed letter by letter to who may not see them, and are found whole", async () => {
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

test("nor does the answer to whoever asks that something be done", async () => {
  const said: string[] = [];
  const refused = new Set<number>();
  const bodies = [{}, { decision: "confirm", data: {} }];
  for (const { path } of actRoutes.filter(({ role }) => role !== "admin"))
    for (const address of addressesOf(path).slice(0, 3))
      for (const more of bodies) {
        const url = `/api/v1${address.replaceAll("%7Bkey%7D", encodeURIComponent(kept))}`;
        const answer = await here.app.request(url, {
          method: "POST",
          headers: { Authorization: "Bearer blind", "Content-Type": "application/json" },
          body: JSON.stringify({ reason: "tried", ...more }),
        });
        refused.add(answer.status);
        const body = await answer.text();
        const text = url.includes(kept) ? body.replaceAll(kept, "TYPED") : body;
        if (planted.test(text)) said.push(`${url} ${JSON.stringify(more)}: ${text}`);
      }
  expect(said).toEqual([]);
  expect([...refused]).toEqual(expect.arrayContaining([200, 400, 404, 409]));
});
