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
import { lookAtDaemon } from "../../src/daemon/look-at-daemon.ts";
import { PatientLog } from "../../src/daemon/patient-log.ts";
import { readStatus } from "../../src/daemon/status-file.ts";
import { mainFile } from "../cli/busbar.ts";
import { goodFile, type SentFile } from "../promises/flow-files.ts";
import { mayMount, SmallDisk } from "../store/sqlite/small-disk.ts";

const test = anyTest.runIf(mayMount());

async function until(what: string, holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (holds()) return;
    await setTimeout(50);
  }
  throw new Error(`it never came about: ${what}`);
}

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
  const settings = "log: debug\nchannels: { inbox: { path: inbox, steady: 50ms, poll: 100ms } }\n";
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
  return JSON.stringify(readStatus(join(folder, "var/status.json")));
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
    const log = new PatientLog(file, { mostChars: 12_000, againMs: 20 });
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

test("a full disk that the log is on as well does not end the daemon, which says so at once", async () => {
  const disk = new SmallDisk(24 * 1_024);
  onTestFinished(() => disk[Symbol.dispose]());
  const daemon = await startDaemon(disk.path, ">run.log 2>&1");
  const filled = fill(disk);
  await until("it says that it pauses", () => saidBy(disk.path).includes("has 0.0 MiB free"));
  expect(saidBy(disk.path)).toContain('"state":"paused"');
  // Each is a line of the log, of which no more than a page finds room; then the status is due again.
  for (let number = 0; number < 100; number += 1) mkdirSync(join(disk.path, "inbox", `${number}`));
  await until("it sees them", () => saidBy(disk.path).includes('"ignored":{"count":100'));
  await setTimeout(6_000);
  expect(daemon.exitCode).toBe(null);
  expect(lookAtDaemon(join(disk.path, "var/busbar.db"), Date.now())).toMatchObject({
    is: "running",
    status: { pid: daemon.pid },
  });
  rmSync(filled);
  drop(disk.path, goodFile(1));
  await until("it takes the file", () => saidBy(disk.path).includes('"recorded":1'));
  expect(await exitCodeOf(daemon)).toBe(0);
  const log = readFileSync(join(disk.path, "run.log"), "utf8");
  expect(log.match(/not taken: it is a folder/g)).toHaveLength(100);
  expect(log).toContain('"msg":"goes on"');
  expect(log).toContain('"msg":"stopped"');
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
