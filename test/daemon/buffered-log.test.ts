import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { test as anyTest, describe, expect, onTestFinished } from "vitest";
import { lookAtDaemon } from "../../src/app/heartbeat/look-at-daemon.ts";
import { BufferedLog } from "../../src/daemon/buffered-log.ts";
import { storeAt } from "../../src/store/open.ts";
import { mainFile } from "../built.ts";
import { goodFile, type SentFile } from "../promises/flow-files.ts";
import { until } from "../promises/workplace.ts";
import { statusBeside } from "../status-beside.ts";
import { mayMount, SmallDisk } from "../store/sqlite/small-disk.ts";

const test = anyTest.runIf(mayMount());

/** Takes all the room there is. Returns where. */
function fill(disk: SmallDisk): string {
  const path = join(disk.path, "fill");
  const piece = Buffer.alloc(4_096);
  const file = openSync(path, "a");
  try {
    for (;;) writeFileSync(file, piece);
  } catch (error) {
    expect(error).toMatchObject({ code: "ENOSPC" });
  } finally {
    closeSync(file);
  }
  return path;
}

/** A folder with an inbox, and a daemon there whose log goes where a shell lets it go. */
async function startDaemon(folder: string, log: string): Promise<ChildProcess> {
  mkdirSync(join(folder, "inbox"));
  const settings =
    "log: debug\nhttp: false\nchannels: { inbox: { path: inbox, steady: 50ms, poll: 100ms } }\n";
  writeFileSync(join(folder, "busbar.yaml"), settings);
  const script = `exec "${process.execPath}" "${mainFile}" run ${log}`;
  const child = spawn("bash", ["-c", script], { cwd: folder, stdio: "ignore" });
  const ended = once(child, "exit");
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  await until("it watches", () => saidBy(folder).includes("watching"));
  return child;
}

/** What the daemon of such a folder last said of itself. */
function saidBy(folder: string): string {
  return JSON.stringify(statusBeside(join(folder, "var/busbar.db")));
}

function drop(folder: string, { name, bytes }: SentFile): void {
  writeFileSync(join(folder, "inbox", name), bytes);
}

async function exitCodeOf(daemon: ChildProcess): Promise<number | null> {
  const ended = once(daemon, "exit");
  daemon.kill("SIGTERM");
  await ended;
  return daemon.exitCode;
}

describe("a log on a full disk", () => {
  test("holds what it has room for, and says how many lines it lost when it can be written again", async () => {
    using disk = new SmallDisk(256);
    const path = join(disk.path, "log");
    const file = openSync(path, "a");
    const log = new BufferedLog(file, { mostChars: 12_000, againMs: 20 });
    const before = process.memoryUsage().rss;
    log.write("first\n");
    await until("the first line is written", () => readFileSync(path, "utf8") === "first\n");
    const filled = fill(disk);
    for (let number = 1; number <= 2_000; number += 1)
      log.write(`line ${String(number).padStart(4, "0")}\n`);
    await setTimeout(100);
    rmSync(filled);
    await until("it tells", () => readFileSync(path, "utf8").includes("lost"));
    log.write("last\n");
    await until("the last is written", () => readFileSync(path, "utf8").endsWith("last\n"));
    closeSync(file);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 2 ** 20);

    const lines = readFileSync(path, "utf8").trimEnd().split("\n");
    const kept = lines.filter((line) => /^line \d{4}$/.test(line));
    expect(kept).toEqual(kept.map((_, at) => `line ${String(at + 1).padStart(4, "0")}`));
    expect(kept.length).toBeGreaterThan(1_000);
    expect(lines.toSpliced(1, kept.length)).toEqual([
      "first",
      expect.stringContaining(`"lost":${2_000 - kept.length},"msg":"${2_000 - kept.length} lines`),
      "last",
    ]);
  });
});

/** Brings a daemon to a full disk that its log is on too, and waits until it says that it pauses. */
async function startOnFullDisk() {
  const disk = new SmallDisk(24 * 1_024);
  onTestFinished(() => disk[Symbol.dispose]());
  const daemon = await startDaemon(disk.path, ">run.log 2>&1");
  const filled = fill(disk);
  await until("it says that it pauses", () => saidBy(disk.path).includes("has 0.0 MiB free"));
  return { disk, daemon, filled };
}

/** Each is a line of the log, of which no more than a page finds room. */
async function ignoreFolders(disk: SmallDisk, from: number, to: number): Promise<void> {
  for (let number = from; number < to; number += 1)
    mkdirSync(join(disk.path, "inbox", `${number}`));
  await until("it sees them", () => saidBy(disk.path).includes(`"ignored":{"count":${to}`));
}

/** What its log says in `msg`, line by line; throws where a line is not whole. What it says to people is left out. */
function messagesOf(disk: SmallDisk): string[] {
  const [, ...lines] = readFileSync(join(disk.path, "run.log"), "utf8")
    .trimEnd()
    .split(/^(?={)/m);
  return lines.map((line) => {
    const [json = "", ...said] = line.trimEnd().split("\n");
    expect(said.join("")).toMatch(/^(Finishing unfinished work .*)?$/);
    const { msg } = JSON.parse(json) as { msg: string };
    return msg;
  });
}

test("a full disk that the log is on as well does not end the daemon, which says so at once", async () => {
  const { disk, daemon, filled } = await startOnFullDisk();
  expect(saidBy(disk.path)).toContain('"state":"waiting"');
  await ignoreFolders(disk, 0, 100);
  // The log cannot be written any more, and the status is due again.
  await ignoreFolders(disk, 100, 101);
  expect(daemon.exitCode).toBe(null);
  expect(await lookAtDaemon(storeAt(join(disk.path, "var/busbar.db")), Date.now())).toMatchObject({
    is: "running",
    status: { pid: daemon.pid },
  });
  rmSync(filled);
  drop(disk.path, goodFile(1));
  await until("it takes the file", () => saidBy(disk.path).includes('"recorded":1'));
  expect(await exitCodeOf(daemon)).toBe(0);
  const messages = messagesOf(disk);
  expect(messages.filter((message) => message.includes("it is a folder"))).toHaveLength(101);
  expect(messages).toContain("goes on");
  expect(messages.at(-1)).toBe("stopped");
});

test("what a daemon says to people on the disk that was full is in no line of its log", async () => {
  const { disk, daemon, filled } = await startOnFullDisk();
  await ignoreFolders(disk, 0, 100);
  // A line is half written now, and is tried again within a second: it is told to stop before.
  rmSync(filled);
  expect(await exitCodeOf(daemon)).toBe(0);
  const messages = messagesOf(disk);
  expect(messages.filter((message) => message.includes("it is a folder"))).toHaveLength(100);
  expect(messages.at(-1)).toBe("stopped");
});

anyTest("the daemon goes on though nobody reads its log any more", async () => {
  const folder = mkdtempSync(join(tmpdir(), "busbar-unread-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const daemon = await startDaemon(folder, "> >(head -n 1 >seen) 2>&1");
  for (const number of [1, 2, 3]) {
    drop(folder, goodFile(number));
    await until("it takes the file", () => saidBy(folder).includes(`"recorded":${number}`));
  }
  expect(await exitCodeOf(daemon)).toBe(0);
});
