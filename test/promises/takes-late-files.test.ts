import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { SftpInbox } from "../../src/config/channel/sftp-inbox.ts";
import type { BusbarConfig } from "../../src/config/config.ts";
import type { Sshd } from "../channels/sftp/bare-sshd.ts";
import { startSshd } from "../channels/sftp/sshd.ts";
import { cutShort, goodFile, type SentFile, zipOf } from "./flow-files.ts";
import {
  type PartnerPlace,
  partnerPlace,
  quickInbox,
  recordedAs,
  statusOf,
} from "./partner-place.ts";
import { filesUnder, recordedFiles, until, whileRunning, withStore } from "./workplace.ts";

/** A place with one inbox on a real server; the settings may name folders of the server. */
async function partner(
  settings: (sshd: Sshd) => Partial<SftpInbox> = () => ({}),
  common: Partial<BusbarConfig> = {},
): Promise<{ sshd: Sshd; place: PartnerPlace; drop: (file: SentFile, at?: Date) => void }> {
  const sshd = await startSshd();
  const place = partnerPlace([quickInbox(sshd.server, sshd.folder, settings(sshd))], common);
  onTestFinished(() => place.remove());
  const drop = ({ name, bytes }: SentFile, at?: Date) => {
    const path = join(sshd.folder, name);
    writeFileSync(`${path}.tmp`, bytes);
    if (at !== undefined) utimesSync(`${path}.tmp`, at, at);
    renameSync(`${path}.tmp`, path);
  };
  return { sshd, place, drop };
}

const recorded = (place: PartnerPlace, count: number) =>
  until(`${count} files are recorded`, async () => (await recordedFiles(place)).length === count);

const emptied = (folder: string) =>
  until("the partner's folder is empty", () => readdirSync(folder).length === 0);

test("files are fetched, recorded and deleted at the partner, those that lay there too", async () => {
  const { sshd, place, drop } = await partner();
  for (let number = 0; number < 30; number += 1) drop(goodFile(number));
  await whileRunning(place, async () => {
    await recorded(place, 30);
    for (let number = 30; number < 60; number += 1) drop(goodFile(number));
    await recorded(place, 60);
    await emptied(sshd.folder);
    await until("the status says so", () => statusOf(place)?.recorded === 60);
    expect(statusOf(place)).toMatchObject({ state: "watching", problem: null });
    expect(statusOf(place)?.server?.card?.software).toMatch(/^OpenSSH/);
  });
  const counts = await withStore(place, (store) => store.reports.counts());
  expect(counts).toMatchObject({ files: { recorded: 60 }, events: 60, unrouted: 0 });
  for (const file of await recordedFiles(place))
    expect(file).toMatchObject({ channel: "partner", modifiedAt: expect.any(Number) });
});

test("a file that arrives late with an old date is taken like any other", async () => {
  const { sshd, place, drop } = await partner();
  drop(goodFile(1));
  await whileRunning(place, async () => {
    await recorded(place, 1);
    drop(goodFile(2), new Date("2019-01-01T00:00:00Z"));
    await recorded(place, 2);
    await emptied(sshd.folder);
  });
});

test("a partner's files that stay are fetched once, over restarts, whatever their dates", async () => {
  const { sshd, place, drop } = await partner(() => ({ taken: { kind: "keep" } }));
  for (let number = 0; number < 20; number += 1)
    drop(goodFile(number), new Date(Date.UTC(2020, 0, 1 + (number % 3))));
  await whileRunning(place, () => recorded(place, 20));
  await whileRunning(place, async () => {
    drop(goodFile(20), new Date("2001-01-01T00:00:00Z"));
    await recorded(place, 21);
    await until("all are known to stay", () => statusOf(place)?.server?.kept === 21);
  });
  expect(readdirSync(sshd.folder)).toHaveLength(21);
  expect(await recordedFiles(place)).toHaveLength(21);
});

test("other bytes under the name of a file that stays are a new arrival, and so is a name that came back", async () => {
  const { sshd, place, drop } = await partner(() => ({ taken: { kind: "keep" } }));
  const first = goodFile(1);
  drop(first, new Date("2024-01-01T00:00:00Z"));
  await whileRunning(place, async () => {
    await recorded(place, 1);
    drop({ ...first, bytes: goodFile(2).bytes }, new Date("2024-01-01T00:00:01Z"));
    await recorded(place, 2);
    rmSync(join(sshd.folder, first.name));
    await until("it is seen to be gone", () => statusOf(place)?.server?.entries === 0);
    drop(first, new Date("2024-01-01T00:00:00Z"));
    await recorded(place, 3);
  });
  const name = first.name;
  expect(await recordedAs(place)).toEqual([
    `${name} duplicate`,
    `${name} recorded`,
    `${name} recorded`,
  ]);
});

test("recorded files are moved where the channel says, never over another", async () => {
  const { sshd, place, drop } = await partner(({ makeFolder }) => ({
    taken: { kind: "move", folder: makeFolder("done") },
  }));
  const done = join(sshd.base, "done");
  writeFileSync(join(done, goodFile(1).name), "an older one");
  drop(goodFile(1));
  drop(goodFile(2));
  await whileRunning(place, async () => {
    await recorded(place, 2);
    await emptied(sshd.folder);
  });
  const names = readdirSync(done).toSorted();
  expect(names).toHaveLength(3);
  expect(names[0]).toBe(goodFile(1).name);
  expect(names[1]).toMatch(new RegExp(`^${goodFile(1).name}\\.[0-9a-z]{14}$`));
});

