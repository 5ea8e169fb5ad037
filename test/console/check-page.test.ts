import { afterAll, beforeAll, expect, test } from "vitest";
import { consoleFace } from "../../src/cli/daemon/console-face.ts";
import { type AskedPlace, askedPlace } from "../http/asked.ts";
import { cutShort, goodFile } from "../promises/flow-files.ts";

let asked: AskedPlace;
beforeAll(async () => {
  asked = await askedPlace({ faces: [consoleFace] });
});
afterAll(() => asked.close());

async function check(form: FormData, who = "viewer") {
  const answer = await asked.app.request("/flows/check", {
    method: "POST",
    headers: { Authorization: `Bearer ${who}`, Accept: "text/html" },
    body: form,
  });
  return { status: answer.status, text: await answer.text() };
}

const pasted = (text: string) => {
  const form = new FormData();
  form.set("text", text);
  form.set("file", new File([], ""));
  return form;
};

test("pasted text is checked, what is wrong is shown at its line, and nothing is recorded", async () => {
  const good = goodFile(1, 2);
  const right = await check(pasted(good.bytes.toString()));
  expect(right.status).toBe(200);
  expect(right.text).toContain("It would be recorded: 2 messages would be given to processes.");
  expect(right.text).toContain("Nothing is wrong with it.");
  const wrong = await check(pasted(cutShort(good).bytes.toString()));
  expect(wrong.text).toContain("It would be refused");
  expect(wrong.text).toMatch(/<li class="error">[\s\S]*MISSING_TRAILER/);
  expect(await Array.fromAsync(asked.of.store.files.list())).toEqual([]);
});

test("a file is checked by its very bytes, and may have more than other forms", async () => {
  const { name, bytes } = goodFile(2);
  const form = new FormData();
  form.set("file", new File([Uint8Array.from(bytes)], `<b>${name}`));
  const { text } = await check(form);
  expect(text).toContain("It would be recorded: 1 message would");
  expect(text).toContain(`<h1>Checked: &lt;b&gt;${name}`);
  const large = new FormData();
  large.set("file", new File([Buffer.alloc(3 << 20, "x|y\n")], "large"));
  expect((await check(large)).text).toContain("It would be refused");
  const empty = await check(pasted(""));
  expect([empty.status, empty.text]).toEqual([400, expect.stringContaining("Choose a file")]);
});
