import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { fileThread } from "../../../src/app/installation/file-thread.ts";
import { openInstallation } from "../../../src/app/installation/open-installation.ts";
import { textName } from "../../../src/channels/folder/disk-name.ts";
import { remedyCommand } from "../../../src/cli/print/remedy-command.ts";
import { openGate } from "../../../src/intake/channel/intake-gate.ts";
import { claimFilesHere, type ReadClaim } from "../../../src/intake/folder/claim-files.ts";
import { FolderIntake } from "../../../src/intake/folder/folder-intake.ts";
import { listFolder, type SeenFile } from "../../../src/intake/folder/listing.ts";
import { FileThread } from "../../../src/intake/folder/thread/file-thread.ts";
import type { Log } from "../../../src/runtime/log.ts";
import { signals } from "../../../src/runtime/signals.ts";
import { cutShort, goodFile, type SentFile, zipOf } from "../../promises/flow-files.ts";
import { until, type Workplace, workplace } from "../../promises/workplace.ts";

const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

function emptyPlace(): Workplace {
  const place = workplace({ steadyMs: 0 }, { largeFileBytes: 60_000 });
  onTestFinished(() => place.remove());
  const { work, archive, quarantine } = place.channel;
  for (const folder of [work, archive, quarantine, place.config.blobs])
    mkdirSync(folder, { recursive: true });
  return place;
}

async function ready(thread: FileThread): Promise<FileThread> {
  onTestFinished(() => thread.close());
  thread.prepare();
  await until("the thread is ready", () => thread.isReady);
  return thread;
}

/** Every kind of file that a claim may hold. */
function everyKind(): SentFile[] {
  const good = [1, 2, 3].map((number) => goodFile(number, number));
  const wrong = {
    name: "wrong.uff",
    bytes: Buffer.from(String(goodFile(4).bytes).replace("|N|", "|Z|")),
  };
  const zip = zipOf("packed.zip", [goodFile(5), goodFile(6)]);
  return [
    ...good,
    wrong,
    cutShort(goodFile(7)),
    goodFile(8, 999),
    zip,
    { name: "noise", bytes: Buffer.from([0, 255, 13, 10]) },
    { name: "empty", bytes: Buffer.alloc(0) },
  ];
}

async function seen(place: Workplace): Promise<SeenFile[]> {
  const files: SeenFile[] = [];
  await listFolder(place.channel.path, {
    skip: () => false,
    onFile: (file) => void files.push(file),
    onOther: () => {},
  });
  return files.toSorted((a, b) => (a.name.text < b.name.text ? -1 : 1));
}

/** All that was read, messages with their data. */
function said({ claim, failures, readings }: ReadClaim) {
  const files = claim.files.map((file) => {
    const reading = readings.get(file);
    if (reading?.kind !== "read") return { file, reading };
    const messages = reading.file.messages.map((message) => ({ ...message, json: message.json() }));
    return { file, reading: { ...reading, file: { ...reading.file, messages } } };
  });
  return { files, failures, order: [...readings.keys()].map(({ arrival }) => arrival) };
}

test("claims and reads every kind of file as it is done without a thread", async () => {
  const place = emptyPlace();
  const { channel, config } = place;
  const installation = await openInstallation(config);
  onTestFinished(() => installation.close());
  const here = claimFilesHere(await installation.recording());
  const there = await ready(fileThread(config, { log: silent, onStep: () => {} }));
  const taken: unknown[] = [];
  const archived: unknown[] = [];
  for (const files of [here, there]) {
    for (const file of everyKind()) place.drop(file);
    writeFileSync(Buffer.from(`${channel.path}/\xe9.uff`, "latin1"), goodFile(9).bytes);
    const all = (await seen(place)).map((file, at) => ({ ...file, seenAt: 1_000 + at }));
    const changed = all.map((file, at) =>
      at === 1 ? { ...file, signature: { ...file.signature, sizeBytes: 1 } } : file,
    );
    const gone = changed.slice(0, 1).map((file) => ({ ...file, name: textName("gone.uff") }));
    const claim = await files.take(channel, "0mgx2k7pq4hd1z", [...gone, ...changed]);
    const plain = said(claim);
    expect(plain.files.map(({ reading }) => reading?.kind)).toContain("changing");
    expect(plain.files.filter(({ reading }) => reading?.kind === "read")).toHaveLength(7);
    expect(plain.files.map(({ reading }) => reading?.kind)).toContain("packed");
    expect(plain.files.map(({ reading }) => reading?.kind)).toContain("large");
    taken.push(JSON.parse(JSON.stringify(plain, withoutMoments)));
    const sources = claim.claim.files.map((file) => ({
      file,
      read: { signature: null, hash: "0".repeat(64) },
      isRefused: false,
    }));
    const fates = await files.archive(channel, claim.claim.id, sources);
    expect(fates.every(({ kind }) => kind === "changed")).toBe(true);
    const own = claim.claim.files.flatMap((file, at) => {
      const reading = claim.readings.get(file);
      if (reading?.kind !== "read") return [];
      const read = { signature: reading.signature, hash: reading.file.hash };
      return [{ file, read, isRefused: at % 2 === 0 }];
    });
    await files.archive(channel, claim.claim.id, own);
    const names = readdirSync(channel.archive, { recursive: true }).map(String).toSorted();
    expect(names.filter((name) => name.endsWith(".refused"))).toHaveLength(
      own.filter(({ isRefused }) => isRefused).length,
    );
    archived.push(names);
    rmSync(channel.archive, { recursive: true });
    mkdirSync(channel.archive);
    rmSync(channel.work, { recursive: true });
    mkdirSync(channel.work);
  }
  expect(taken[1]).toEqual(taken[0]);
  expect(archived[1]).toEqual(archived[0]);
});

/** Two runs write files anew: what tells one from the other is no fault. */
function withoutMoments(key: string, value: unknown): unknown {
  return ["modifiedAt", "changedAt", "inode"].includes(key) ? typeof value : value;
}

test("a thread that dies with claims in flight loses nothing, doubles nothing, and is reported", async () => {
  const place = emptyPlace();
  const { channel, config } = place;
  const installation = await openInstallation(config);
  onTestFinished(() => installation.close());
  const { store } = installation;
  const errors: string[] = [];
  const log = { ...silent, error: (_: object, message: string) => void errors.push(message) };
  const entry = new URL("./failing-main.ts", import.meta.url);
  const thread = await ready(new FileThread({ entry, config, log, onStep: () => {} }));
  const sent = Array.from({ length: 1_300 }, (_, at) => goodFile(at));
  for (const file of sent) place.drop(file);
  const context = {
    ...(await installation.recording()),
    ...{ log, signals: signals(), commandOf: remedyCommand, gate: openGate },
  };
  const stop = new AbortController();
  const owner = { storeId: store.id, storePath: config.store };
  const intake = new FolderIntake(context, channel, { owner, signal: stop.signal, thread });
  await intake.open();
  const running = intake.run();
  await until(
    "all are taken",
    async () =>
      (await store.reports.counts()).files.recorded === sent.length &&
      readdirSync(channel.work).length === 0,
  );
  stop.abort();
  await running;
  expect(thread.isReady).toBe(false);
  expect(errors).toContainEqual(
    expect.stringMatching(/^the thread for files ended: the thread dies here/),
  );
  expect((await store.reports.counts()).files).toEqual({ recorded: sent.length });
  const archived = readdirSync(channel.archive, { recursive: true }).map(String);
  expect(archived.filter((name) => name.endsWith(".uff"))).toHaveLength(sent.length);
});
