import { afterAll, beforeAll, expect, test } from "vitest";
import { versions } from "../../src/app/queries/versions.ts";
import { channelTable } from "../../src/console/pages/channel-pages.ts";
import type { AskedPlace } from "../http/asked.ts";
import { consolePlace, everyPage } from "./console-place.ts";

let asked: AskedPlace;

beforeAll(async () => {
  asked = await consolePlace();
}, 60_000);

afterAll(() => asked.close());

const page = async (path: string, who = "operator") => {
  const answer = await asked.app.request(path, {
    headers: { Authorization: `Bearer ${who}`, Accept: "text/html" },
  });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
};

test.each(everyPage)(
  "%s is a page with a heading, a way on and nothing of others as an element",
  async (path, title) => {
    const { status, text, headers } = await page(path, "admin");
    expect(status).toBe(200);
    expect(text).not.toContain("noHtml");
    expect(text).toContain(`<h1>${title}`);
    for (const odd of ["<img", "\u202e", "\u0007"]) expect(text).not.toContain(odd);
    const scripts = [...text.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
    for (const tag of scripts) expect(tag).toMatch(/^<script src="\/assets\/[^"]+" defer>$/);
    expect(headers.get("Content-Security-Policy")).toContain("script-src 'self'");
    const links = [...text.matchAll(/href="(\/[^"#?]*)/g)].map(([, to]) => to);
    expect(links).toContain("/stuck");
  },
);

test("a file shows its lines, what is wrong at its place, and its messages by the catalogue's names", async () => {
  const { text } = await page("/files/1");
  expect(text).toContain('<li id="L2" value="2">');
  expect(text).toContain("MPAN Core (J0003)");
  const refused = await page("/files/3");
  expect(refused.text).toMatch(/<li class="error">[\s\S]*MISSING_TRAILER/);
  expect((await page("/files/4")).text).toContain('<li id="L1" value="1" class="error">');
});

test("files are narrowed down by what they are, each with how many there are, and widened again", async () => {
  const { text } = await page("/files");
  const ways = [
    ...text.matchAll(/<a href="(\/files\?[^"]+)">[^<]+<\/a> <span class="count">(\d+)</g),
  ];
  const to = (query: string) => ways.find(([, path]) => path === `/files?${query}`);
  expect(Number(to("state=rejected")?.[2])).toBeGreaterThan(0);
  expect(to("flow=D0010")).toBeDefined();
  expect(ways.some(([, path]) => /\?since=(\S+)&amp;until=\1$/.test(path ?? ""))).toBe(true);
  expect(text).toContain("All that fits is counted.");
  for (const [, path = "", count] of ways) {
    const narrowed = await page(path.replaceAll("&amp;", "&"));
    expect((narrowed.text.match(/<tr><td>/g) ?? []).length, path).toBe(Number(count));
  }
  const both = (await page("/files?state=rejected&flow=D0010")).text;
  expect(both).toContain('<a href="/files?flow=D0010">any state</a>');
});

test("a process is drawn on both clocks, and its state at a moment is beside the one now", async () => {
  const { items } = (await (await asked.get("/api/v1/events?limit=1", "operator")).json()) as {
    items: { processType: string; key: string; occurredAt: string }[];
  };
  const [event] = items;
  const path = `/processes/${event?.processType}/${event?.key}`;
  for (const clock of ["sent", "known"]) {
    const { text } = await page(`${path}?clock=${clock}`);
    expect(text).toContain('<svg class="timeline"');
    expect(text).toMatch(/<g class="mark events/);
  }
  const before = new Date(Date.parse(event?.occurredAt ?? "") - 1_000).toISOString();
  const then = await page(`${path}?clock=sent&at=${before}`);
  expect(then.text).toContain("beside now");
  expect(then.text).toContain("<mark>");
  expect(then.text).toMatch(/busbar process build \S+ --type metering-point --as-of/);
  const stepped = await page(`${path}?clock=known&step=1`);
  expect(stepped.text).toContain("beside now");
  expect(stepped.text).toContain("--known-at");
});

test("forms are for those who may act, ask why, and do what they say", async () => {
  const send = (who: string, path: string, form: Record<string, string>) =>
    asked.app.request(path, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${who}`,
        Accept: "text/html",
        "Content-Type": "application/x-www-form-urlencoded",
      },
      body: new URLSearchParams(form).toString(),
    });
  expect((await page("/events/1", "viewer")).text).not.toContain('<form class="act"');
  expect((await send("viewer", "/events/1", { what: "void", reason: "wrong" })).status).toBe(403);
  const silent = await send("operator", "/events/1", { what: "void" });
  expect(silent.status).toBe(400);
  expect(await silent.text()).toContain("Say why");
  const seen = await (await send("operator", "/events/1", { what: "see-void" })).text();
  expect(seen).toContain("not heard of");
  expect(seen).toContain('name="what" value="void"');
  const set = /name="set" value="(\w+)"/.exec(seen)?.[1] ?? "";
  const unseen = await send("operator", "/events/1", { what: "void", reason: "sent in error" });
  expect([unseen.status, await unseen.text()]).toEqual([
    409,
    expect.stringContaining("See first what it would change"),
  ]);
  const other = { what: "void", reason: "sent in error", set: "0".repeat(32) };
  expect((await send("operator", "/events/1", other)).status).toBe(409);
  expect((await page("/events/1")).text).not.toContain("Take the void back");
  const done = await send("operator", "/events/1", { ...other, set });
  expect(done.status).toBe(303);
  expect(done.headers.get("Location")).toBe("/events/1");
  const { text } = await page("/events/1");
  expect(text).toContain("by olga");
  expect(text).toContain("sent in error");
  const back = await (await send("operator", "/events/1", { what: "see-unvoid" })).text();
  const backSet = /name="set" value="(\w+)"/.exec(back)?.[1] ?? "";
  await send("operator", "/events/1", { what: "unvoid", reason: "it was right", set: backSet });
  expect((await page("/events/1")).text).not.toContain("Take the void back");
  const restate = await (await send("operator", "/files/1", { what: "see-restate" })).text();
  expect(restate).toContain("its events say what the file says");
  const blind = await send("operator", "/files/1", { what: "restate", reason: "to see" });
  expect(blind.status).toBe(409);
});

test("what is stuck is tried again by its cause, and noted", async () => {
  const { text } = await page("/stuck");
  const cause = /href="(\/stuck\/[^"]+)"/.exec(text)?.[1] ?? "";
  const send = (form: Record<string, string>) =>
    asked.app.request(cause, {
      method: "POST",
      headers: {
        Authorization: "Bearer operator",
        "Content-Type": "application/x-www-form-urlencoded",
      },
      body: new URLSearchParams(form).toString(),
    });
  const tried = await send({ what: "dry-run", reason: "to see" });
  const dry = await tried.text();
  expect(dry).toMatch(/Of \d+ tried: 0 would be stuck no longer/);
  const set = /name="set" value="(\w+)"/.exec(dry)?.[1] ?? "";
  const again = { what: "try-all", reason: "it may be whole" };
  expect((await send({ ...again, set: "0".repeat(32) })).status).toBe(409);
  expect(await (await send({ ...again, set })).text()).toMatch(
    /Of \d+ tried: 0 is stuck no longer/,
  );
  expect((await send({ what: "assign", text: "olga" })).status).toBe(303);
  expect((await page(cause)).text).toContain("olga");
});

test("what is said of persons is shown to those who have that right", async () => {
  const open = await page("/files/1", "viewer");
  expect(open.text).toContain("K14X 00917");
  const masked = await page("/files/1", "masked");
  expect(masked.text).not.toContain("K14X 00917");
  expect((await page("/files/1/bytes", "masked")).status).toBe(403);
  const bytes = await page("/files/1/bytes", "viewer");
  expect(bytes.headers.get("Content-Disposition")).toMatch(/^attachment/);
});

test("whoever is not logged in is led to the page to log in on, and back to nowhere else", async () => {
  const answer = await asked.app.request("/files?state=rejected", {
    headers: { Accept: "text/html" },
  });
  expect(answer.status).toBe(302);
  expect(answer.headers.get("Location")).toBe("/login?to=%2Ffiles%3Fstate%3Drejected");
  const form = await (await asked.app.request("/login?to=//evil.example")).text();
  expect(form).toContain('name="to" value="/"');
});

test("what is not there, or cannot be meant, is a page that says so", async () => {
  expect((await page("/files/999")).status).toBe(404);
  expect((await page("/files?state=odd")).status).toBe(400);
  expect((await page("/nothing")).text).toContain("There is nothing at");
});

test("a notice says to whom it was said and why it was not; it is snoozed, and sent again", async () => {
  const send = (form: Record<string, string>) =>
    asked.app.request("/notices", {
      method: "POST",
      headers: { Authorization: "Bearer operator" },
      body: new URLSearchParams({ reason: "their upgrade", ...form }),
    });
  const list = await page("/notices");
  expect(list.text).toContain("snoozed until noon");
  expect(list.text).not.toContain('href="/notices/2"');
  expect((await page("/notices?all=true")).text).toContain('href="/notices/2"');
  const one = await page("/notices/1");
  expect(one.text).toContain("team");
  expect(one.text).toContain("busbar notice show 1");
  expect((await send({ what: "snooze", notice: "1", for: "soon" })).status).toBe(400);
  expect((await send({ what: "snooze", notice: "1", for: "4h" })).status).toBe(303);
  const snoozed = await page("/notices");
  expect(snoozed.text).toContain("their upgrade");
  const snooze = /name="snooze" value="(\d+)"/.exec(snoozed.text)?.[1] ?? "";
  expect((await send({ what: "unsnooze", snooze })).status).toBe(303);
  expect((await page("/notices")).text).toContain("Nothing is snoozed.");
});

test("the audit is for admins, and its foot names its filters", async () => {
  expect((await page("/audit")).status).toBe(403);
  expect((await page("/")).text).not.toContain('href="/audit"');
  const audit = await page("/audit?actor=olga&outcome=refused", "admin");
  expect(audit.text).toContain("<code>GET /audit</code>");
  expect(audit.text).toContain("busbar audit --actor olga --outcome refused");
});

test("the page of a cause says what settles it, and leads to what its code means", async () => {
  const { text: list } = await page("/stuck");
  const cause = /href="(\/stuck\/[^"]+)">[^<]*MISSING_TRAILER/.exec(list)?.[1] ?? "";
  const { text } = await page(cause);
  const told = /What to do<\/h2><ul>([\s\S]*?)<\/ul>/.exec(text)?.[1] ?? "";
  expect(told).toContain("busbar reprocess");
  expect(text).toContain('<a href="/codes/MISSING_TRAILER">MISSING_TRAILER</a>');
});

test("counts of a channel say since when they count", async () => {
  for (const path of ["/", "/channels"])
    expect((await page(path)).text).toContain('<th scope="col">Recorded since start</th>');
  const totals = {
    ...({ name: "partners", kind: "folder", direction: "out", path: "out" } as const),
    ...({ state: "working", problem: null, retryAt: null, triedAt: null } as const),
    ...{ countedSince: null, delivered: 0, deliveredAt: null },
  };
  const shown = (files: Readonly<Record<string, number>>) =>
    String(channelTable([], [{ ...totals, files }]));
  expect(shown({ delivered: 2 })).toContain("not since start");
  expect(shown({ ready: 1 })).toContain("never");
});

test("the system says its version, what is on hold and which numbers are missing", async () => {
  const { text } = await page("/system");
  expect(text).toContain(`<dt>Busbar</dt><dd>${versions().busbar}</dd>`);
  expect(text).toContain("Nothing is on hold.");
  expect(text).toContain("<h2>Flows that wait for a sender's missing numbers</h2>");
});

test("the routes of a flow are folded where there are many", async () => {
  expect((await page("/flows/D0010")).text).toMatch(/<details><summary>\d+ routes<\/summary>/);
});

test("what is said of a line of a file is apart from its bytes", async () => {
  const { text } = await page("/files/4");
  expect(text).toContain('class="error"><span class="mark badge">error</span><code>ZHV|');
});

test("every place is in a row for wide screens, and folded for narrow ones", async () => {
  const { text } = await page("/channels");
  const [wide = "", narrow = ""] = text.match(/<nav class="places[\s\S]*?<\/nav>/g) ?? [];
  expect(narrow).toContain("<details><summary>Menu: Channels</summary>");
  const links = (nav: string) => nav.match(/href="[^"]+"/g);
  expect(links(narrow)).toEqual(links(wide));
});
