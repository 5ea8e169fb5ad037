import { writeFileSync } from "node:fs";
import { describe, expect, onTestFinished, test } from "vitest";
import { eventNames } from "../../src/app/asked/event-name.ts";
import { releaseAll, tryRelease } from "../../src/app/commands/stuck/release-cause.ts";
import { type PackedLimits, usualPackedLimits } from "../../src/config/unpack.ts";
import type { FileRecord } from "../../src/core/file/file.ts";
import { isHalfHourly } from "../../src/core/file/half-hourly.ts";
import { loadCatalogue } from "../../src/definitions/load.ts";
import { generateDocument } from "../../src/formats/generate/generate.ts";
import { writeDocument } from "../../src/formats/write-document.ts";
import { recordingContext } from "../../src/intake/channel/context.ts";
import { ingestFiles } from "../../src/intake/file/ingest.ts";
import { reprocess } from "../../src/intake/file/reprocess.ts";
import { processDefinitions } from "../../src/processes/registry.ts";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { temporaryFolder } from "../channels/folder/temporary.ts";
import { type MessageWish, platformMessage } from "../formats/json-event/platform-message.ts";

const catalogue = loadCatalogue();

/** A store of its own. */
async function scene({ live = false, largeFileBytes = 1 << 20 } = {}) {
  const base = temporaryFolder();
  const blobs = `${base}/blobs`;
  const store = await openSqliteStore(`${base}/busbar.db`, { blobFolder: blobs });
  onTestFinished(() => store.close());
  const contextWith = (limits: Partial<PackedLimits>) =>
    recordingContext({
      store,
      catalogue,
      blobs,
      live,
      largeFileBytes,
      packed: { limits: { ...usualPackedLimits, ...limits }, pgpOf: () => null },
    });
  const ingest = async (
    content: string | Buffer,
    name = "day.json",
    limits: Partial<PackedLimits> = {},
  ) => {
    writeFileSync(`${base}/${name}`, content);
    const [answer] = await Array.fromAsync(
      ingestFiles(contextWith(limits), processDefinitions, [`${base}/${name}`]),
    );
    if (answer?.kind !== "recorded") throw new Error(answer?.reason);
    return answer.file;
  };
  return {
    store,
    recording: contextWith({}),
    ingest,
    array: (...wishes: readonly MessageWish[]) =>
      ingest(JSON.stringify(wishes.map(platformMessage), null, 2)),
    reprocess: (id: number, limits: Partial<PackedLimits> = {}) =>
      reprocess(contextWith(limits), processDefinitions, id),
    async shown() {
      const files = await Array.fromAsync(store.files.list());
      return files.map(shownFile);
    },
  };
}

function shownFile({ name, state, container, otherFile, ...file }: FileRecord): string {
  const where = container === null ? "" : ` in ${container.file}`;
  const other = otherFile === null ? "" : ` of ${otherFile}`;
  const waits = file.awaitingRelease ? " awaiting release" : "";
  const codes = file.problems
    .filter(({ severity }) => severity === "error")
    .map(({ code }) => ` ${code}`);
  return `${name}${where}: ${state}${other}${waits}, ${file.events}${codes.join("")}`;
}

