import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { correctedData } from "../../src/app/commands/event/corrected-data.ts";
import { restate } from "../../src/app/restate/restate.ts";
import type { Catalogue } from "../../src/catalogue/definition.ts";
import { opensAndTells } from "../../src/core/define/take.ts";
import type { RoutableMessage } from "../../src/core/event/route.ts";
import type { ProcessDefinition } from "../../src/core/process/process.ts";
import { recordingContext } from "../../src/intake/channel/context.ts";
import { ingestFiles } from "../../src/intake/file/ingest.ts";
import { answerOf } from "../answer-of.ts";
import { engineScene } from "../build/engine-scene.ts";
import { catalogueOf, parcels } from "../build/parcels.ts";
import { temporaryFolder } from "../channels/folder/temporary.ts";

/** The colour is told with each line of a parcel, with the parcel, and with each line of an owner. */
const early = () => catalogueOf(temporaryFolder(), "parcel", { perLine: ["owner", "colour"] });
const later = () =>
  catalogueOf(temporaryFolder(), "parcel", { perKey: ["colour"], perLine: ["owner"] });
const byOwner = () => catalogueOf(temporaryFolder(), "owner", { perLine: ["parcel", "colour"] });

const text = ["parcel,owner,colour", "P1,ann,red", "P2,bob,blue", ""].join("\n");
const ann = { actor: "Ann", reason: "the colour matters now" };

async function scene(largeFileBytes = 1 << 20, definition: ProcessDefinition = parcels) {
  const made = await engineScene([definition]);
  const { store, base } = made;
  let recording = made.context;
  const read = (catalogue: Catalogue) => {
    recording = recordingContext({ store, catalogue, blobs: `${base}/blobs`, largeFileBytes });
  };
  return {
    ...made,
    read,
    recordingNow: () => recording,
    async take(name: string, content: string | Uint8Array) {
      writeFileSync(`${base}/${name}`, content);
      return Array.fromAsync(ingestFiles(recording, [definition], [`${base}/${name}`]));
    },
    async restate(isDry = false, selection = {}) {
      const context = { recording, definitions: [definition], changedBy: isDry ? null : ann };
      const { kinds, fields, files, refused } = await restate(context, selection);
      const counts = Object.fromEntries([...kinds].map(([kind, { count }]) => [kind, count]));
      return { files, refused, counts, fields: Object.fromEntries(fields) };
    },
    async events() {
      const all = await Array.fromAsync(store.events.list());
      return all.map(({ seq, key, data, void: isVoid }) => [seq, key, data, isVoid ?? false]);
    },
  };
}

test("what is read otherwise is had for all history; a dry run changes nothing", async () => {
  const { read, take, restate: again, events, store, build } = await scene();
  read(await early());
  await take("a.csv", text);
  await build();
  const before = await events();
  expect(before.map(([, key]) => key)).toEqual(["P1", "P2"]);
  read(await later());
  const found = { counts: { data: 2 }, fields: { colour: 2, "lines[].colour": 2 } };
  expect(await again(true)).toMatchObject(found);
  expect(await events()).toEqual(before);
  expect(await again()).toMatchObject(found);
  expect((await events())[1]?.[2]).toBe(
    '{"parcel":"P2","colour":"blue","lines":[{"owner":"bob"}]}',
  );
  expect(await store.revisions.list(1)).toMatchObject([
    { kind: "restate", restated: true, actor: "Ann", reason: "the colour matters now" },
  ]);
  expect(await again()).toMatchObject({ files: 1, counts: {} });
  await build();
  const [event] = await store.events.ofProcess({ processType: "parcel", key: "P1" });
  expect(event).toMatchObject({
    amended: true,
    data: expect.stringContaining('"colour":"red","lines"'),
  });
});

test("a key that changes voids the event here and records it there; changing back restores it", async () => {
  const { read, take, restate: again, events, store } = await scene();
  read(await early());
  await take("a.csv", text);
  read(await byOwner());
  expect(await again(true)).toMatchObject({ counts: { moved: 2 } });
  expect(await again()).toMatchObject({ counts: { moved: 2 } });
  expect(await events()).toMatchObject([
    [1, "P1", expect.anything(), true],
    [2, "P2", expect.anything(), true],
    [3, "ann", expect.stringContaining("red"), false],
    [4, "bob", expect.stringContaining("blue"), false],
  ]);
  const [moved] = await store.events.ofProcess({ processType: "parcel", key: "ann" });
  expect(moved).toMatchObject({ file: 1, line: 2, flow: "PARCELS" });
  expect(await store.files.get(1)).toMatchObject({ events: 2 });
  expect(await answerOf(store.revisions.unvoid({ seq: 1, changedBy: ann }))).toMatchObject({
    code: "EVENT_MOVED",
  });
  expect(await again()).toMatchObject({ counts: {} });

  read(await early());
  expect(await again()).toMatchObject({ counts: { moved: 2 } });
  expect((await events()).map((event) => event[3])).toEqual([false, false, true, true]);
  expect((await store.revisions.list(1)).map(({ kind }) => kind)).toEqual(["void", "unvoid"]);
});

