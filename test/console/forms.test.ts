import { afterAll, beforeAll, expect, test } from "vitest";
import { setPerson } from "../../src/app/commands/access/people.ts";
import { consoleFace } from "../../src/cli/daemon/console-face.ts";
import { editableJson } from "../../src/console/html/text.ts";
import { readLines } from "../../src/console/pages/kept-lines.ts";
import { type Access, knowsNobody } from "../../src/http/access/access.ts";
import { storeAccess } from "../../src/http/access/store-access.ts";
import { apiFace } from "../../src/http/api/api-face.ts";
import { type AskedPlace, askedPlace } from "../http/asked.ts";
import { consolePlace, everyPage } from "./console-place.ts";

let asked: AskedPlace;

beforeAll(async () => {
  asked = await consolePlace();
}, 60_000);

afterAll(() => asked.close());

const read = async (path: string, who = "operator") => {
  const headers = { Authorization: `Bearer ${who}`, Accept: "text/html" };
  const answer = await asked.app.request(path, { headers });
  return { status: answer.status, text: await answer.text() };
};

const send = (path: string, form: Record<string, string>) =>
  asked.app.request(path, {
    method: "POST",
    headers: { Authorization: "Bearer operator", Accept: "text/html" },
    body: new URLSearchParams(form),
  });

test("the form of a page that logs out does", async () => {
  let access: Access = knowsNobody;
  const own: Access = {
    ...knowsNobody,
    ofSession: (secret) => access.ofSession(secret),
    logIn: (name, password) => access.logIn(name, password),
    logOut: (secret) => access.logOut(secret),
  };
  const here = await askedPlace({ faces: [apiFace, consoleFace], access: own });
  access = storeAccess(here.of.store.access, here.of.clock);
  const person = { name: "olga", role: "operator", personal: true } as const;
  await setPerson(here.of, { ...person, password: "correct horse battery" }, "ada");
  const form = new URLSearchParams({ name: "olga", password: "correct horse battery" });
  const begun = await here.app.request("/login", { method: "POST", body: form });
  const cookie = begun.headers.get("Set-Cookie")?.split(";")[0] ?? "";
  const open = await here.app.request("/files", { headers: { Cookie: cookie } });
  const page = await open.text();
  const to = /<form class="who" method="post" action="([^"]+)">[^\n]*Log out/.exec(page)?.[1] ?? "";
  const ended = await here.app.request(to, {
    method: "POST",
    headers: { Cookie: cookie, "Sec-Fetch-Site": "same-origin" },
  });
  expect([open.status, ended.status]).toEqual([200, 303]);
  const after = await here.app.request("/files", {
    headers: { Cookie: cookie, Accept: "text/html" },
  });
  expect(after.headers.get("Location")).toBe("/login?to=%2Ffiles");
  await here.close();
});

test("a form sent twice is done once, and the audit says why", async () => {
  const cause = /href="(\/stuck\/[^"]+)"/.exec((await read("/stuck")).text)?.[1] ?? "";
  const once = /name="once" value="([^"]+)"/.exec((await read(cause)).text)?.[1] ?? "";
  expect(once).not.toBe("");
  const said = { once, what: "note", text: "asked the sender twice" };
  const answers = await Promise.all([send(cause, said), send(cause, said)]);
  expect(answers.map(({ headers }) => headers.get("Location"))).toEqual([cause, cause]);
  expect((await read(cause)).text.split("asked the sender twice")).toHaveLength(2);
  await send("/files/3", { once: "again-1", what: "reprocess", reason: "it may be whole" });
  const audit = await (await asked.get("/api/v1/audit", "admin")).text();
  expect(audit).toContain("it may be whole");
});

test("the data of an event is corrected as JSON, by those who see it", async () => {
  const odd = { key: "a\u202eb\u0007", high: "\u{e0041}", plain: "£" };
  for (const hidden of ["\u202e", "\u0007", "\u{e0041}"])
    expect(editableJson(odd)).not.toContain(hidden);
  expect(JSON.parse(editableJson(odd))).toEqual(odd);
  const { text } = await read("/events/2");
  const area = /<textarea name="data"[^>]*>([\s\S]*?)<\/textarea>/.exec(text)?.[1] ?? "";
  expect(JSON.parse(area.replaceAll("&quot;", '"'))).toHaveProperty("mpanCore");
});

