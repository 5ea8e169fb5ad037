import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { remedyCommand } from "../../../src/cli/print/remedy-command.ts";
import type { FolderChannel } from "../../../src/config/channel/channel.ts";
import { loadCatalogue } from "../../../src/definitions/load.ts";
import { type IntakeContext, recordingContext } from "../../../src/intake/channel/context.ts";
import { openGate } from "../../../src/intake/channel/intake-gate.ts";
import { claimIn } from "../../../src/intake/folder/claim.ts";
import { takeClaim } from "../../../src/intake/folder/take-claim.ts";
import type { OnCrashPoint } from "../../../src/runtime/crash-points.ts";
import { signals } from "../../../src/runtime/signals.ts";
import type { Store } from "../../../src/store/port/store.ts";
import { StoreError } from "../../../src/store/port/store-error.ts";
import { openSqliteStore } from "../../../src/store/sqlite/open.ts";
import { temporaryChannel } from "../../channels/folder/temporary.ts";
import { goodFile } from "../../promises/flow-files.ts";

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const catalogue = loadCatalogue();

interface Scene {
  readonly channel: FolderChannel;
  readonly store: Store;
  readonly context: IntakeContext;
}

async function scene(onStep: OnCrashPoint = () => {}, largeFileBytes = 1 << 20): Promise<Scene> {
  const channel = temporaryChannel();
  mkdirSync(channel.quarantine);
  const blobs = `${channel.work}.blobs`;
  const store = await openSqliteStore(`${channel.work}.db`, { blobFolder: blobs });
  onTestFinished(() => store.close());
  const parts = recordingContext({ store, catalogue, blobs, largeFileBytes, onStep });
  return {
    channel,
    store,
    context: {
      ...parts,
      log: silent,
      signals: signals(),
      commandOf: remedyCommand,
      gate: openGate,
    },
  };
}

const claimId = "0mgx2k7pq4hd1z";

function claimed({ channel }: Scene, files: readonly { name: string; bytes: Buffer }[]) {
  mkdirSync(`${channel.work}/${claimId}`);
  for (const { name, bytes } of files) writeFileSync(`${channel.work}/${claimId}/${name}`, bytes);
}

function take({ context, channel }: Scene, resumed: boolean) {
  const claim = claimIn(channel, claimId);
  if (claim === null) throw new Error("there is no claim");
  return takeClaim(context, channel, claim, { resumed, signal: null, onRecorded: () => {} });
}

test("a claim resumed after its commit is archived and not recorded again", async () => {
  const place = await scene((step) => {
    if (step === "recorded") throw new Error("the program ends here");
  });
  claimed(place, [goodFile(1), goodFile(2)]);
  await expect(take(place, false)).rejects.toThrow("the program ends here");
  await take(place, true);
  expect(readdirSync(place.channel.work)).toEqual([]);
  expect((await place.store.reports.counts()).files).toEqual({ recorded: 2 });
});

test("a file that changed after its commit is a new arrival, in the inbox", async () => {
  const { name, bytes } = goodFile(1);
  const place: Scene = await scene((step) => {
    if (step === "recorded") appendFileSync(`${place.channel.work}/${claimId}/${name}`, "more");
  });
  claimed(place, [{ name, bytes }]);
  await take(place, false);
  expect(readdirSync(place.channel.archive)).toEqual([]);
  expect(readFileSync(`${place.channel.path}/${name}`, "utf8")).toBe(`${bytes}more`);
});

test("a file that changed while its name was taken again is a claim of its own", async () => {
  const { name, bytes } = goodFile(1);
  const place: Scene = await scene((step) => {
    if (step === "recorded") appendFileSync(`${place.channel.work}/${claimId}/${name}`, "more");
  });
  claimed(place, [{ name, bytes }]);
  writeFileSync(`${place.channel.path}/${name}`, "the next");
  const { moved } = await take(place, false);
  expect(readdirSync(place.channel.work)).toEqual(moved);
});

test("what is no file in a claim is left there with the reason, and the others are taken", async () => {
  const place = await scene();
  claimed(place, [goodFile(1)]);
  mkdirSync(`${place.channel.work}/${claimId}/folder`);
  const { left } = await take(place, true);
  expect(left.map(({ file, reason }) => [file.name.text, reason])).toEqual([
    ["folder", "it is a folder; name the files in it"],
  ]);
  expect((await place.store.reports.counts()).files).toEqual({ recorded: 1 });
});

test("a store that fails leaves the whole claim to be resumed", async () => {
  const place = await scene();
  claimed(place, [goodFile(1), goodFile(2)]);
  const full: Store = {
    ...place.store,
    files: {
      ...place.store.files,
      record: () => Promise.reject(new StoreError("full", "The disk is full.")),
    },
  };
  const failing = { ...place, context: { ...place.context, store: full } };
  await expect(take(failing, false)).rejects.toThrow("The disk is full.");
  await take(place, true);
  expect((await place.store.reports.counts()).files).toEqual({ recorded: 2 });
  expect(readdirSync(place.channel.work)).toEqual([]);
});

test("a large file broken off by a full store is begun anew", async () => {
  const place = await scene(() => {}, 1_000);
  claimed(place, [goodFile(1, 100)]);
  let failures = 1;
  const full: Store = {
    ...place.store,
    largeFiles: {
      ...place.store.largeFiles,
      finish: (file) => {
        failures -= 1;
        if (failures < 0) return place.store.largeFiles.finish(file);
        return Promise.reject(new StoreError("full", "The disk is full."));
      },
    },
  };
  const failing = { ...place, context: { ...place.context, store: full } };
  await expect(take(failing, false)).rejects.toThrow("The disk is full.");
  await take(failing, true);
  expect((await place.store.reports.counts()).files).toEqual({ recorded: 1 });
  const files = await Array.fromAsync(place.store.files.list());
  expect(files).toMatchObject([{ state: "recorded", messages: 100 }]);
});

test("a recording that fails for one file leaves that file and takes the others", async () => {
  const place = await scene();
  claimed(place, [goodFile(1), goodFile(2)]);
  const picky: Store = {
    ...place.store,
    files: {
      ...place.store.files,
      record: async (files) => {
        const [first, ...others] = files;
        const error = new Error("a row that cannot be");
        const stored = await place.store.files.record(others);
        return first === undefined ? stored : [{ arrival: first.arrival, error }, ...stored];
      },
    },
  };
  const { left } = await take({ ...place, context: { ...place.context, store: picky } }, false);
  expect(left.map(({ reason }) => reason)).toEqual([
    "it could not be recorded: a row that cannot be",
  ]);
  await take(place, true);
  expect((await place.store.reports.counts()).files).toEqual({ recorded: 2 });
});
