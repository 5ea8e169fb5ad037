import { execFileSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { startChild } from "./child-daemon.ts";
import { cutShort, d0010, goodFile, mpan, type SentFile } from "./flow-files.ts";
import {
  channelStatus,
  filesUnder,
  inInbox,
  isTaken,
  recordedFiles,
  until,
  type Workplace,
  whileRunning,
  withStore,
  workplace,
} from "./workplace.ts";

let place: Workplace;

afterEach(() => place.remove());

const run = (program: string, options: readonly string[]) => execFileSync(program, options);

const taken = () => until("the inbox is empty", () => isTaken(place));

/** What a file is refused for: its codes. */
const refusals: readonly (SentFile & { readonly codes: readonly string[] })[] = [
  { name: "empty", bytes: Buffer.alloc(0), codes: ["EMPTY_FILE"] },
  { name: "binary", bytes: Buffer.from([0, 1, 2, 255, 254, 10, 0]), codes: ["UNKNOWN_FORMAT"] },
  { ...cutShort(goodFile(3)), codes: ["MISSING_TRAILER"] },
  {
    name: "wrong-count.uff",
    bytes: Buffer.from(d0010("0000000004", [mpan(4)]).replace("|3||", "|4||")),
    codes: ["GROUP_COUNT"],
  },
];

test("what cannot be read is refused, kept, and explained in quarantine", async () => {
  place = workplace();
  for (const file of refusals) place.drop(file);
  place.drop(goodFile(5));
  await whileRunning(place, taken);
  const files = await recordedFiles(place);
  for (const { name, codes, bytes } of refusals) {
    const file = files.find((recorded) => recorded.name === name);
    expect(file?.state, name).toBe("rejected");
    expect(file?.problems.map((problem) => problem.code)).toEqual(codes);
    const copy = join(place.channel.quarantine, `${file?.id}-${name}`);
    expect(readFileSync(copy).equals(bytes)).toBe(true);
    const reason = readFileSync(`${copy}.reason.txt`, "utf8");
    expect(reason).toContain(codes[0]);
    expect(reason).toContain(`busbar reprocess ${file?.id} --config ${place.config.file}`);
  }
  expect(files.find((file) => file.name === goodFile(5).name)?.state).toBe("recorded");
});

test("a large file is refused for the same reasons as a small one", async () => {
  const text = d0010("0000000006", [mpan(1), mpan(2)]).replace("20240131000000", "20241399000000");
  const sent = cutShort({ name: "bad.uff", bytes: Buffer.from(text) });
  const codes: string[][] = [];
  for (const largeFileBytes of [100, 1 << 20]) {
    place = workplace({}, { largeFileBytes });
    place.drop(sent);
    await whileRunning(place, taken);
    const [file] = await recordedFiles(place);
    codes.push((file?.problems ?? []).map((problem) => `${problem.line} ${problem.code}`));
    place.remove();
  }
  expect(codes[0]).toEqual(["null MISSING_TRAILER", "4 BAD_DATETIME"]);
  expect(codes[1]).toEqual(codes[0]);
});

test("what is no regular file stays, and the status says why", async () => {
  place = workplace();
  mkdirSync(join(place.channel.path, "folder"));
  symlinkSync("/etc/hostname", join(place.channel.path, "link"));
  run("mkfifo", [join(place.channel.path, "pipe")]);
  place.drop({ name: "half.part", bytes: Buffer.from("ZHV|") });
  place.drop(goodFile(1));
  await whileRunning(place, async () => {
    await until("the good one is taken", () => inInbox(place).length === 4);
    await until("it is recorded", () => channelStatus(place)?.recorded === 1);
  });
  const entries = channelStatus(place)?.ignored.entries ?? [];
  expect(Object.fromEntries(entries.map(({ name, reason }) => [name, reason]))).toEqual({
    folder: "it is a folder; only regular files are taken",
    link: "it is a symbolic link; only regular files are taken",
    pipe: "it is a named pipe; only regular files are taken",
    "half.part": "its name matches *.part, so its upload is in progress",
  });
});

test("odd names are taken as they are", async () => {
  place = workplace();
  const names = ["two\nlines", "a..b", "-rf", "per%cent", "x".repeat(255), "\u00e9".repeat(127)];
  for (const [at, name] of names.entries()) place.drop({ name, bytes: goodFile(at).bytes });
  place.drop({ name: `${"y".repeat(250)}.uff`, bytes: cutShort(goodFile(99)).bytes });
  await whileRunning(place, async () => {
    await taken();
    place.drop({ name: "x".repeat(255), bytes: goodFile(50).bytes });
    await taken();
  });
  const files = await recordedFiles(place);
  expect(
    files
      .filter((file) => file.state === "recorded")
      .map((file) => file.name)
      .toSorted(),
  ).toEqual([...names, "x".repeat(255)].toSorted());
  expect(filesUnder(place.channel.archive)).toHaveLength(8);
  expect(filesUnder(place.channel.quarantine)).toHaveLength(2);
});

test("a file that may not be read stays, is reported, and is taken once it may", async (context) => {
  if (process.getuid?.() !== 0) context.skip("dropping to another user takes root");
  place = workplace();
  const nobody = 65534;
  const { path } = place.channel;
  place.drop(goodFile(1));
  place.drop(goodFile(2));
  const secret = join(path, goodFile(1).name);
  chmodSync(secret, 0);
  for (const entry of [place.base, path, join(path, goodFile(2).name)])
    chownSync(entry, nobody, nobody);
  const child = startChild(place, null, [
    "setpriv",
    "--reuid=65534",
    "--regid=65534",
    "--clear-groups",
  ]);
  await child.ready;
  await until("the status tells", () => channelStatus(place)?.troubled.count === 1);
  expect(channelStatus(place)?.troubled.entries[0]).toMatchObject({
    name: goodFile(1).name,
    reason: "Busbar may not read or move it; give the user that runs Busbar the right to",
  });
  expect(inInbox(place)).toEqual([goodFile(1).name]);
  chownSync(secret, nobody, nobody);
  chmodSync(secret, 0o600);
  await taken();
  child.kill("SIGTERM");
  expect(await child.ended).toMatchObject({ code: 0 });
  expect((await recordedFiles(place)).map((file) => file.state)).toEqual(["recorded", "recorded"]);
});

test("a full disk pauses intake, which goes on automatically when there is room", async (context) => {
  if (process.getuid?.() !== 0) context.skip("a disk of a set size takes root");
  place = workplace();
  const disk = join(place.base, "var");
  mkdirSync(disk);
  run("mount", ["-t", "tmpfs", "-o", "size=1m", "busbar-test", disk]);
  try {
    const sent = Array.from({ length: 40 }, (_, at) => goodFile(at, 200));
    await whileRunning(place, async (log) => {
      for (const file of sent) place.drop(file);
      await until("it waits", () => log.some((message) => message.startsWith("waits: The disk")));
      await setTimeout(1_200);
      expect(log.filter((message) => message.startsWith("waits"))).toHaveLength(1);
      expect(isTaken(place)).toBe(false);
      run("mount", ["-o", "remount,size=64m", disk]);
      await until("all are taken", () => isTaken(place));
      await until("it says that it goes on", () => log.includes("goes on"));
    });
    const counts = await withStore(place, (store) => store.reports.counts());
    expect(counts).toMatchObject({ files: { recorded: 40 }, events: 8_000, unrouted: 0 });
    expect(filesUnder(place.channel.archive)).toHaveLength(40);
  } finally {
    run("umount", [disk]);
  }
});

test("a second daemon on the same store is refused", async () => {
  place = workplace();
  await whileRunning(place, async () => {
    const { code, stderr } = await startChild(place).ended;
    expect(code).toBe(1);
    expect(stderr).toContain(`runs on the store ${place.config.store}. Stop it first`);
  });
});

/** What the status of a daemon that runs says of the inbox. */
const problemWhileRunning = (config: Workplace["config"]) =>
  whileRunning({ config }, async () => {
    await until("the status tells", () => typeof channelStatus({ config })?.problem === "string");
    return channelStatus({ config });
  });

test("a second store on the same inbox is refused there", async () => {
  place = workplace();
  await whileRunning(place, async () => {});
  place.drop(goodFile(1));
  const store = join(place.base, "other", "busbar.db");
  const { state, problem } = (await problemWhileRunning({ ...place.config, store })) ?? {};
  expect(state).toBe("refused");
  expect(problem).toContain(
    `The inbox ${place.channel.path} belongs to another store, ${place.config.store}.`,
  );
  expect(isTaken(place)).toBe(false);
});

test("a work folder on another mount than the inbox is refused", async (context) => {
  const elsewhere = elsewhereFolder();
  if (elsewhere === null) context.skip("there is no second mount here");
  place = workplace({ work: elsewhere ?? "" });
  try {
    const { state, problem } = (await problemWhileRunning(place.config)) ?? {};
    expect(state).toBe("failing");
    expect(problem).toContain('Set "work" to a folder on the inbox\'s mount');
  } finally {
    rmSync(elsewhere ?? "", { recursive: true, force: true });
  }
});

test("an archive on another mount gets every file, once", async (context) => {
  const elsewhere = elsewhereFolder();
  if (elsewhere === null) context.skip("there is no second mount here");
  place = workplace({ archive: elsewhere ?? "" });
  try {
    for (let number = 0; number < 9; number += 1) place.drop(goodFile(number));
    const { signal } = await startChild(place, ["file-archived", 4]).ended;
    expect(signal).toBe("SIGKILL");
    await whileRunning(place, taken);
    expect(filesUnder(elsewhere ?? "")).toHaveLength(9);
    expect(await recordedFiles(place)).toHaveLength(9);
  } finally {
    rmSync(elsewhere ?? "", { recursive: true, force: true });
  }
});

/** A folder on another mount than the temporary folder; null when there is none. */
function elsewhereFolder(): string | null {
  try {
    const folder = mkdtempSync("/dev/shm/busbar-");
    if (statSync(folder).dev !== statSync(tmpdir()).dev) return folder;
    rmSync(folder, { recursive: true });
    return null;
  } catch {
    return null;
  }
}

test("a store that is damaged is refused", async () => {
  place = workplace();
  mkdirSync(join(place.base, "var"));
  writeFileSync(place.config.store, "this is no database, whatever its name says");
  const { code, stderr } = await startChild(place).ended;
  expect(code).toBe(1);
  expect(stderr).toContain("is damaged or not a Busbar store");
});
