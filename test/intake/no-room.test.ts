import { mkdirSync, readdirSync, truncateSync, writeFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { remedyCommand } from "../../src/cli/print/remedy-command.ts";
import { loadCatalogue } from "../../src/definitions/load.ts";
import { recordingContext } from "../../src/intake/channel/context.ts";
import { openGate } from "../../src/intake/channel/intake-gate.ts";
import { claimIn } from "../../src/intake/folder/claim.ts";
import { takeClaim } from "../../src/intake/folder/take-claim.ts";
import { signals } from "../../src/runtime/signals.ts";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { temporaryChannel } from "../channels/folder/temporary.ts";
import { goodFile } from "../promises/flow-files.ts";
import { mayMount, SmallDisk } from "../store/sqlite/small-disk.ts";

const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const claimId = "0mgx2k7pq4hd1z";

/** A claim of these files; the bytes of large ones are kept on a disk of 64 KiB. */
async function scene(files: readonly { readonly name: string; readonly bytes: Buffer }[]) {
  const disk = new SmallDisk(64);
  onTestFinished(() => disk[Symbol.dispose]());
  const channel = temporaryChannel();
  mkdirSync(channel.quarantine);
  const blobs = `${disk.path}/blobs`;
  const store = await openSqliteStore(`${channel.work}.db`, { blobFolder: blobs });
  onTestFinished(() => store.close());
  const catalogue = loadCatalogue();
  const parts = recordingContext({ store, catalogue, blobs, largeFileBytes: 20_000 });
  const context = { ...parts, log, signals: signals(), commandOf: remedyCommand, gate: openGate };
  mkdirSync(`${channel.work}/${claimId}`);
  for (const { name, bytes } of files) writeFileSync(`${channel.work}/${claimId}/${name}`, bytes);
  return {
    disk,
    blobs,
    folder: `${channel.work}/${claimId}`,
    async take(resumed: boolean) {
      const claim = claimIn(channel, claimId);
      if (claim === null) throw new Error("there is no claim");
      const options = { resumed, signal: null, onRecorded: () => {} };
      const { left } = await takeClaim(context, channel, claim, options);
      return left.map(({ reason }) => reason);
    },
    recorded: async () => (await store.reports.counts()).files.recorded ?? 0,
  };
}

test.skipIf(!mayMount())(
  "a file larger than the disk is left alone, uncopied, and named with sizes",
  async () => {
    const place = await scene([goodFile(1), { name: "huge.usr", bytes: Buffer.from("ZHV|") }]);
    truncateSync(`${place.folder}/huge.usr`, 100 * 2 ** 30);
    const [reason, ...more] = await place.take(false);
    expect(more).toEqual([]);
    expect(reason).toMatch(
      /^it could not be recorded: it has 100 GiB, and the disk of .*blobs has 0\.1 MiB free; nothing of it was copied, and other files go on\. Make room there/,
    );
    expect(reason).toContain(`or take it away: it is at ${place.folder}/huge.usr`);
    expect(readdirSync(place.blobs).filter((name) => name.startsWith(".draft"))).toEqual([]);
    expect(await place.recorded()).toBe(1);
  },
);

test.skipIf(!mayMount())("it is taken automatically once there is room", async () => {
  const large = goodFile(3, 1_000);
  expect(large.bytes.length).toBeGreaterThan(64 << 10);
  const place = await scene([large]);
  expect(await place.take(false)).toEqual([expect.stringContaining("nothing of it was copied")]);
  place.disk.grow(8 << 10);
  expect(await place.take(true)).toEqual([]);
  expect(await place.recorded()).toBe(1);
});
