import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { doTask, type JobTask } from "../../src/http/jobs/job-task.ts";
import type { JobView } from "../../src/http/jobs/jobs.ts";
import { cutShort, goodFile } from "../promises/flow-files.ts";
import { until } from "../promises/workplace.ts";
import { type AskedPlace, askedPlace } from "./asked.ts";

let here: AskedPlace;
beforeAll(async () => {
  here = await askedPlace({}, async (place) => {
    await place.busbar("ingest", place.write(goodFile(1)));
  });
});
afterAll(() => here.close());

function post(path: string, body: object, who = "admin") {
  return here.app.request(`/api/v1${path}`, {
    method: "POST",
    headers: { Authorization: `Bearer ${who}`, "Content-Type": "application/json" },
    body: JSON.stringify({ reason: "to see", ...body }),
  });
}

async function ended(path: string, body: object = {}): Promise<JobView> {
  const begun = await post(path, body);
  expect(begun.status).toBe(202);
  const at = begun.headers.get("Location") ?? "";
  const look = async () => (await (await here.get(at)).json()) as JobView;
  await until("the job has ended", async () => (await look()).state !== "running");
  return look();
}

/** What comes of a task, without a thread. */
const done = (task: JobTask) => Array.fromAsync(doTask(here.of.config, task, () => {}));

test("a backup is made as a job in a thread of its own, and nothing is left of one that is refused", async () => {
  const { folder } = here.place;
  const path = join(folder, "copy.tar.zst");
  expect((await post("/backups", { path }, "operator")).status).toBe(403);
  expect((await post("/backups", { path: "copy" })).status).toBe(400);
  expect(await ended("/backups", { path })).toMatchObject({
    state: "done",
    actor: "ada",
    items: [{ item: path, done: true }],
  });
  expect(existsSync(path)).toBe(true);
  expect(await here.of.store.backups.made()).toMatchObject([{ path }]);
  await expect(done({ is: "backup", path, withoutLost: false })).rejects.toThrow(
    /is there already/,
  );
  expect(readdirSync(folder).filter((name) => name.startsWith(".busbar-draft-"))).toEqual([]);
});

test("a second backup while one runs is asked to try again, since a backup has no dryRun", async () => {
  const paths = ["one", "two"].map((name) => join(here.place.folder, `${name}.tar.zst`));
  // Both are asked for before the first one's thread can have done anything.
  const [first, second] = await Promise.all(paths.map((path) => post("/backups", { path })));
  const [begun, refused] = first?.status === 202 ? [first, second] : [second, first];
  expect([begun?.status, refused?.status]).toEqual([202, 409]);
  const said = (await refused?.text()) ?? "";
  expect(said).toMatch(/Wait until it has ended, or stop it, and ask again for yours/);
  expect(said).not.toContain("dryRun");
  const at = begun?.headers.get("Location") ?? "";
  const look = async () => (await (await here.get(at)).json()) as JobView;
  await until("the job has ended", async () => (await look()).state !== "running");
});

test("what ends a job without success is its problem", async () => {
  const unknown = await ended("/replays", { type: "nothing" });
  expect(unknown).toMatchObject({
    state: "failed",
    problem: expect.stringContaining("nothing"),
    items: [],
  });
});

test("a store is verified and its processes built again, with what came of it", async () => {
  const verified = await done({ is: "verify" });
  expect(verified.filter((item) => !item.done)).toEqual([]);
  expect(verified.map(({ item }) => item)).toContain("the processes");
  const [all] = await done({ is: "replay", type: null, since: null });
  expect(all).toMatchObject({ item: "all", said: expect.stringMatching(/^1 event of/) });
});

test("a file is checked, and nothing of it is kept", async () => {
  const before = await Array.fromAsync(here.of.store.files.list({}));
  const check = async (bytes: Buffer) => {
    const answer = await here.app.request("/api/v1/file-checks?name=pasted", {
      method: "POST",
      headers: { Authorization: "Bearer viewer" },
      body: new Uint8Array(bytes),
    });
    return [answer.status, await answer.json()];
  };
  expect(await check(goodFile(2).bytes)).toMatchObject([
    200,
    { items: [{ file: "pasted", valid: true, messages: 1 }] },
  ]);
  expect(await check(cutShort(goodFile(2)).bytes)).toMatchObject([
    200,
    { items: [{ valid: false }] },
  ]);
  expect(await Array.fromAsync(here.of.store.files.list({}))).toEqual(before);
});
