import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { packTar, unpackTar } from "modern-tar";
import { afterEach, beforeEach, expect, test } from "vitest";
import { backUp } from "../../src/app/backup/back-up.ts";
import { restoreBackup } from "../../src/app/backup/restore.ts";
import { openInstallation } from "../../src/app/installation/open-installation.ts";
import { retentionTurns } from "../../src/app/retention/retention-turns.ts";
import { verify } from "../../src/app/verify/verify.ts";
import type { BusbarConfig } from "../../src/config/config.ts";
import { keepAll } from "../../src/config/retention.ts";
import { storeAt } from "../../src/store/open.ts";
import { mainFile } from "../built.ts";
import { goodFile } from "../promises/flow-files.ts";
import {
  filesUnder,
  isTaken,
  until,
  type Workplace,
  whileRunning,
  workplace,
} from "../promises/workplace.ts";

const by = { actor: "ops", reason: "the disk was lost" };
let place: Workplace;
let path: string;
let folder: string;
beforeEach(() => {
  place = workplace({ steadyMs: 0 }, { largeFileBytes: 100_000 });
  path = join(place.base, "today.tar.zst");
  folder = join(place.base, "restored");
  storeAt(place.config.store).prepare();
});
afterEach(() => place.remove());

/** Does something with the installation while it is open. */
async function opened<T>(
  config: BusbarConfig,
  work: (installation: Awaited<ReturnType<typeof openInstallation>>) => Promise<T>,
): Promise<T> {
  const installation = await openInstallation(config);
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
}

const restoredConfig = (): BusbarConfig => ({
  ...place.config,
  store: join(folder, "busbar.db"),
  blobs: join(folder, "blobs"),
});

test("a backup made while files come in is restored whole, with everything on hold", async () => {
  const files = 120;
  await whileRunning(place, async () => {
    place.drop(goodFile(0, 2_000));
    for (let number = 1; number < files; number += 1) place.drop(goodFile(number));
    await until("some are archived", () => filesUnder(place.channel.archive).length > 20);
    await until("the large one is", () => existsSync(join(place.config.blobs)));
    await opened(place.config, (installation) => backUp(installation, { path }));
    await until("all are taken", () => isTaken(place));
  });
  const { storePath: store, manifest } = await restoreBackup({ path, folder }, by);
  expect(store).toBe(join(folder, "busbar.db"));
  expect(manifest.files.map(({ name }) => name)[0]).toBe("busbar.db");
  await opened(restoredConfig(), async (installation) => {
    const { files: counts } = await installation.store.reports.counts();
    expect(counts.recorded).toBeGreaterThan(20);
    expect(
      (await installation.store.holds.list()).map(({ stage, reason }) => [stage, reason]),
    ).toEqual(
      ["intake", "actions", "outbound"].map((stage) => [
        stage,
        `restored from the backup of ${manifest.madeAt}: the disk was lost`,
      ]),
    );
    const recording = await installation.recording();
    const definitions = await installation.definitions();
    expect(await Array.fromAsync(verify({ recording, definitions }))).toEqual([]);
  });
  // A daemon on it takes nothing until it is released.
  const again = { ...place, config: restoredConfig() };
  place.drop(goodFile(files + 1));
  await whileRunning(again, async () => {
    const held = () => readFileSync(join(folder, "status.json"), "utf8").includes("on-hold");
    await until("the inbox is on hold", () => existsSync(join(folder, "status.json")) && held());
  });
  expect(readdirSync(place.channel.path)).toContain(goodFile(files + 1).name);
});

test("what is no whole backup restores nothing, whatever is wrong with it", async () => {
  await opened(place.config, (installation) => backUp(installation, { path }));
  const bytes = readFileSync(path);
  const tar = zstdDecompressSync(bytes);
  const entries = await unpackTar(tar);
  const packed = async (change: (all: typeof entries) => typeof entries) =>
    zstdCompressSync(await packTar(change(entries)));
  const changed = entries.map(({ header, data }) => {
    const other = Buffer.from(data ?? []);
    if (header.name === "busbar.db") other[5_000] = (other[5_000] ?? 0) ^ 1;
    return { header, data: other };
  });
  const stray = (name: string) => ({ header: { name, size: 1 }, data: new Uint8Array([1]) });
  const wrong: readonly (readonly [RegExp, Buffer])[] = [
    [/unexpected end/, bytes.subarray(0, bytes.length / 2)],
    [/descriptor/, Buffer.from("no archive")],
    [/before its manifest/, await packed((all) => all.slice(0, -1))],
    [/missing from it/, await packed((all) => all.slice(-1))],
    [/is damaged/, await packed(() => changed)],
    [/does not name/, await packed((all) => [stray(`blobs/aa/${"a".repeat(64)}`), ...all])],
    [/which no backup does/, await packed((all) => [stray("../outside"), ...all])],
    [/follows its end/, await packed((all) => [...all, stray(`blobs/aa/${"a".repeat(64)}`)])],
  ];
  for (const [why, bad] of wrong) {
    const file = join(place.base, "bad.tar.zst");
    writeFileSync(file, bad);
    await expect(restoreBackup({ path: file, folder }, by)).rejects.toMatchObject({
      kind: "invalid",
      message: expect.stringMatching(why),
    });
  }
  expect(existsSync(folder)).toBe(false);
  expect(existsSync(join(place.base, "outside"))).toBe(false);
  expect(readdirSync(place.base).filter((name) => name.startsWith(".busbar-draft-"))).toEqual([]);
});

