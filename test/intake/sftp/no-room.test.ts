import { readdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startSshd } from "../../channels/sftp/sshd.ts";
import { goodFile } from "../../promises/flow-files.ts";
import { partnerPlace, quickInbox, recordedAs, statusOf } from "../../promises/partner-place.ts";
import { until, whileRunning } from "../../promises/workplace.ts";
import { mayMount, SmallDisk } from "../../store/sqlite/small-disk.ts";

test.skipIf(!mayMount())(
  "a file larger than the disk stays at the partner, and is taken once there is room",
  async () => {
    const disk = new SmallDisk(64);
    onTestFinished(() => disk[Symbol.dispose]());
    const sshd = await startSshd();
    const at = (name: string) => join(sshd.folder, name);
    const large = goodFile(3, 1_000);
    const small = goodFile(1);
    writeFileSync(at("huge.usr"), "ZHV|");
    truncateSync(at("huge.usr"), 100 * 2 ** 30);
    writeFileSync(at(large.name), large.bytes);
    const disks = { stop: { bytes: 0 }, resume: { bytes: 0 } };
    const common = { blobs: `${disk.path}/blobs`, disk: disks, largeFileBytes: 20_000 };
    const place = partnerPlace([quickInbox(sshd.server, sshd.folder)], common);
    onTestFinished(() => place.remove());
    const troubled = () => statusOf(place)?.troubled.entries ?? [];
    await whileRunning(place, async () => {
      await until("both are told", () => troubled().length === 2);
      for (const { reason } of troubled())
        expect(reason).toMatch(
          /^it cannot be taken: it has .* and the disk of .*blobs has 0\.1 MiB free; nothing of it was copied, and other files go on\. Make room there, .*it is in the folder of the partner/,
        );
      expect(readdirSync(common.blobs).filter((name) => name.startsWith(".fetch"))).toEqual([]);
      writeFileSync(at(small.name), small.bytes);
      await until("another goes on", async () => (await recordedAs(place)).length === 1);
      disk.grow(8 << 10);
      await until("it is taken", async () => (await recordedAs(place)).length === 2);
      await until("both are taken away", () => readdirSync(sshd.folder).length === 1);
    });
    expect(readdirSync(sshd.folder)).toEqual(["huge.usr"]);
    expect(await recordedAs(place)).toEqual(
      [small.name, large.name].map((name) => `${name} recorded`).toSorted(),
    );
  },
);