describe.each([
  ["in memory", 1 << 20],
  ["as a large file", 100],
])("an array of messages, %s", (_how, largeFileBytes) => {
  test("is as many messages, each under its own reference", async () => {
    const { array, shown, store } = await scene({ largeFileBytes });
    await array({ reference: "one" }, { reference: "two" });
    expect(await shown()).toEqual([
      "day.json: recorded, 0",
      "day.1.json in 1: recorded, 1",
      "day.2.json in 1: recorded, 1",
    ]);
    expect(await store.files.get(2)).toMatchObject({
      envelope: { flow: "IF-041", fileIdentifier: "one" },
      container: { file: 1, path: "day.1.json" },
    });
    const events = await Array.fromAsync(store.events.list());
    expect(events.map(({ type }) => type)).toEqual([
      "IF_041_READING_COS_RECEIVED",
      "IF_041_READING_COS_RECEIVED",
    ]);
  });

  test("has each judged alone: what is new, repeats, clashes, is refused or a test", async () => {
    const { array, shown } = await scene({ live: true, largeFileBytes });
    await array({ reference: "one" }, { reference: "two", environment: "SIT" });
    await array(
      { reference: "one" },
      { reference: "one", reading: "7" },
      { reference: "one", reading: "7", replay: true },
      { reference: "three" },
      { reference: "three", replay: true },
      { reference: "four", without: "CommonBlock" },
      { reference: "five" },
    );
    expect((await shown()).slice(1)).toEqual([
      "day.1.json in 1: recorded, 1",
      "day.2.json in 1: recorded awaiting release, 0 TEST_DATA",
      "day.json: recorded, 0",
      "day.1.json in 4: duplicate of 2, 0",
      "day.2.json in 4: conflict of 2, 0",
      "day.3.json in 4: duplicate of 2, 0",
      "day.4.json in 4: recorded, 1",
      "day.5.json in 4: duplicate of 8, 0",
      "day.6.json in 4: rejected, 0 UNKNOWN_FORMAT",
      "day.7.json in 4: recorded, 1",
    ]);
  });

  test("of two interfaces: those of the first are taken, the others once a person says so", async () => {
    const { array, shown, reprocess, recording, store } = await scene({ largeFileBytes });
    await array(
      { reference: "zero", without: "CommonBlock" },
      { reference: "one" },
      { reference: "two", interfaceID: "IF-021" },
      { reference: "three" },
    );
    expect((await shown()).slice(1)).toEqual([
      "day.1.json in 1: rejected, 0 UNKNOWN_FORMAT",
      "day.2.json in 1: recorded, 1",
      "day.3.json in 1: rejected, 0 MIXED_FLOWS",
      "day.4.json in 1: recorded, 1",
    ]);
    const definitions = new Map(processDefinitions.map((one) => [one.type, one]));
    const release = { recording, definitions, actor: "ann", reason: "all at once" };
    const item = (await Array.fromAsync(store.stuck.list())).find(({ number }) => number === 4);
    if (item === undefined) throw new Error("file 4 is not stuck");
    const tried = await tryRelease(release, item);
    expect(tried).toMatchObject({
      free: false,
      said: { remedies: [{ remedy: "reprocess-file", file: 4 }] },
    });
    expect(await Array.fromAsync(releaseAll(release, [item]))).toEqual([tried]);
    expect((await shown())[3]).toBe("day.3.json in 1: rejected, 0 MIXED_FLOWS");
    await reprocess(4);
    expect((await shown())[3]).toBe("day.3.json in 1: recorded, 1");
  });

  test("has one reference whatever the interface: another message under it is a conflict", async () => {
    const { array, ingest, shown, store } = await scene({ largeFileBytes });
    await array({ reference: "one" });
    const other = platformMessage({ reference: "one", interfaceID: "IF-021" });
    await ingest(JSON.stringify([other]), "other.json");
    expect((await shown()).at(-1)).toBe("other.1.json in 3: conflict of 2, 0");
    const stuck = await Array.fromAsync(store.stuck.list());
    expect(stuck.find(({ kind }) => kind === "conflict")?.reason).toContain(
      "File 2 is active with the same sender and senderUniqueReference, which is one message's, whatever its interface,",
    );
  });

  test("that is no JSON to its end is refused whole, and kept", async () => {
    const { ingest, shown, store } = await scene({ largeFileBytes });
    const text = `${JSON.stringify([platformMessage({ reference: "one" })]).slice(0, -1)},{"pay`;
    await ingest(text);
    expect(await shown()).toEqual(["day.json: rejected, 0 BAD_JSON"]);
    expect(Buffer.from(await store.files.bytes(1)).toString()).toBe(text);
  });
});

test("a message that says a name twice or goes too deep is refused alone, and a number where text is expected holds it", async () => {
  const { ingest, shown, store } = await scene();
  const good = JSON.stringify(platformMessage({ reference: "one" }));
  const twice = good.replace('"schemaVersion"', '"interfaceID":"IF-021","schemaVersion"');
  const deep = good.replace('"1000"', `${"[".repeat(70)}1${"]".repeat(70)}`);
  const number = JSON.stringify(platformMessage({ reference: 4711 as unknown as string }));
  await ingest(`[${[good, twice, deep, number].join(",")}]`);
  expect((await shown()).slice(1)).toEqual([
    "day.1.json in 1: recorded, 1",
    "day.2.json in 1: rejected, 0 REPEATED_NAME",
    "day.3.json in 1: rejected, 0 JSON_TOO_LARGE",
    "day.4.json in 1: recorded, 0 WRONG_TYPE",
  ]);
  expect(await store.files.get(5)).toMatchObject({ invalid: 1 });
});