test("a message routed to other processes is read anew on each of them, once", async () => {
  const told: ProcessDefinition = Object.assign(Object.create(parcels), {
    route: ({ subjectKey }: RoutableMessage) =>
      opensAndTells(subjectKey ?? "", "PARCELS_RECEIVED", ["all"], ["all"]),
  });
  const { read, take, restate: again, events } = await scene(undefined, told);
  read(await early());
  await take("a.csv", text);
  const places = async () => (await events()).map(([, key, , isVoid]) => [key, isVoid]);
  const [p1, p2] = [["P1", false] as const, ["P2", false] as const];
  expect((await places()).toSorted()).toEqual([p1, p1, p2, p2]);
  read(await later());
  expect(await again()).toMatchObject({ counts: { data: 4 } });
  expect(await again()).toMatchObject({ counts: {} });
  // Of other keys now: opened there, and known to all of them, those of before included.
  read(await byOwner());
  expect(await again()).toMatchObject({ counts: { new: 2, data: 4 } });
  expect(await again()).toMatchObject({ counts: {} });
  expect((await places()).filter(([key]) => key === "ann")).toHaveLength(2);
});

test("what a person said of an event stays", async () => {
  const { read, take, restate: again, store, events } = await scene();
  read(await early());
  await take("a.csv", text);
  await store.revisions.void({ seq: 1, changedBy: ann });
  await store.revisions.correct({
    seq: 2,
    data: { schemaVersion: 1, data: '{"owner":"zoe"}' },
    changedBy: ann,
  });
  read(await later());
  expect(await again()).toMatchObject({ counts: { kept: 1 } });
  expect(await events()).toMatchObject([
    [1, "P1", expect.not.stringContaining('"red","lines"'), true],
    [2, "P2", '{"owner":"zoe"}', false],
  ]);
});

test("a message that is there no more takes its event away; one that is there again brings it back", async () => {
  const { read, take, restate: again, events } = await scene();
  read(await early());
  await take("a.csv", text.replace("bob", "ann"));
  // All rows of one owner are one message, at the line of the first.
  read(await byOwner());
  expect(await again()).toMatchObject({ counts: { moved: 1, gone: 1 } });
  expect((await events()).map(([seq, key, , isVoid]) => [seq, key, isVoid])).toEqual([
    [1, "P1", true],
    [2, "P2", true],
    [3, "ann", false],
  ]);
  read(await early());
  expect(await again()).toMatchObject({ counts: { moved: 1, back: 1 } });
  expect((await events()).map((event) => event[3])).toEqual([false, false, true]);
});

test("a message that nobody took is routed when it reads otherwise", async () => {
  const { read, take, restate: again, events } = await scene();
  read(await early());
  await take("a.csv", text.replace("P1", "nobody"));
  expect((await events()).map(([seq, key]) => [seq, key])).toEqual([[1, "P2"]]);
  expect(await again()).toMatchObject({ counts: {} });
  read(await byOwner());
  expect(await again(true)).toMatchObject({ counts: { new: 1, moved: 1 } });
  expect(await events()).toHaveLength(1);
  await again();
  expect(await events()).toMatchObject([
    [1, "P2", expect.anything(), true],
    [2, "bob", expect.anything(), false],
    [3, "ann", expect.stringContaining("nobody"), false],
  ]);
  expect(await again()).toMatchObject({ counts: {} });
});

test("a file that today's reader refuses stays as it is", async () => {
  const { read, take, restate: again, events } = await scene();
  read(await early());
  await take("a.csv", text);
  const before = await events();
  read(await catalogueOf(temporaryFolder(), "parcel", { perLine: ["owner", "colour", "missing"] }));
  expect(await again()).toMatchObject({ files: 1, refused: 1, counts: {} });
  expect(await events()).toEqual(before);
});

