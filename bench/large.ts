/**
 * What a large file costs: time and the most memory that `busbar ingest` and `busbar run` hold for it,
 * and how soon small files become events while the daemon is at it. `--gib` takes the file from 200 MB
 * to 1 GiB. Needs about seven times its size on the disk.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { quantile } from "./cost.ts";
import { d0010 } from "./flow-files.ts";
import { writeLargeFile } from "./large-file.ts";
import { describeMachine } from "./machine.ts";

const busbar = fileURLToPath(new URL("../bin/busbar", import.meta.url));
const sizeBytes = process.argv.includes("--gib") ? 2 ** 30 : 200e6;
const steadyMs = 500;
/** How often a small file comes while the large one is read. */
const smallEveryMs = 250;

const folder = mkdtempSync(join(tmpdir(), "busbar-bench-"));
const config = join(folder, "busbar.yaml");
const large = join(folder, "large.uff");

try {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < 8 * sizeBytes) throw new Error(`Not enough room in ${tmpdir()}`);
  const settings = { megabytes: Math.round(sizeBytes / 1e6), disk: tmpdir() };
  process.stdout.write(`${describeMachine(settings)}\n`);
  const messages = writeLargeFile(large, sizeBytes);
  await measure("busbar ingest", messages, ingest);
  await measure("busbar run", messages, runDaemon);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Measures one way to take in the large file, on a store of its own. */
async function measure(
  name: string,
  messages: number,
  way: (messages: number) => Promise<string[]>,
): Promise<void> {
  rmSync(join(folder, "var"), { recursive: true, force: true });
  for (const name of ["inbox", "var"]) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(
    config,
    `store: var/busbar.db\nlog: error\nchannels:\n  inbox: { path: inbox, work: work, archive: archive, quarantine: quarantine, steady: ${steadyMs}ms, poll: 500ms }\n`,
  );
  const began = performance.now();
  const findings = await way(messages);
  const seconds = (performance.now() - began) / 1000;
  const rate = (sizeBytes / 1e6 / seconds).toFixed(1);
  process.stdout.write(
    `${name}: ${messages} messages in ${seconds.toFixed(0)} s, ${rate} MB/s; ${findings.join("; ")}\n`,
  );
}

async function ingest(messages: number): Promise<string[]> {
  const child = begin("ingest", large);
  const [peak] = await Promise.all([peakMegabytes(child), ended(child)]);
  const eventsMissing = messages - count("SELECT max(seq) FROM events");
  if (eventsMissing !== 0) throw new Error(`${eventsMissing} events are missing`);
  return [`at most ${peak} MB resident`];
}

/** The daemon on the large file, while small ones keep coming. */
async function runDaemon(messages: number): Promise<string[]> {
  const child = begin("run");
  const peak = peakMegabytes(child);
  renameSync(large, join(folder, "inbox", "large.uff"));
  await delay(steadyMs + 1_500);
  const whileRecording: number[] = [];
  const whileRouting: number[] = [];
  for (let number = 2; ; number += 1) {
    const next = delay(smallEveryMs);
    const { ms, large: state } = await takeSmall(number, child);
    (state === "recording" ? whileRecording : whileRouting).push(ms);
    if (state === "done") break;
    await next;
  }
  child.kill("SIGTERM");
  await ended(child);
  const small = whileRecording.length + whileRouting.length;
  const surplus = count("SELECT max(seq) FROM events") - messages - small;
  if (surplus !== 0) throw new Error(`${surplus} events too many`);
  return [
    `at most ${await peak} MB resident`,
    `small files beside it: ${figures(whileRecording)} while it is recorded, ${figures(whileRouting)} while it is routed`,
  ];
}

/** Drops a small file; how long from steady to its event, and where the large one is by then. */
async function takeSmall(
  number: number,
  child: ChildProcess,
): Promise<{ ms: number; large: "recording" | "routing" | "done" }> {
  const draft = join(folder, "draft");
  writeFileSync(draft, d0010(number, 1));
  const began = performance.now();
  renameSync(draft, join(folder, "inbox", `${number}.uff`));
  const db = new Database(join(folder, "var", "busbar.db"), { readonly: true });
  try {
    const event = db
      .prepare(
        `SELECT 1 FROM files f JOIN messages m ON m.file = f.id JOIN events e ON e.message = m.id
         WHERE f.id > ? AND f.tail LIKE ?`,
      )
      .pluck();
    const last = db.prepare<[], number>("SELECT max(id) FROM files").pluck();
    const first = (last.get() ?? 0) - 1;
    while (event.get(first, `%${number}.uff`) === undefined) {
      if (child.exitCode !== null) throw new Error("the daemon ended");
      await delay(5);
    }
    const ms = performance.now() - began - steadyMs;
    const recording = db.prepare("SELECT 1 FROM files WHERE state <> 'recorded'").get();
    const waiting = db.prepare("SELECT 1 FROM unrouted").get();
    const known = db.prepare("SELECT 1 FROM files WHERE tail LIKE '%large.uff'").get();
    const isRecorded = recording === undefined && known !== undefined;
    return { ms, large: !isRecorded ? "recording" : waiting === undefined ? "done" : "routing" };
  } finally {
    db.close();
  }
}

function figures(times: readonly number[]): string {
  if (times.length === 0) return "none";
  const [median, most] = [0.5, 1].map((part) => Math.round(quantile(times, part)));
  return `median ${median} ms and at most ${most} ms`;
}

function count(sql: string): number {
  const db = new Database(join(folder, "var", "busbar.db"), { readonly: true });
  try {
    return db.prepare<[], number>(sql).pluck().get() ?? 0;
  } finally {
    db.close();
  }
}

function begin(...command: string[]): ChildProcess {
  return spawn(busbar, [...command, "--config", config], {
    stdio: "ignore",
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null) await once(child, "exit");
  if (child.exitCode !== 0) throw new Error(`busbar ended with ${child.exitCode}`);
}

/** The most memory that the process had resident until it ended. */
async function peakMegabytes(child: ChildProcess): Promise<number> {
  let kilobytes = 0;
  while (child.exitCode === null && child.signalCode === null) {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, "latin1");
      kilobytes = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? kilobytes);
    } catch {
      break;
    }
    await delay(50);
  }
  return Math.round(kilobytes / 1000);
}