test("a message above the size that is read is refused alone, and kept", async () => {
  const { ingest, shown, store } = await scene();
  const [one, two, large] = ["one", "two", "x".repeat(8 << 20)].map((reference) =>
    JSON.stringify(platformMessage({ reference })),
  );
  await ingest(`[${one},${large},${two}]`);
  expect((await shown()).slice(1)).toEqual([
    "day.1.json in 1: recorded, 1",
    "day.2.json in 1: rejected, 0 JSON_TOO_LARGE",
    "day.3.json in 1: recorded, 1",
  ]);
  expect(Buffer.from(await store.files.bytes(3)).toString() === large).toBe(true);
});

test("an array of each interface and report becomes events named by interface and event code", async () => {
  const { ingest, store } = await scene();
  const flows = catalogue.jsonEvents().filter(({ flow }) => isHalfHourly(flow));
  expect(flows).toHaveLength(58);
  for (const flow of flows) {
    const written = writeDocument(generateDocument(flow, catalogue, { count: 2 }), catalogue);
    if (!written.ok) throw new Error(`${flow.flow} cannot be written`);
    await ingest(Buffer.from(written.bytes), `${flow.flow}.json`);
  }
  const files = await Array.fromAsync(store.files.list());
  expect(files.filter(({ state }) => state !== "recorded").map(shownFile)).toEqual([]);
  expect(files).toHaveLength(3 * flows.length);
  const events = await Array.fromAsync(store.events.list());
  expect(events).toHaveLength(2 * flows.length);
  const names = eventNames(catalogue, new Map());
  for (const { type, processType } of events) {
    expect(type).toMatch(/^(?:IF|REP)_\d{3}[A-Z]?(?:_[A-Z]+)+_RECEIVED$/);
    expect(names(type)).toMatch(/^(?:IF|REP)-\d{3}[A-Z]? [\w ,'’-]+ received$/);
    const isReport = type.startsWith("REP_");
    if (isReport) expect(processType).toBe("sender-flow");
  }
  const points = new Set(events.map(({ processType }) => processType));
  expect(points).toEqual(new Set(["metering-point", "sender-flow"]));
});

test("a message of an unknown interface is refused, and one with an unknown event code is invalid", async () => {
  const { ingest, shown, store } = await scene();
  const wishes = [
    { reference: "one", interfaceID: "IF-099", eventCode: "[ReadingCOS]" },
    { reference: "two", eventCode: "[ReadingXYZ]" },
    { reference: "three" },
  ];
  await ingest(JSON.stringify(wishes.map(platformMessage)));
  expect((await shown()).slice(1)).toEqual([
    "day.1.json in 1: rejected, 0 UNKNOWN_FLOW",
    "day.2.json in 1: recorded, 0 UNKNOWN_CODE",
    "day.3.json in 1: recorded, 1",
  ]);
  const [unknown, invalid] = [await store.files.get(2), await store.files.get(3)];
  expect(unknown?.problems[0]?.message).toContain('CommonBlock.S0.interfaceID is "IF-099"');
  expect(invalid?.problems[0]?.message).toContain("CommonBlock.S0.eventCode is");
  for (const id of [2, 3]) expect((await store.files.bytes(id)).length).toBeGreaterThan(500);
});

test("an array of more messages than `unpack: members` allows is refused, and taken when it allows more", async () => {
  const { ingest, shown, reprocess } = await scene();
  const all = Array.from({ length: 12 }, (_, at) => platformMessage({ reference: `r${at}` }));
  await ingest(JSON.stringify(all), "many.json", { members: 10 });
  expect(await shown()).toEqual(["many.json: rejected, 0 PACKED_TOO_MANY"]);
  await reprocess(1, { members: 12 });
  expect(await shown()).toHaveLength(13);
});

test("an array is read as messages where no container is opened, and within one", async () => {
  const { ingest, shown } = await scene();
  const list = JSON.stringify([platformMessage({ reference: "one" })]);
  await ingest(list, "day.json", { depth: 0 });
  expect(await shown()).toEqual(["day.json: recorded, 0", "day.1.json in 1: recorded, 1"]);
});

const one = JSON.stringify(platformMessage({ reference: "one" }));
const two = JSON.stringify(platformMessage({ reference: "two" }));
const inside = (text: string) => text.slice('{"payload":'.length, -1);
const before = (name: string, text: string) => text.replace(/\{/, `{"${name}":"x",`);

test.each([
  ["wrapped with something before", [before("receivedAt", one), before("receivedAt", two)]],
  [
    "with a member before the block",
    [one, two].map((text) => `{"payload":${before("a", inside(text))}}`),
  ],
  ["behind many blanks", [`${" ".repeat(1100)}${one}`, two]],
])("an array of messages %s is as many messages", async (_how, texts) => {
  const { ingest, shown, store } = await scene();
  await ingest(`${texts[0]?.match(/^ */)?.[0]}[${texts.join(",")}]`);
  expect((await shown()).map((line) => line.replace(/, .*/, ""))).toEqual([
    "day.json: recorded",
    "day.1.json in 1: recorded",
    "day.2.json in 1: recorded",
  ]);
  expect((await store.files.get(3))?.envelope?.fileIdentifier).toBe("two");
});

test.each([
  ["an empty object", "{}", "UNKNOWN_FORMAT"],
  ["null", "null", "UNKNOWN_FORMAT"],
  ["a text", '"x"', "UNKNOWN_FORMAT"],
  ["an empty wrapper", '{"payload":null}', "WRONG_TYPE"],
  ["an array of messages", `[${one},${two}]`, "MESSAGES_TOGETHER"],
  ["an array of one message", `[${one}]`, "MESSAGES_TOGETHER"],
  [
    "several messages in one wrapper",
    `{"payload":[${inside(one)},${inside(two)}]}`,
    "MESSAGES_TOGETHER",
  ],
])("%s in an array is refused alone, first or last", async (_what, odd, code) => {
  const { ingest, shown } = await scene();
  await ingest(`[${odd},${one}]`);
  await ingest(`[${two},${odd}]`, "next.json");
  expect(await shown()).toEqual([
    "day.json: recorded, 0",
    `day.1.json in 1: rejected, 0 ${code}`,
    "day.2.json in 1: recorded, 1",
    "next.json: recorded, 0",
    "next.1.json in 4: recorded, 1",
    expect.stringMatching(/^next\.2\.json in 4: (?:rejected|duplicate of 2), 0/),
  ]);
});

test.each([
  ["in memory", 1 << 20],
  ["as a large file", 100],
])("messages that cannot be distinguished are refused whole, %s", async (_how, largeFileBytes) => {
  const { ingest, shown, store } = await scene({ live: true, largeFileBytes });
  const list = `[${inside(one)},${inside(two)}]`;
  await ingest(`{"payload":${list}}`);
  await ingest(`{"CommonBlock":1,"payload":${list}}`, "both.json");
  const laidOut = [one, two].map((text) => JSON.stringify(JSON.parse(text), null, 1));
  await ingest(laidOut.join("\n"), "lines.json");
  await ingest(`[${[one, two].join().replaceAll("Block", "Bloc\\u006b")}]`, "escaped.json");
  expect(await shown()).toEqual([
    "day.json: rejected, 0 MESSAGES_TOGETHER",
    "both.json: rejected, 0 MESSAGES_TOGETHER",
    "lines.json: rejected, 0 MESSAGES_TOGETHER",
    "escaped.json: rejected, 0 MESSAGES_TOGETHER",
  ]);
  const [said] = (await store.files.get(1))?.problems ?? [];
  expect(said?.message).toContain("holds 2 messages");
});

test.each([
  ["in memory", 1 << 20],
  ["as a large file", 100],
])(
  "a message on each line is as many messages, each judged alone, %s",
  async (_how, largeFileBytes) => {
    const { ingest, shown, store } = await scene({ largeFileBytes });
    const other = JSON.stringify(platformMessage({ reference: "x", interfaceID: "IF-021" }));
    await ingest(`\ufeff${one}\r\n\n  junk\n{"pay\n[${two}]\n${other}\n${two}\n\n`, "lines.json");
    expect(await shown()).toEqual([
      "lines.json: recorded, 0",
      "lines.1.json in 1: recorded, 1",
      "lines.2.json in 1: rejected, 0 UNKNOWN_FORMAT",
      "lines.3.json in 1: rejected, 0 BAD_JSON",
      "lines.4.json in 1: rejected, 0 MESSAGES_TOGETHER",
      "lines.5.json in 1: rejected, 0 MIXED_FLOWS",
      "lines.6.json in 1: recorded, 1",
    ]);
    expect(Buffer.from(await store.files.bytes(7)).toString()).toBe(two);
    await ingest(`${one}\n${two}`, "unended.json");
    expect((await shown()).slice(7)).toEqual([
      "unended.json: recorded, 0",
      "unended.1.json in 8: duplicate of 2, 0",
      "unended.2.json in 8: duplicate of 7, 0",
    ]);
  },
);

test("one message with an end of line behind it, or laid out over lines, is a file of its own", async () => {
  const { ingest, shown } = await scene();
  await ingest(`${one}\n\n`, "ended.json");
  await ingest(`${JSON.stringify(JSON.parse(two), null, 2)}\n`, "laid-out.json");
  expect(await shown()).toEqual(["ended.json: recorded, 1", "laid-out.json: recorded, 1"]);
});

const untagged = one.replace('"environmentTag":"PRD",', "");

test.each([
  ["missing", untagged],
  ["null", one.replace('"environmentTag":"PRD"', '"environmentTag":null')],
  ["empty", one.replace('"environmentTag":"PRD"', '"environmentTag":""')],
])(
  "a message whose environment tag is %s awaits release where data is live, and there alone",
  async (_how, text) => {
    const [live, other] = [await scene({ live: true }), await scene()];
    await live.ingest(`[${text},${two}]`);
    expect((await live.shown()).slice(1)).toEqual([
      expect.stringContaining("day.1.json in 1: recorded awaiting release, 0 TEST_DATA"),
      "day.2.json in 1: recorded, 1",
    ]);
    const [said] =
      (await live.store.files.get(2))?.problems.filter((one) => one.code === "TEST_DATA") ?? [];
    expect(said?.message).toContain("has no environment tag");
    await other.ingest(text);
    expect((await other.store.files.get(1))?.awaitingRelease).toBe(false);
  },
);

test("a message is found in its wrapper whatever capitals that has", async () => {
  const { ingest, shown, store } = await scene();
  await ingest(one.replace("payload", "Payload"), "one.json");
  await ingest(`[${two.replace("payload", "PAYLOAD")}]`);
  expect(await shown()).toEqual([
    "one.json: recorded, 1",
    "day.json: recorded, 0",
    "day.1.json in 2: recorded, 1",
  ]);
  const [event] = await Array.fromAsync(store.events.list());
  expect(event?.type).toBe("IF_041_READING_COS_RECEIVED");
});

test.each([
  ["the tag", one.replace('"environmentTag"', '"EnvironmentTag":"SIT","environmentTag"')],
  [
    "neither in the usual spelling",
    one.replace('"environmentTag"', '"EnvironmentTag":"SIT","environmenttag"'),
  ],
  ["a block", one.replace('"CommonBlock"', '"commonBlock":{},"CommonBlock"')],
  ["a block, the other way round", one.replace(/\}\}$/, ',"commonblock":null}}')],
  ["the wrapper", `{"Payload":null,${one.slice(1)}`],
  [
    "of a publication that is not described",
    one.replace("IF-041", "PUB-999").replace('"S1"', '"s1":1,"S1"'),
  ],
])("a member under two spellings is refused as a repeat: %s", async (_what, text) => {
  const { ingest, shown } = await scene();
  await ingest(text);
  expect(await shown()).toEqual([expect.stringMatching(/rejected, 0.* REPEATED_NAME/)]);
});