test("what cannot be meant is refused in words", async () => {
  const { items } = (await (await asked.get("/api/v1/events?limit=1", "operator")).json()) as {
    items: { processType: string; key: string }[];
  };
  const path = `/processes/${items[0]?.processType}/${items[0]?.key}`;
  for (const at of [
    "99999999999999999",
    "-000001-01-01T00:00:00Z",
    "+012345-01-01T00:00:00Z",
    "9".repeat(400),
  ])
    expect((await read(`${path}?at=${encodeURIComponent(at)}`)).status, at).toBe(400);
  for (const to of ["/files%0d%0aX", "/fi\u0001les", "//evil.example"])
    expect((await read(`/login?to=${encodeURIComponent(to)}`)).text).toContain(
      'name="to" value="/"',
    );
  const torn = await asked.app.request("/files/1", {
    method: "POST",
    headers: {
      Authorization: "Bearer operator",
      "Content-Type": "multipart/form-data; boundary=x",
    },
    body: "--x torn",
  });
  expect(torn.status).toBe(400);
});

test("lines are shown by pages, in UTF-8 where they are, and no page follows the last", async () => {
  const lines = async (text: string, first = 1) => {
    const bytes = Buffer.from(text);
    // A piece may end within a character.
    const pieces = [bytes.subarray(0, 7), bytes.subarray(7)];
    return readLines(ReadableStream.from(pieces), first);
  };
  const many = (count: number) => "Zoë £1\n".repeat(count);
  const exact = await lines(many(200));
  expect([exact.texts.length, exact.isWhole]).toEqual([200, true]);
  const longer = await lines(`${many(200)}end`);
  expect([longer.texts.length, longer.isWhole]).toEqual([200, false]);
  expect(longer.texts[199]?.text).toBe("Zoë £1");
  expect((await lines(`${many(200)}end`, 201)).texts).toEqual([{ text: "end", isCut: false }]);
  const [wide] = (await lines(`a${"é".repeat(3_000)}`)).texts;
  expect(wide).toEqual({ text: `a${"é".repeat(1_999)}`, isCut: true });
});

test.each(everyPage)("%s says the same as JSON where its foot leads", async (path) => {
  const foot = /<footer>[\s\S]*<\/footer>/.exec((await read(path, "admin")).text)?.[0] ?? "";
  for (const [, to = ""] of foot.matchAll(/href="(\/api[^"]+)"/g))
    expect((await asked.get(to.replaceAll("&amp;", "&"), "admin")).status, to).toBe(200);
});

test("a refused file leads to its cause, whose items are to be had as JSON; a code is explained in paragraphs", async () => {
  const { text } = await read("/files/3");
  const cause = /href="(\/stuck\/[^"]+)"/.exec(text)?.[1] ?? "";
  const page = await read(cause);
  expect(page.text).toContain("D0010_0000000003.uff");
  const json = /href="(\/api[^"]+)"/.exec(page.text)?.[1] ?? "";
  const { items } = (await (await asked.get(json, "operator")).json()) as { items: object[] };
  expect(items).toContainEqual(expect.objectContaining({ item: "file 3" }));
  const code = await read("/codes/MISSING_TRAILER");
  expect(code.text).toContain("<h2>What to do</h2>");
  expect(code.text).not.toContain("**");
});

test("whoever may not see what is said of persons is notified of that, and sees no long number anywhere", async () => {
  const { items } = (await (await asked.get("/api/v1/events?limit=1", "operator")).json()) as {
    items: { seq: number; processType: string; key: string }[];
  };
  const [{ seq, processType, key } = { seq: 0, processType: "", key: "none" }] = items;
  for (const [what, reason] of [
    ["void", `asked about ${key}`],
    ["unvoid", "it was right"],
  ] as const) {
    const seen = await (await send(`/events/${seq}`, { what: `see-${what}` })).text();
    const set = /name="set" value="(\w+)"/.exec(seen)?.[1] ?? "";
    await send(`/events/${seq}`, { what, reason, set });
  }
  const cause = /href="(\/stuck\/[^"]+)"/.exec((await read("/stuck")).text)?.[1] ?? "";
  await send(cause, { what: "note", text: `it is about ${key}` });
  const ofProcess = `/processes/${processType}/${key}`;
  expect((await read(ofProcess)).text).toContain(`asked about ${key}`);
  for (const path of ["/processes", "/events", `/events/${seq}`, "/files/1", "/stuck", cause]) {
    const { status, text } = await read(path, "masked");
    expect([path, status]).toEqual([path, 200]);
    expect(text).not.toContain(key);
    expect(text).not.toContain("%5Bmasked%5D");
    if (path !== "/stuck") expect(text).toContain("busbar user link --personal");
  }
  const masked = (await read(ofProcess, "masked")).text;
  // Only addresses have the key, by which the page was asked for.
  expect(masked.replaceAll(/(?:href|action|data-hx-get)="[^"]*"/g, "")).not.toContain(key);
  expect(masked).not.toContain("It has no state yet.");
  expect((await read(`/events/${seq}`)).text).not.toContain("busbar user link --personal");
});
