import { writeFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { takeUpPast } from "../../src/app/commands/process/take-up.ts";
import { buildPending } from "../../src/build/build-pending.ts";
import { fireDueDeadlines } from "../../src/build/deadline-clock.ts";
import { defineProcess } from "../../src/core/define/define-process.ts";
import { handle, ignored, joinsOrWaits, opens } from "../../src/core/define/take.ts";
import { recordingContext } from "../../src/intake/channel/context.ts";
import { ingestFiles } from "../../src/intake/file/ingest.ts";
import { reprocess } from "../../src/intake/file/reprocess.ts";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { d0010, goodFile, mpan, type SentFile } from "../promises/flow-files.ts";
import { engineScene } from "./engine-scene.ts";
import { meterWatch } from "./meter-watch.ts";

/** A scene, and a way to take files in as history beside it. */
async function scene(largeFileBytes?: number) {
  const made = await engineScene();
  const { base, clock, catalogue, definitions } = made;
  const blobs = `${base}/blobs`;
  const past = await openSqliteStore(`${base}/busbar.db`, {
    blobFolder: blobs,
    now: () => clock.now,
    history: true,
  });
  onTestFinished(() => past.close());
  const context = recordingContext({
    store: past,
    catalogue,
    blobs,
    largeFileBytes: largeFileBytes ?? 1 << 20,
  });
  return {
    ...made,
    async takeHistory(name: string, bytes: Buffer) {
      writeFileSync(`${base}/${name}`, bytes);
      return Array.fromAsync(ingestFiles(context, [...definitions.values()], [`${base}/${name}`]));
    },
  };
}

const states = (rows: unknown[]) =>
  (rows as { state: string; reason: string }[]).map(({ state, reason }) => [state, reason]);

test("history is built, and nothing is done because of it", async () => {
  const { takeHistory, build, outcome, store, clock } = await scene();
  clock.now = Date.UTC(2026, 2, 2);
  const { name, bytes } = goodFile(1, 2);
  await takeHistory(name, bytes);
  expect(await store.files.get(1)).toMatchObject({ history: true, events: 4 });
  expect(await build()).toBe(0);
  const { actions, builds, deadlines } = outcome();
  expect(states(actions)).toEqual(Array.from({ length: 4 }, () => ["skipped", "history"]));
  expect(builds).toHaveLength(4);
  expect(deadlines).toEqual([]);
  expect(await fireDueDeadlines(store, clock.now)).toMatchObject({ events: 0 });
});

test("what comes later on the same process is done as ever", async () => {
  const { takeHistory, ingest, build, outcome, clock } = await scene();
  clock.now = Date.UTC(2026, 2, 2);
  const first = d0010("0000000001", [mpan(7)]);
  await takeHistory("first.uff", Buffer.from(first));
  await build();
  const second = d0010("0000000002", [mpan(7)]).replaceAll("20240201093000", "20240202093000");
  await ingest({ name: "second.uff", bytes: Buffer.from(second) });
  await build();
  expect(states(outcome().actions)).toEqual([
    ["skipped", "history"],
    ["skipped", "history"],
    ["planned", null],
    ["planned", null],
  ]);
});

test("a large file may be history too", async () => {
  const { takeHistory, build, outcome } = await scene(1_000);
  const { name, bytes } = goodFile(1, 40);
  expect(await takeHistory(name, bytes)).toMatchObject([{ file: { history: true, events: 80 } }]);
  await build();
  expect(states(outcome().actions)).toEqual(
    Array.from({ length: 80 }, () => ["skipped", "history"]),
  );
});

/** A type that comes later: opened by the first file's meter point, joined by the others. */
const joiner = defineProcess({
  type: "joiner",
  version: 1,
  events: {},
  takes: {
    D0010: handle(({ subjectKey, file }) => {
      if (subjectKey === null) return ignored;
      return file === 3 ? opens("all", "OPENED") : joinsOrWaits("all", "JOINED");
    }),
  },
  begin: () => 0,
  status: (count) => `${count}`,
}).onAny((count) => count + 1);

test("a type of process that came later takes up past messages, as history", async () => {
  const made = await engineScene([]);
  const { store, ingest, clock, shell } = made;
  const definitions = new Map([["meter-watch", meterWatch]]);
  await ingest(goodFile(1));
  clock.now += 1_000;
  await ingest(goodFile(2, 2));
  const dry = await takeUpPast(store, meterWatch, clock.now, true);
  expect(dry).toMatchObject({ messages: 2, recorded: 0, failed: 0 });
  expect([...dry.events]).toEqual([["D0010_RECEIVED", 2]]);
  expect((await store.reports.counts()).events).toBe(0);
  expect(await takeUpPast(store, meterWatch, clock.now, false)).toMatchObject({ recorded: 2 });
  expect(await takeUpPast(store, meterWatch, null, false)).toMatchObject({
    messages: 1,
    recorded: 1,
  });
  expect(await takeUpPast(store, meterWatch, null, false)).toMatchObject({ messages: 0 });
  expect(await Array.fromAsync(store.events.list())).toMatchObject([
    { key: mpan(2_000), history: true },
    { key: mpan(2_001), history: true },
    { key: mpan(1_000), history: true },
  ]);
  await buildPending(store, definitions);
  const ledger = shell.prepare("SELECT DISTINCT state, reason FROM actions").all();
  expect(ledger).toEqual([{ state: "skipped", reason: "history" }]);
});

test("past messages that wait for their process are history when it appears", async () => {
  const { store, ingest, shell } = await engineScene([]);
  await ingest(goodFile(1), goodFile(2), goodFile(3));
  expect(await takeUpPast(store, joiner, null, false)).toMatchObject({ joining: 2, recorded: 3 });
  const events = await Array.fromAsync(store.events.list());
  expect(events.map(({ type, file, history }) => [type, file, history])).toEqual([
    ["OPENED", 3, true],
    ["JOINED", 1, true],
    ["JOINED", 2, true],
  ]);
  expect(shell.prepare("SELECT count(*) FROM unmatched").pluck().get()).toBe(0);
});

test("past messages of a file that is withdrawn before they are taken up are left alone", async () => {
  const { store, ingest, shell } = await engineScene([]);
  await ingest(goodFile(3));
  const selection = { processType: "joiner", since: null, looksInto: new Set<string>() };
  const { messages } = await store.routes.past({ selection, after: 0, limit: 10 });
  const [message] = messages;
  shell.exec("UPDATE files SET state = 'withdrawn' WHERE id = 1");
  const route = { processType: "joiner", key: "all", eventType: "OPENED" };
  expect(await store.routes.takeUp([{ message: message?.id ?? 0, ...route }])).toBe(0);
});

test("a message whose routing throws is counted, with what it threw", async () => {
  const { store, ingest } = await engineScene([]);
  await ingest(goodFile(1));
  const broken = defineProcess({
    type: "broken",
    version: 1,
    events: {},
    takes: {
      "*": handle(() => {
        throw new Error("boom");
      }),
    },
    begin: () => 0,
    status: () => "",
  });
  expect(await takeUpPast(store, broken, null, false)).toMatchObject({
    messages: 1,
    failed: 1,
    error: "boom",
  });
});

test("a file that is read again offers its messages to a type that came later as history", async () => {
  const { store, ingest, context, shell } = await engineScene([]);
  await ingest(goodFile(1, 2));
  await reprocess(context, [meterWatch], 1);
  await reprocess(context, [meterWatch], 1);
  expect(await Array.fromAsync(store.events.list())).toMatchObject([
    { key: mpan(1_000), history: true },
    { key: mpan(1_001), history: true },
  ]);
  await buildPending(store, new Map([["meter-watch", meterWatch]]));
  const ledger = shell.prepare("SELECT DISTINCT state, reason FROM actions").all();
  expect(ledger).toEqual([{ state: "skipped", reason: "history" }]);
});

test("a type that could not take a message when it came gets it as new, however often it is tried", async () => {
  let works = false;
  const fragile = defineProcess({
    type: "fragile",
    version: 1,
    events: {},
    takes: {
      D0010: handle(({ subjectKey }) => {
        if (!works) throw new Error("not yet");
        return opens(subjectKey ?? "", "TAKEN");
      }),
    },
    begin: () => 0,
    status: () => "open",
  });
  const { store, ingest, context } = await engineScene([fragile]);
  await ingest(goodFile(1));
  await reprocess(context, [fragile, meterWatch], 1);
  works = true;
  await reprocess(context, [fragile, meterWatch], 1);
  const events = await Array.fromAsync(store.events.list());
  expect(events.map(({ processType, history }) => [processType, history ?? false])).toEqual([
    ["meter-watch", true],
    ["fragile", false],
  ]);
});

test("a past message that waits stays past when its file is read again, and a new one new", async () => {
  const { base, store, ingest, context, shell } = await engineScene([]);
  await ingest(goodFile(1));
  await takeUpPast(store, joiner, null, false);
  const take = async ({ name, bytes }: SentFile) => {
    writeFileSync(`${base}/${name}`, bytes);
    await Array.fromAsync(ingestFiles(context, [joiner], [`${base}/${name}`]));
  };
  await take(goodFile(2));
  const waiting = () =>
    shell.prepare("SELECT history FROM unmatched ORDER BY message").pluck().all();
  expect(waiting()).toEqual([1, 0]);
  await reprocess(context, [joiner], 1);
  await reprocess(context, [joiner], 2);
  expect(waiting()).toEqual([1, 0]);
  await take(goodFile(3));
  const events = await Array.fromAsync(store.events.list());
  expect(events.map(({ file, history }) => [file, history ?? false])).toEqual([
    [3, false],
    [1, true],
    [2, false],
  ]);
});
