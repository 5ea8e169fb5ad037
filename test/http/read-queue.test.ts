import { afterAll, beforeAll, expect, test } from "vitest";
import { FairLine } from "../../src/http/reads/fair-line.ts";
import { ReadQueue } from "../../src/http/reads/read-queue.ts";
import type { OneByOne } from "../../src/http/reads/reader.ts";
import type { ReadRequest } from "../../src/http/reads/reads.ts";
import { until } from "../promises/workplace.ts";
import { madeFile } from "../store/made-file.ts";
import { type AskedPlace, askedPlace, people } from "./asked.ts";

let here: AskedPlace;
beforeAll(async () => {
  here = await askedPlace();
  await here.of.store.files.record([madeFile(), madeFile()]);
});
afterAll(() => here.close());

const asked = (url: string, who = "viewer"): ReadRequest => ({
  url,
  headers: [],
  requestId: "r",
  from: "127.0.0.1",
  who: people[who] ?? expect.fail(),
});

/** Where faces are, as the daemon tells the process. */
const module = (path: string) => new URL(path, import.meta.url).href;
const faces = [
  { module: module("../../src/http/api/api-face.ts"), name: "apiFace" },
  { module: module("./stubborn-face.ts"), name: "stubbornFace" },
];

test("a process of its own answers what is read, and what goes wrong there is reported", async () => {
  const faults: unknown[] = [];
  const reads = new ReadQueue({
    config: here.of.config,
    faces,
    onFault: (error) => void faults.push(error),
  });
  try {
    const answer = await reads.answer(asked("/api/v1/files?limit=1"));
    expect(await answer.json()).toMatchObject({ items: [{ id: 2 }], next: expect.anything() });
    await here.of.store.files.record([madeFile()]);
    const next = await reads.answer(asked("/api/v1/files?limit=1"));
    expect(await next.json()).toMatchObject({ items: [{ id: 3 }] });
    expect((await reads.answer(asked("/api/v1/files/9"))).status).toBe(404);
    expect((await reads.answer(asked("/written"))).status).toBe(503);
    expect((await reads.answer(asked("/broken"))).status).toBe(500);
    expect(faults).toEqual([expect.objectContaining({ message: "broken on purpose" })]);

    // A body that breaks off is answered at once, by the problem that it broke off for.
    faults.length = 0;
    const broken = await reads.answer(asked("/breaks-off"));
    expect([broken.status, await broken.json()]).toEqual([
      500,
      expect.objectContaining({ code: "FAULT" }),
    ]);
    expect(broken.headers.get("ETag")).toBeNull();
    expect(faults).toEqual([expect.objectContaining({ message: "broke off on purpose" })]);
    expect((await reads.answer(asked("/refuses-late"))).status).toBe(413);
    await expect(reads.answer(asked("/breaks-oddly"))).rejects.toThrow("no error at all");
    expect((await reads.answer(asked("/quick"))).status).toBe(200);
  } finally {
    await reads.close();
  }
});

test("a statement that never ends is stopped at the deadline with its process, and the daemon goes on meanwhile", async () => {
  const reads = new ReadQueue({
    config: here.of.config,
    faces,
    onFault: () => {},
    deadlineMs: 300,
  });
  try {
    let turns = 0;
    const turning = setInterval(() => {
      turns += 1;
    }, 1);
    const given = reads.answer(asked("/never-read")).catch((error: unknown) => error);
    await until("this process turns while the other does not", () => turns > 20);
    clearInterval(turning);
    expect(await given).toMatchObject({ code: "TOO_SLOW" });
  } finally {
    // Resolves once every process has ended.
    await reads.close();
  }
});

/** Answers at once, but for what never ends. */
function quickReader(begun: OneByOne[]): OneByOne {
  const ended = Promise.withResolvers<void>();
  let current: PromiseWithResolvers<Response> | null = null;
  let isGone = false;
  const reader: OneByOne = {
    ready: Promise.resolve(),
    ended: ended.promise,
    get isGone() {
      return isGone;
    },
    answer: async ({ url }) => {
      if (url !== "/never") return new Response(url);
      current = Promise.withResolvers<Response>();
      return current.promise;
    },
    rest: () => {},
    kill: (error) => {
      isGone = true;
      current?.reject(error);
      ended.resolve();
    },
  };
  begun.push(reader);
  return reader;
}

test("reads that take long keep nobody from quick ones, however many they are", async () => {
  const begun: OneByOne[] = [];
  const reads = new ReadQueue({
    config: here.of.config,
    faces: [],
    onFault: () => {},
    deadlineMs: 600_000,
    quickMs: 1,
    begin: () => quickReader(begun),
  });
  const long = Array.from({ length: 10 }, async () =>
    reads.answer(asked("/never")).catch((error: unknown) => error),
  );
  for (let ask = 0; ask < 10; ask += 1)
    expect(await (await reads.answer(asked(`/quick/${ask}`, "masked"))).text()).toBe(
      `/quick/${ask}`,
    );
  expect(begun.filter(({ isGone }) => !isGone).length).toBeLessThanOrEqual(4);
  await reads.close();
  expect(begun.every(({ isGone }) => isGone)).toBe(true);
  for (const error of await Promise.all(long)) expect(error).toMatchObject({ code: "TOO_BUSY" });
});

test("a read that made room is answered once those that take long have ended", async () => {
  const begun: OneByOne[] = [];
  const reads = new ReadQueue({
    config: here.of.config,
    faces: [],
    onFault: () => {},
    deadlineMs: 150,
    quickMs: 1,
    begin: () => quickReader(begun),
  });
  const long = Array.from({ length: 5 }, async () =>
    reads.answer(asked("/never")).catch((error: unknown) => error),
  );
  expect((await reads.answer(asked("/quick", "masked"))).status).toBe(200);
  // Each was at work until its own deadline.
  for (const error of await Promise.all(long)) expect(error).toMatchObject({ code: "TOO_SLOW" });
  await reads.close();
});

test("what took long is known the next time, and keeps no quick read of the same person waiting", async () => {
  const reads = new ReadQueue({
    config: here.of.config,
    faces: [],
    onFault: () => {},
    deadlineMs: 30,
    quickMs: 1,
    begin: () => quickReader([]),
  });
  await expect(reads.answer(asked("/never"))).rejects.toMatchObject({ code: "TOO_SLOW" });
  const ended: string[] = [];
  const asks = [...Array.from({ length: 6 }, () => "/never"), "/quick"].map(async (url) => {
    await reads.answer(asked(url)).catch(() => {});
    ended.push(url);
  });
  await Promise.all(asks);
  expect(ended[0]).toBe("/quick");
  await reads.close();
});

test("whoever asks for much waits behind who asks for little", () => {
  const line = new FairLine<string>();
  for (const item of ["a1", "a2", "a3"]) line.push("ann", item);
  line.push("ben", "b1");
  line.push("cid", "c1");
  line.push("ben", "b2");
  const order = Array.from({ length: 7 }, () => line.shift());
  expect(order).toEqual(["a1", "b1", "c1", "a2", "b2", "a3", undefined]);
});

test("more than can be answered soon is refused at once", async () => {
  const reads = new ReadQueue({
    config: here.of.config,
    faces: [],
    onFault: () => {},
    begin: () => quickReader([]),
  });
  const all = Array.from({ length: 150 }, async () => reads.answer(asked("/quick")));
  const ended = await Promise.allSettled(all);
  await reads.close();
  expect(ended.filter(({ status }) => status === "rejected")).toHaveLength(49);
  await expect(async () => reads.answer(asked("/quick"))).rejects.toMatchObject({
    code: "TOO_BUSY",
  });
});
