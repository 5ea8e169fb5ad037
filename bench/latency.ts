/**
 * How soon `busbar run` is ready, what memory it holds while idle, and how long a file takes from the
 * moment it is steady to its committed event, at 100 files a second. The daemon is the built one in a
 * process of its own; commits are watched from here over a connection that only reads. How long the
 * disk takes meanwhile to make one page durable is told beside it: an event needs that three times.
 */
import type { ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import Database from "better-sqlite3";
import { residentMegabytes, startBuilt, stopBuilt } from "./built-daemon.ts";
import { quantile } from "./cost.ts";
import { d0010 } from "./flow-files.ts";
import { describeMachine } from "./machine.ts";

const starts = 5;
const idleMs = 5_000;
const filesPerSecond = 100;
const files = 2_000;
const steadyMs = 2_000;
/** How often commits are looked for: latencies are too long by up to so much. */
const lookEveryMs = 2;
/** How often the disk is asked how busy it is. */
const probeEveryMs = 100;

const folder = mkdtempSync(join(tmpdir(), "busbar-bench-"));
let running: ChildProcess | null = null;
try {
  process.stdout.write(
    `${describeMachine({ "files/s": filesPerSecond, steady: `${steadyMs} ms`, disk: tmpdir() })}\n`,
  );
  mkdirSync(join(folder, "inbox"));
  writeFileSync(
    join(folder, "busbar.yaml"),
    `store: busbar.db\nchannels:\n  inbox: { path: inbox, work: work, archive: archive, quarantine: quarantine, steady: ${steadyMs}ms }\n`,
  );
  const ready: number[] = [];
  for (let start = 0; start < starts; start += 1) {
    if (running !== null) await stopBuilt(running);
    const began = performance.now();
    running = await startBuilt(join(folder, "busbar.yaml"));
    ready.push(performance.now() - began);
  }
  tell("Ready after", "ms", ready, [0, 0.5, 1]);
  if (running === null) throw new Error("the daemon was never started");
  await delay(idleMs);
  const idle = residentMegabytes(running);
  process.stdout.write(`Memory of the idle daemon: ${idle} MB resident\n`);
  const probing = new AbortController();
  const probed = probe(probing.signal);
  tell("From steady to committed event", "ms", await latencies(), [0.5, 0.9, 0.99, 1]);
  probing.abort();
  tell("A page written and synced meanwhile", "ms", await probed, [0.5, 0.9, 0.99, 1]);
  const after = residentMegabytes(running);
  process.stdout.write(`Memory after ${files} files: ${after} MB resident\n`);
} finally {
  if (running !== null) await stopBuilt(running);
  rmSync(folder, { recursive: true, force: true });
}

/** How long one page took to become durable, again and again until the signal. */
async function probe(signal: AbortSignal): Promise<number[]> {
  const page = Buffer.alloc(4096);
  const took: number[] = [];
  const handle = await open(join(folder, "probe"), "w");
  while (!signal.aborted) {
    const began = performance.now();
    await handle.writeFile(page);
    await handle.sync();
    took.push(performance.now() - began);
    await delay(probeEveryMs);
  }
  await handle.close();
  return took;
}

/** Drops the files at their pace and gives, for each, the time from steady to committed. */
async function latencies(): Promise<number[]> {
  const db = new Database(join(folder, "busbar.db"), { readonly: true });
  const newest = db.prepare<[], number>("SELECT ifnull(max(seq), 0) FROM events").pluck();
  const droppedAt: number[] = [];
  const committedAt: number[] = [];
  const began = performance.now();
  const longest = files * (1000 / filesPerSecond) + 60_000;
  while (committedAt.length < files && performance.now() - began < longest) {
    const due = ((performance.now() - began) * filesPerSecond) / 1000;
    while (droppedAt.length < Math.min(due, files)) {
      writeFileSync(join(folder, "inbox", `${droppedAt.length}.uff`), d0010(droppedAt.length, 1));
      droppedAt.push(performance.now());
    }
    const count = newest.get() ?? 0;
    while (committedAt.length < count) committedAt.push(performance.now());
    await delay(lookEveryMs);
  }
  const names = db
    .prepare<[], string>(
      `SELECT f.tail FROM events e JOIN messages m ON m.id = e.message JOIN files f ON f.id = m.file
       ORDER BY e.seq`,
    )
    .pluck()
    .all();
  db.close();
  if (names.length !== files) throw new Error(`${names.length} events of ${files} files`);
  return names.map((name, index) => {
    const dropped = droppedAt[Number.parseInt(name, 10)] ?? Number.NaN;
    return (committedAt[index] ?? Number.NaN) - dropped - steadyMs;
  });
}

function tell(what: string, unit: string, all: readonly number[], parts: readonly number[]): void {
  const words = parts.map((part) => `${label(part)} ${Math.round(quantile(all, part))} ${unit}`);
  process.stdout.write(`${what}: ${words.join(", ")}\n`);
}

function label(part: number): string {
  if (part === 0) return "lowest";
  if (part === 1) return "highest";
  return part === 0.5 ? "median" : `p${part * 100}`;
}
