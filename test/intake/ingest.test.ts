import { chmodSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { loadCatalogue } from "../../src/definitions/load.ts";
import { recordingContext } from "../../src/intake/channel/context.ts";
import { ingestFiles } from "../../src/intake/file/ingest.ts";
import { reprocess } from "../../src/intake/file/reprocess.ts";
import { processDefinitions } from "../../src/processes/registry.ts";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { makePipe, temporaryFolder } from "../channels/folder/temporary.ts";
import { cutShort, goodFile } from "../promises/flow-files.ts";

const catalogue = loadCatalogue();

async function scene(largeFileBytes = 1 << 20) {
  const base = temporaryFolder();
  const blobs = `${base}/blobs`;
  const store = await openSqliteStore(`${base}/busbar.db`, { blobFolder: blobs });
  onTestFinished(() => store.close());
  const context = recordingContext({ store, catalogue, blobs, largeFileBytes });
  const ingest = (paths: readonly string[]) =>
    Array.fromAsync(ingestFiles(context, processDefinitions, paths));
  return { base, store, context, ingest };
}

test("each path is answered in its order: read, missing, a folder, a pipe, a link to a file", async () => {
  const { base, ingest } = await scene();
  writeFileSync(`${base}/good`, goodFile(1, 2).bytes);
  writeFileSync(`${base}/other`, goodFile(2, 3).bytes);
  mkdirSync(`${base}/folder`);
  makePipe(`${base}/pipe`);
  symlinkSync(`${base}/other`, `${base}/link`);
  const paths = ["good", "missing", "folder", "pipe", "link"].map((name) => `${base}/${name}`);
  const answers = await ingest(paths);
  expect(answers.map((answer) => answer.path)).toEqual(paths);
  expect(answers).toMatchObject([
    { kind: "recorded", file: { name: "good", state: "recorded", messages: 2, events: 2 } },
    { kind: "failed", reason: "there is no such file" },
    { kind: "failed", reason: "it is a folder; name the files in it" },
    { kind: "failed", reason: "it is a named pipe and no regular file" },
    { kind: "recorded", file: { name: "link", state: "recorded", messages: 3, events: 3 } },
  ]);
});

test.skipIf(process.getuid?.() === 0)("a file that may not be read fails alone", async () => {
  const { base, ingest } = await scene();
  writeFileSync(`${base}/secret`, goodFile(1).bytes);
  chmodSync(`${base}/secret`, 0);
  expect(await ingest([`${base}/secret`])).toMatchObject([
    { kind: "failed", reason: expect.stringContaining("may not read it") },
  ]);
});

test("files named together are taken in the order of their arrival", async () => {
  const { base, ingest, store } = await scene();
  const written = ["part-10", "part-9", "the-last", "a-first"];
  const times = [5, 5, 6, 4];
  for (const [place, name] of written.entries()) {
    writeFileSync(`${base}/${name}`, goodFile(place).bytes);
    utimesSync(`${base}/${name}`, times[place] ?? 0, times[place] ?? 0);
  }
  const paths = [...written.map((name) => `${base}/${name}`), `${base}/missing`];
  const answers = await ingest(paths);
  const order = ["a-first", "part-9", "part-10", "the-last", "missing"];
  expect(answers.map(({ path }) => path)).toEqual(order.map((name) => `${base}/${name}`));
  const seen = await Promise.all([1, 2, 3, 4].map((id) => store.files.get(id)));
  const moments = seen.map((file) => file?.seenAt ?? 0);
  expect(new Set(moments).size).toBe(4);
  expect(moments).toEqual(moments.toSorted((a, b) => a - b));
});

test("the same path twice in one call is a file and its duplicate", async () => {
  const { base, ingest } = await scene();
  writeFileSync(`${base}/a`, goodFile(1).bytes);
  expect(await ingest([`${base}/a`, `${base}/a`])).toMatchObject([
    { file: { state: "recorded" } },
    { file: { state: "duplicate", otherFile: 1 } },
  ]);
});

test("more files than a batch are all answered", async () => {
  const { base, ingest } = await scene();
  const paths = Array.from({ length: 450 }, (_, number) => {
    writeFileSync(`${base}/${number}`, goodFile(number).bytes);
    return `${base}/${number}`;
  });
  const answers = await ingest(paths);
  expect(answers.every((answer) => answer.kind === "recorded" && answer.file.events === 1)).toBe(
    true,
  );
  expect(answers).toHaveLength(450);
});

test.for([
  ["small", 1 << 20],
  ["large", 1_000],
] as const)("a %s file is read again from the bytes kept", async ([, largeFileBytes]) => {
  const { base, store, context, ingest } = await scene(largeFileBytes);
  writeFileSync(`${base}/cut`, cutShort(goodFile(1, 60)).bytes);
  writeFileSync(`${base}/good`, goodFile(2, 60).bytes);
  await ingest([`${base}/cut`, `${base}/good`]);
  const again = await reprocess(context, processDefinitions, 1);
  expect(again).toMatchObject({ before: { state: "rejected" }, after: { state: "rejected" } });
  expect(again?.after.problems.map((problem) => problem.code)).toEqual(["MISSING_TRAILER"]);
  const good = await reprocess(context, processDefinitions, 2);
  expect(good?.after).toMatchObject({ state: "recorded", messages: 60, events: 60 });
  expect((await store.reports.counts()).events).toBe(60);
  expect(await reprocess(context, processDefinitions, 99)).toBeNull();
});