test("a file is claimed by a rename before it is fetched, where the channel says so", async () => {
  const { sshd, place, drop } = await partner(({ makeFolder }) => ({
    claim: makeFolder("taking"),
    taken: { kind: "move", folder: makeFolder("done") },
  }));
  for (let number = 0; number < 25; number += 1) drop(goodFile(number));
  await whileRunning(place, async () => {
    await recorded(place, 25);
    await emptied(sshd.folder);
    await emptied(join(sshd.base, "taking"));
  });
  expect(readdirSync(join(sshd.base, "done")).toSorted()).toEqual(
    Array.from({ length: 25 }, (_, number) => goodFile(number).name),
  );
});

test("what is still being written, has no marker, is too large or no file is left, and reported", async () => {
  const { sshd, place, drop } = await partner(() => ({
    include: ["*.uff", "*.big"],
    maximumBytes: 5_000,
    steadyMs: 1_500,
  }));
  drop(goodFile(1));
  const at = (name: string) => join(sshd.folder, name);
  writeFileSync(at("half.uff.part"), "x");
  writeFileSync(at("other.txt"), "x");
  writeFileSync(at("one.big"), Buffer.alloc(6_000));
  mkdirSync(at("below.uff"));
  symlinkSync("/etc/hostname", at("link.uff"));
  writeFileSync(at("growing.uff"), "");
  let growing = true;
  const grow = (async () => {
    while (growing) {
      writeFileSync(at("growing.uff"), "x", { flag: "a" });
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  })();
  await whileRunning(place, async () => {
    await recorded(place, 1);
    await until("the status tells of each", () => statusOf(place)?.ignored.count === 5);
    const told = statusOf(place)?.ignored.entries.map(({ name, reason }) => `${name}: ${reason}`);
    expect(told?.toSorted()).toEqual([
      "below.uff: it is a folder; only regular files are taken",
      'half.uff.part: its name matches nothing in "include"',
      "link.uff: it is a symbolic link; only regular files are taken",
      expect.stringContaining("one.big: its 6000 bytes are more than"),
      'other.txt: its name matches nothing in "include"',
    ]);
    await until("what is still written is all that waits", () => {
      const waiting = statusOf(place)?.waiting.entries.map(({ name }) => name);
      return waiting?.join() === "growing.uff";
    });
    growing = false;
    await grow;
    await recorded(place, 2);
  });
});

test("a marker makes a file complete, and goes with it", async () => {
  const { sshd, place, drop } = await partner(() => ({ marker: "{name}.done", steadyMs: 60_000 }));
  drop(goodFile(1));
  drop(goodFile(2));
  await whileRunning(place, async () => {
    await until("both wait", () => statusOf(place)?.waiting.count === 2);
    writeFileSync(join(sshd.folder, `${goodFile(2).name}.done`), "");
    await recorded(place, 1);
    await until("the marker is gone", () => readdirSync(sshd.folder).length === 1);
  });
  expect(existsSync(join(sshd.folder, goodFile(1).name))).toBe(true);
});

test("a young file waits until it is old enough", async () => {
  const { place, drop } = await partner(() => ({ minimumAgeMs: 3_600_000 }));
  drop(goodFile(1), new Date(Date.now() - 7_200_000));
  drop(goodFile(2));
  await whileRunning(place, async () => {
    await recorded(place, 1);
    await until("the other waits", () => statusOf(place)?.waiting.count === 1);
    expect(statusOf(place)?.waiting.entries[0]?.reason).toContain("younger");
  });
});

test("a refused file is in quarantine with its reasons, and is gone at the partner", async () => {
  const { sshd, place, drop } = await partner();
  drop(cutShort(goodFile(1)));
  await whileRunning(place, async () => {
    await recorded(place, 1);
    await emptied(sshd.folder);
  });
  const names = filesUnder(place.inbox.quarantine).map((path) => path.split("/").at(-1));
  expect(names.toSorted()).toEqual([`1-${goodFile(1).name}`, `1-${goodFile(1).name}.reason.txt`]);
});

test("a file of nothing and a file too large for memory are taken whole", async () => {
  const { sshd, place, drop } = await partner(() => ({}), { largeFileBytes: 20_000 });
  const large = goodFile(1, 2_000);
  drop(large);
  drop({ name: "empty.uff", bytes: Buffer.alloc(0) });
  await whileRunning(place, async () => {
    await recorded(place, 2);
    await emptied(sshd.folder);
  });
  expect(await recordedAs(place)).toEqual([`${large.name} recorded`, "empty.uff rejected"]);
  await withStore(place, async (store) => {
    const [file] = (await Array.fromAsync(store.files.list())).filter(
      ({ name }) => name === large.name,
    );
    expect(Buffer.from(await store.files.bytes(file?.id ?? 0))).toEqual(large.bytes);
  });
  expect(filesUnder(place.config.blobs).filter((path) => path.includes("/."))).toEqual([]);
});

test("an archive is taken with all that is in it, the refused laid out, before it goes at the partner", async () => {
  const { sshd, place, drop } = await partner(() => ({}), { largeFileBytes: 20_000 });
  const cut = cutShort(goodFile(2));
  drop(zipOf("small.zip", [goodFile(1), cut]));
  drop(zipOf("large.zip", [goodFile(3, 400), goodFile(4)]));
  await whileRunning(place, async () => {
    await recorded(place, 6);
    await emptied(sshd.folder);
  });
  expect(await recordedAs(place)).toEqual(
    [
      "small.zip recorded",
      `${goodFile(1).name} recorded`,
      `${cut.name} rejected`,
      "large.zip recorded",
      `${goodFile(3).name} recorded`,
      `${goodFile(4).name} recorded`,
    ].toSorted(),
  );
  const laidOut = filesUnder(place.inbox.quarantine).map((path) => basename(path));
  expect(laidOut.filter((name) => name.endsWith(cut.name))).toHaveLength(1);
});
