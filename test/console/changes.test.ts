import { afterAll, beforeAll, expect, test } from "vitest";
import type { AskedPlace } from "../http/asked.ts";
import { consolePlace } from "./console-place.ts";

let asked: AskedPlace;

beforeAll(async () => {
  asked = await consolePlace();
}, 60_000);

afterAll(() => asked.close());

const headers = { Authorization: "Bearer operator", Accept: "text/html" };
const read = async (path: string) => (await asked.app.request(path, { headers })).text();
const send = (path: string, form: Record<string, string>) =>
  asked.app.request(path, { method: "POST", headers, body: new URLSearchParams(form) });

/** What a form holds, read from the page as a browser without scripts does. */
function fieldIn(page: string, name: string): string {
  const [, value] =
    new RegExp(`name="${name}" value="([^"]*)"`).exec(page) ??
    new RegExp(`<textarea name="${name}"[^>]*>([\\s\\S]*?)</textarea>`).exec(page) ??
    expect.fail(`there is no field ${name}`);
  return (value ?? "").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

test("a correction shows what it would change, does that alone, and is left as it is by a restating", async () => {
  const before = await read("/events/1");
  const data = fieldIn(before, "data").replace("1042", "2042");
  expect(data).toContain("2042");
  const seen = await (await send("/events/1", { what: "see-correct", data })).text();
  expect(seen).toContain("Nothing is changed yet");
  expect(seen).toMatch(/1,?042[\s\S]*2,?042/);
  expect(await read("/events/1")).not.toContain("2042");
  const form = { what: "correct", reason: "misread by one digit", set: fieldIn(seen, "set") };
  const other = await send("/events/1", { ...form, data: data.replace("2042", "3042") });
  expect([other.status, await other.text()]).toEqual([
    409,
    expect.stringContaining("It would change something else by now than what was shown"),
  ]);
  expect((await send("/events/1", { ...form, data: fieldIn(seen, "data") })).status).toBe(303);
  const after = await read("/events/1");
  expect(after).toContain("misread by one digit");
  expect(JSON.parse(fieldIn(after, "data"))).toEqual(JSON.parse(data));
  const restate = await (await send("/files/1", { what: "see-restate" })).text();
  expect(restate).toContain("<li>1 event would be left as recorded, though read differently</li>");
  expect(restate).not.toContain('value="restate"');
});