test("a large file is restated too, in bounded batches, and after a break the rest", async () => {
  const { read, take, restate: again, store } = await scene(1_000);
  const rows = Array.from(
    { length: 9_000 },
    (_, row) => `L${row},ann,red${"-".repeat(20)}${" ".repeat(60)}x`,
  );
  read(await early());
  await take("large.csv", ["parcel,owner,colour", ...rows, ""].join("\n"));
  read(await later());
  let batches = 0;
  const { record: put } = store.restatements;
  store.restatements.record = (given) => {
    batches += 1;
    if (batches === 3) throw new Error("a break");
    return put(given);
  };
  onTestFinished(() => {
    store.restatements.record = put;
  });
  await expect(again()).rejects.toThrow("a break");
  const { counts } = await again();
  expect(counts["data"]).toBeGreaterThan(1_000);
  expect(counts["data"]).toBeLessThan(9_000);
  expect(await again(true)).toMatchObject({ counts: {} });
  expect(
    (await store.events.ofProcess({ processType: "parcel", key: "L8999" }))[0]?.data,
  ).toContain('x","lines"');
});

test("a row of a table is corrected to what its table can carry", async () => {
  const { read, take, store, recordingNow, definitions } = await scene();
  read(await early());
  await take("a.csv", text);
  const context = { store, catalogue: recordingNow().catalogue, definitions };
  const checked = (data: object) => answerOf(correctedData(context, 1, data));
  const right = { parcel: "P1", lines: [{ owner: "zoe", colour: "red" }] };
  expect(await checked({ ...right, parcel: "P9" })).toMatchObject({ code: "OTHER_SUBJECT" });
  expect(await checked({ parcel: "P1", lines: "none" })).toMatchObject({ code: "BAD_DATA" });
  const changed = await correctedData(context, 1, right);
  const given = { seq: 1, data: changed, changedBy: ann };
  expect(await store.revisions.correct(given)).toMatchObject({
    event: { data: JSON.stringify(right) },
  });
});

test("what is done already because of an event that moves is reported", async () => {
  const { read, take, shell, recordingNow } = await scene();
  read(await early());
  await take("a.csv", text);
  shell.exec(`
    INSERT INTO strings (text) VALUES ('send it');
    INSERT INTO actions (event, process, process_type, name, nth, state, planned_at, due_at, parked, attempts)
    SELECT seq, process, process_type, (SELECT id FROM strings WHERE text = 'send it'), 0, 'done', 1, 1, 0, 1
    FROM events WHERE seq = 2`);
  read(await byOwner());
  const tally = await restate(
    { recording: recordingNow(), definitions: [parcels], changedBy: null },
    {},
  );
  expect(tally).toMatchObject({
    acted: 1,
    actedEvents: [{ event: 2, processType: "parcel", consequences: [{ name: "send it" }] }],
  });
});

test("only the files meant are restated", async () => {
  const { read, take, restate: again, clock } = await scene();
  read(await early());
  await take("a.csv", text);
  clock.now += 86_400_000;
  await take("b.csv", text.replaceAll("P", "Q"));
  read(await later());
  const dry = (selection: object) => again(true, selection);
  expect(await dry({ file: 2 })).toMatchObject({ files: 1, counts: { data: 2 } });
  expect(await dry({ flow: "D0010" })).toMatchObject({ files: 0 });
  expect(await dry({ flow: "PARCELS" })).toMatchObject({ files: 2, counts: { data: 4 } });
  expect(await dry({ since: clock.now - 1 })).toMatchObject({ files: 1 });
  expect(await dry({ until: clock.now - 1 })).toMatchObject({ files: 1 });
  expect(await dry({ sender: "NOBODY" })).toMatchObject({ files: 0 });
});

test("a file that holds others is not read itself; naming it means those", async () => {
  const { read, take, restate: again, events } = await scene();
  read(await early());
  await take("a.csv.gz", gzipSync(gzipSync(text)));
  await take("b.csv", text.replaceAll("P", "Q"));
  const before = await events();
  expect(before).toHaveLength(4);
  expect(await again(true)).toEqual({ files: 2, refused: 0, counts: {}, fields: {} });
  expect(await again()).toEqual({ files: 2, refused: 0, counts: {}, fields: {} });
  expect(await events()).toEqual(before);
  read(await later());
  for (const file of [1, 2, 3])
    expect(await again(true, { file })).toMatchObject({
      files: 1,
      refused: 0,
      counts: { data: 2 },
    });
});
