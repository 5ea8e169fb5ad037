import { readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import type { SftpInbox } from "../../src/config/channel/sftp-inbox.ts";
import type { Sshd } from "../channels/sftp/bare-sshd.ts";
import { startSshd } from "../channels/sftp/sshd.ts";
import { startChild } from "./child-daemon.ts";
import { cutShort, goodFile } from "./flow-files.ts";
import { expectRecordedOnce } from "./partner-account.ts";
import { type PartnerPlace, partnerPlace, quickInbox } from "./partner-place.ts";
import { until, whileRunning, withStore } from "./workplace.ts";

const small = Array.from({ length: 12 }, (_, number) => goodFile(number));
const large = goodFile(90, 700);
const sent = [...small, cutShort(goodFile(50)), large];
const events = small.length + 700;

interface Setting {
  readonly sshd: Sshd;
  readonly place: PartnerPlace;
}

async function filled(settings: (sshd: Sshd) => Partial<SftpInbox>): Promise<Setting> {
  const sshd = await startSshd();
  const inbox = quickInbox(sshd.server, sshd.folder, settings(sshd));
  const place = partnerPlace([inbox], { largeFileBytes: 40_000 });
  onTestFinished(() => place.remove());
  for (const { name, bytes } of sent) writeFileSync(join(sshd.folder, name), bytes);
  return { sshd, place };
}

async function finish({ sshd, place }: Setting, left: number): Promise<void> {
  await whileRunning(place, () =>
    until("all is recorded and settled", async () => {
      const done = await withStore(place, (store) => store.reports.counts());
      const { recording: _, ...whole } = done.files;
      const files = Object.values(whole).reduce((sum, count) => sum + count, 0);
      const lie = readdirSync(sshd.folder).length;
      return files === sent.length && done.unrouted === 0 && lie === left;
    }),
  );
}

const deletes = () => ({});
const keeps = () => ({ taken: { kind: "keep" } }) as const;
const claims = (sshd: Sshd) =>
  ({
    claim: sshd.makeFolder("taking"),
    taken: { kind: "move", folder: sshd.makeFolder("done") },
  }) as const;

const ways = { deletes, keeps, claims } as const;

const nightly = process.env["BUSBAR_NIGHTLY"] === "1";

/** Points that every day is to show; the others are like one of them. Files that are deleted are killed at random. */
const daily = [
  ["keeps", "recorded", 1],
  ["claims", "remote-renamed", 5],
] as const;

const others = [
  ["deletes", "recorded", 1],
  ["deletes", "blob-written", 1],
  ["deletes", "remote-claimed", 1],
  ["deletes", "remote-piece", 2],
  ["deletes", "remote-disposed", 1],
  ["claims", "recorded", 1],
  ["deletes", "remote-fetched", 1],
  ["deletes", "large-begun", 1],
  ["deletes", "messages-added", 1],
  ["deletes", "quarantined", 1],
  ["deletes", "remote-settled", 1],
  ["keeps", "remote-settled", 1],
  ["claims", "remote-claimed", 1],
  ["claims", "remote-fetched", 1],
  ["claims", "remote-disposed", 1],
] as const;

describe("a daemon killed", () => {
  test.each([...daily, ...(nightly ? others : [])])(
    "of a channel that %s files, at %s, loses and repeats nothing",
    async (way, step, at) => {
      const setting = await filled(ways[way]);
      const child = startChild(setting.place, [step, at]);
      expect((await child.ended).signal).toBe("SIGKILL");
      await finish(setting, way === "keeps" ? sent.length : 0);
      await expectRecordedOnce(setting.place, sent, events);
      if (way !== "claims") return;
      expect(readdirSync(join(setting.sshd.base, "taking"))).toEqual([]);
      expect(readdirSync(join(setting.sshd.base, "done")).toSorted()).toEqual(
        sent.map(({ name }) => name).toSorted(),
      );
    },
  );
});

test(`killed at random moments (${nightly ? 100 : 1}), it loses and repeats nothing`, {
  timeout: 600_000,
}, async () => {
  for (let round = 0; round < (nightly ? 100 : 1); round += 1) {
    const setting = await filled([deletes, claims, keeps][round % 3] ?? deletes);
    const child = startChild(setting.place);
    await child.ready;
    await setTimeout(Math.random() * 400);
    child.kill("SIGKILL");
    await child.ended;
    await finish(setting, round % 3 === 2 ? sent.length : 0);
    await expectRecordedOnce(setting.place, sent, events);
    setting.place.remove();
    await setting.sshd.stop();
  }
});

test("other bytes under the same name, size and time, put there after the kill, are a new arrival", async () => {
  const setting = await filled(deletes);
  const child = startChild(setting.place, ["recorded", 1]);
  expect((await child.ended).signal).toBe("SIGKILL");
  // The commit was of the small files; the large one may be on its way.
  const { name } = goodFile(3);
  const other = Buffer.from(goodFile(3).bytes.toString().replace("1042.0", "2042.0"));
  const path = join(setting.sshd.folder, name);
  const { atime, mtime } = statSync(path);
  writeFileSync(path, other);
  utimesSync(path, atime, mtime);
  await whileRunning(setting.place, () =>
    until("nothing is left", () => readdirSync(setting.sshd.folder).length === 0),
  );
  await withStore(setting.place, async (store) => {
    const files = (await Array.fromAsync(store.files.list())).filter((file) => file.name === name);
    expect(files.map(({ state }) => state)).toEqual(["recorded", "conflict"]);
    expect(Buffer.from(await store.files.bytes(files[1]?.id ?? 0))).toEqual(other);
  });
});
