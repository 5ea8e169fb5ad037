import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { loadConfig } from "../../src/config/load-config.ts";
import { makePlace } from "../cli/busbar.ts";
import { startWebReceiver } from "../notices/web-receiver.ts";
import { goodFile } from "../promises/flow-files.ts";
import { until, whileRunning, withStore } from "../promises/workplace.ts";
import { blocksOf } from "./guide.ts";
import { blockNames, runBlock } from "./guide-commands.ts";

const page = "docs/guides/webhooks.md";
const place = makePlace();
afterAll(() => place.remove());
const tried = new Set<string>();

const block = (name: string) => blocksOf(page).find((one) => one.name === name)?.text ?? "";
const run = (name: string, numbers: Readonly<Record<string, string>> = {}) => {
  tried.add(name);
  return runBlock(page, name, place, numbers);
};

interface Guide {
  verified(
    headers: Readonly<Record<string, unknown>>,
    body: string,
    secret: string,
  ): readonly { readonly id: string; readonly data: { readonly type: string } }[] | null;
}

test("a receiver as the guide has it verifies what a daemon with its settings sends", async () => {
  const web = await startWebReceiver();
  execFileSync("bash", ["-c", block("secret")], { cwd: place.folder });
  tried.add("secret");
  const file = join(place.folder, "busbar.yaml");
  const settings = (more: string) =>
    writeFileSync(
      file,
      `${block("busbar.yaml").replace("https://erp.example.com/hooks/busbar", web.url)}${more}`,
    );
  mkdirSync(join(place.folder, "inbox"));
  settings("");
  expect((await place.busbar("config", "check")).stderr).toContain(
    "http: only with `private: true`",
  );
  settings("    private: true\n    from: beginning\nhttp: false\n");
  const [checked, channel] = await run("check");
  expect(checked?.stdout).toContain("tells       erp: http://127.0.0.1:");
  expect(checked?.stdout).toContain("(events D0010_RECEIVED, from event 1 on)");
  expect(channel?.stdout).toContain("nothing was sent");
  await place.busbar("ingest", place.write(goodFile(1, 2)));
  writeFileSync(join(place.folder, "verify.mjs"), block("verify.mjs"));
  const { verified } = (await import(
    pathToFileURL(join(place.folder, "verify.mjs")).href
  )) as Guide;
  const secret = readFileSync(join(place.folder, "keys/erp"), "utf8");
  const config = loadConfig(file);
  web.answers = [500, 200];
  await whileRunning({ config }, async () => {
    const states = () => withStore({ config }, (store) => store.outbound.counts());
    await until("it is to be tried again", async () =>
      (await states()).some(({ state }) => state === "retrying"),
    );
    // On a slow machine the try that failed may end only after this was asked: then it is asked again.
    await until("a try asked for succeeds", async () => (await run("poll"))[0]?.code === 0);
    await until("it is taken", async () =>
      (await states()).some(({ state }) => state === "delivered"),
    );
  });
  const [first, second] = web.received;
  for (const one of [first, second]) {
    const { headers, body } = one ?? expect.fail("nothing came");
    expect(verified(headers, body, secret)?.map(({ id, data }) => [id, data.type])).toEqual([
      ["1.0", "D0010_RECEIVED"],
      ["2.0", "D0010_RECEIVED"],
    ]);
    expect(verified(headers, `${body} `, secret)).toBeNull();
    expect(verified({ ...headers, "webhook-timestamp": "1" }, body, secret)).toBeNull();
  }
  expect(second?.headers["webhook-id"]).toBe(first?.headers["webhook-id"]);
  const [list, show, bytes, , why] = await run("look");
  expect(list?.stdout).toMatch(/delivered\s+webhook\s+http:/);
  expect(show?.stdout).toContain("Webhook 1: erp-1-");
  expect(bytes?.stdout).toBe(second?.body);
  expect(why?.stdout).toContain("a webhook of 2 events to http://127.0.0.1:");
  expect((await run("hold")).map(({ code }) => code)).toEqual([0, 0]);
});

test("one that failed is stuck until a person decides", async () => {
  const config = loadConfig(join(place.folder, "busbar.yaml"));
  await withStore({ config }, async (store) => {
    const { place: from, queue } = (await store.subscriptions.get("erp")) ?? expect.fail("begun");
    const ids = await store.outbound.record([
      {
        queue,
        channel: "erp",
        messages: [],
        messageCount: 1,
        envelope: null,
        given: { series: "channel erp", number: 2 },
        folder: "https://erp.example.com",
        name: "erp-2-00",
        temporary: "",
        bytes: Buffer.from("[]"),
        replaces: null,
        follows: { from, to: { event: 3, revision: 0 } },
      },
    ]);
    await store.deliveries.end([
      { id: ids?.[0] ?? 0, end: "failed", problem: "It was not taken." },
    ]);
  });
  const [stuck, retried, cancelled] = await run("decide", { 1: "2" });
  expect(stuck?.stdout).toContain("It was not taken.");
  expect(retried?.stdout).toContain("Webhook 2 is now ready.");
  expect(cancelled?.stdout).toContain("Webhook 2 is now cancelled.");
});

test("every block of commands of the guide was tried", () => {
  expect([...tried].toSorted()).toEqual(blockNames(page).toSorted());
});