test("neither a file nor a folder that is there is written over", async () => {
  writeFileSync(path, "mine");
  await opened(place.config, async (installation) => {
    await expect(backUp(installation, { path })).rejects.toMatchObject({ kind: "invalid" });
    const none = join(place.base, "none");
    await expect(backUp(installation, { path: join(none, "b") })).rejects.toMatchObject({
      kind: "invalid",
      message: `There is no folder ${none} that the backup could be put in; make it, or name another`,
    });
    rmSync(path);
    await backUp(installation, { path });
  });
  mkdirSync(folder);
  writeFileSync(join(folder, "mine"), "mine");
  await expect(restoreBackup({ path, folder }, by)).rejects.toMatchObject({ kind: "conflict" });
  rmSync(join(folder, "mine"));
  await restoreBackup({ path, folder }, by);
  expect(readdirSync(folder)).toContain("busbar.db");
});

test("a link to an empty folder is restored into, and one to nothing is not replaced", async () => {
  await opened(place.config, (installation) => backUp(installation, { path }));
  const [there, link, lost] = ["there", "link", "lost"].map((name) => join(place.base, name));
  mkdirSync(`${there}`);
  symlinkSync(`${there}`, `${link}`);
  symlinkSync("nowhere", `${lost}`);
  await restoreBackup({ path, folder: `${link}` }, by);
  expect(readdirSync(`${there}`)).toEqual(["busbar.db"]);
  expect(lstatSync(`${link}`).isSymbolicLink()).toBe(true);
  await expect(restoreBackup({ path, folder: `${lost}` }, by)).rejects.toThrow(
    /lost is a file, or a link to nothing/,
  );
});

test("a backup of damaged bytes of a large file is not made", async () => {
  await whileRunning(place, async () => {
    place.drop(goodFile(0, 2_000));
    await until("it is taken", () => isTaken(place));
  });
  const [blob] = filesUnder(place.config.blobs);
  writeFileSync(blob ?? "", "other bytes");
  await opened(place.config, (installation) =>
    expect(backUp(installation, { path })).rejects.toThrow(/are damaged/),
  );
  rmSync(blob ?? "");
  await opened(place.config, (installation) =>
    expect(backUp(installation, { path })).rejects.toThrow(/are missing.* put that one file back/),
  );
  expect(existsSync(path)).toBe(false);
  // Asked for, one is made all the same, and says what it lacks.
  const lost = [`blobs/${blob?.split("/").slice(-2).join("/")}`];
  await opened(place.config, async (installation) => {
    expect(await backUp(installation, { path, withoutLost: true })).toMatchObject({ lost });
    expect(await installation.store.backups.made()).toMatchObject([{ path }]);
  });
  expect((await restoreBackup({ path, folder }, by)).manifest.lost).toEqual(lost);
});

test("packs are backed up, and bytes stay where they are while a backup is being made", async () => {
  await whileRunning(place, async () => {
    for (const file of [goodFile(0, 2_000), goodFile(1)]) place.drop(file);
    await until("they are taken", () => isTaken(place));
  });
  const retention = { ...keepAll, packAfterMs: 1 };
  await opened({ ...place.config, retention }, async (installation) => {
    const { backups } = installation.store;
    const backup = await backups.begin({ path, host: "here" });
    const run = () => Array.fromAsync(retentionTurns(installation, { actor: "ops", isDry: false }));
    await expect(run()).rejects.toMatchObject({ kind: "busy", code: "BACKING_UP" });
    expect(filesUnder(join(place.config.blobs, "packs"))).toEqual([]);
    await backups.end({ backup, isMade: false });
    expect((await run()).map(({ kind }) => kind)).toEqual(["packed", "packed"]);
    await backUp(installation, { path });
  });
  const { blobs } = await restoreBackup({ path, folder }, by);
  expect(filesUnder(blobs ?? "")).toHaveLength(2);
  await opened(restoredConfig(), async (installation) => {
    const recording = await installation.recording();
    const definitions = await installation.definitions();
    expect(await Array.fromAsync(verify({ recording, definitions }))).toEqual([]);
  });
});

test("a restore of a backup without large files names no folder for them", async () => {
  await opened(place.config, (installation) => backUp(installation, { path }));
  expect((await restoreBackup({ path, folder }, by)).blobs).toBeNull();
});

test("killed in the middle, a backup has no name and a restore leaves its folder as it was", async () => {
  for (let number = 0; number < 6; number += 1) place.drop(goodFile(number, 2_000));
  await whileRunning(place, () => until("all are taken", () => isTaken(place)));
  const yaml = `store: ${place.config.store}\nblobs: ${place.config.blobs}\nlargeFiles: 97 KiB\n`;
  writeFileSync(join(place.base, "busbar.yaml"), yaml);
  const drafts = () => readdirSync(place.base).filter((name) => name.startsWith(".busbar-draft-"));
  const killed = async (...words: string[]) => {
    const child = spawn(process.execPath, [mainFile, ...words], {
      cwd: place.base,
      stdio: "ignore",
    });
    const ended = once(child, "exit");
    await until("it has begun", () => drafts().length > 0 || child.exitCode !== null);
    child.kill("SIGKILL");
    expect(await ended).toEqual([null, "SIGKILL"]);
  };
  await killed("backup", path);
  expect(existsSync(path)).toBe(false);
  await opened(place.config, (installation) => backUp(installation, { path }));
  // The next backup tidied up after the one that was killed.
  expect(drafts()).toEqual([]);
  await killed("restore", path, folder, "--reason", "test");
  expect(existsSync(folder)).toBe(false);
  await restoreBackup({ path, folder }, by);
  expect(readdirSync(folder)).toContain("busbar.db");
  expect(drafts()).toEqual([]);
});
