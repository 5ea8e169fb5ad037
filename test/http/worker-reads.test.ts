import { afterAll, beforeAll, expect, test } from "vitest";
import type { ReadRequest } from "../../src/http/reads/reads.ts";
import { WorkerReads } from "../../src/http/reads/worker-reads.ts";
import { until } from "../promises/workplace.ts";
import { madeFile } from "../store/made-file.ts";
import { type AskedPlace, askedPlace, people } from "./asked.ts";

let here: AskedPlace;
beforeAll(async () => {
  here = await askedPlace();
  await here.of.store.files.record([madeFile(), madeFile()]);
});
afterAll(() => here.close());

const asked = (url: string): ReadRequest => ({
  url,
  headers: [],
  requestId: "r",
  from: "127.0.0.1",
  who: people["viewer"] ?? expect.fail(),
});

/** Where faces are, as the daemon tells the thread. */
const module = (path: string) => new URL(path, import.meta.url).href;
const faces = [
  { module: module("../../src/http/api/api-face.ts"), name: "apiFace" },
  { module: module("./stubborn-face.ts"), name: "stubbornFace" },
];

test("a thread of its own answers what is read, and what goes wrong there is told", async () => {
  const faults: unknown[] = [];
  const reads = new WorkerReads({
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
  } finally {
    await reads.close();
  }
});

test("a body that breaks off is answered at once, by the problem that it broke off for", async () => {
  const faults: unknown[] = [];
  const reads = new WorkerReads({
    config: here.of.config,
    faces,
    onFault: (error) => void faults.push(error),
    deadlineMs: 60_000,
  });
  try {
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

test("an answer that takes too long is given up; the daemon goes on meanwhile, and the next has a new thread", async () => {
  const reads = new WorkerReads({
    config: here.of.config,
    faces,
    onFault: () => {},
    deadlineMs: 1_500,
  });
  try {
    let turns = 0;
    const turning = setInterval(() => {
      turns += 1;
    }, 1);
    const given = reads.answer(asked("/never")).catch((error: unknown) => error);
    await until("this thread turns while the other does not", () => turns > 20);
    clearInterval(turning);
    expect(await given).toMatchObject({ code: "TOO_SLOW" });
    expect((await reads.answer(asked("/quick"))).status).toBe(200);
  } finally {
    await reads.close();
  }
});

test("more than can be answered soon is refused at once", async () => {
  const reads = new WorkerReads({ config: here.of.config, faces, onFault: () => {} });
  const all = Array.from({ length: 150 }, async () => reads.answer(asked("/quick")));
  const ended = await Promise.allSettled(all);
  await reads.close();
  expect(ended.filter(({ status }) => status === "rejected")).toHaveLength(49);
  await expect(async () => reads.answer(asked("/quick"))).rejects.toMatchObject({
    code: "TOO_BUSY",
  });
});
