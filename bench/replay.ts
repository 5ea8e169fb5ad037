/**
 * What building everything anew costs, beside a bare loop that reads the same events of the same store and
 * folds them with nothing around it: a full rebuild in memory, a dry run, and one process by its key.
 * By default 20,000 processes of 20 events; `-- --full` takes 100,000 of 20 and 250,000 of 20.
 */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { compareAll } from "../src/app/replay/replay.ts";
import { buildPending } from "../src/build/build-pending.ts";
import { buildProcess } from "../src/core/process/build.ts";
import type { ProcessDefinition } from "../src/core/process/process.ts";
import type { Store } from "../src/store/port/store.ts";
import { openSqliteStore } from "../src/store/sqlite/open.ts";
import { quantile } from "./cost.ts";
import { describeMachine } from "./machine.ts";
import { type ParcelNews, parcel } from "./parcel.ts";
import { fillParcels, parcelKey } from "./parcel-store.ts";
import { rebuildInMemory } from "./rebuild-in-memory.ts";

const full = process.argv.includes("--full");
const eventsEach = 20;
const processes = full ? 100_000 : 20_000;
const processesOfTheLargest = 250_000;
const rounds = 3;
const processesAtOnce = 100;
const shows = 200;

const definitions: ReadonlyMap<string, ProcessDefinition> = new Map([["parcel", parcel]]);
const folder = mkdtempSync(join(tmpdir(), "busbar-bench-"));
try {
  say(describeMachine({ sync: "FULL", rounds, disk: tmpdir() }));
  await measureReplay(join(folder, "replay.db"));
  if (full) {
    const path = join(folder, "large.db");
    await fill(path, processesOfTheLargest);
    const store = await openSqliteStore(path, { blobFolder: folder });
    await measureShow(store, processesOfTheLargest);
    await store.close();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measureReplay(path: string): Promise<void> {
  await fill(path, processes);
  const store = await openSqliteStore(path, { blobFolder: folder });
  const pairs: { bare: number; whole: number }[] = [];
  const byProcessor: { bare: number; whole: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const bare = await timed(() => bareLoop(path));
    const started = performance.now();
    const rebuilt = await timed(() => rebuildInMemory(store, definitions, processesAtOnce));
    const whole = {
      ...rebuilt,
      result: (rebuilt.result * 1000) / (performance.now() - started),
    };
    pairs.push({ bare: bare.result, whole: whole.result });
    const events = processes * eventsEach;
    byProcessor.push({ bare: events / bare.processor, whole: events / whole.processor });
  }
  for (const kind of ["bare", "whole"] as const) {
    const what =
      kind === "bare" ? "Bare read and fold" : "Full rebuild with handlers and conditions";
    const [low, middle, high] = spread(pairs.map((pair) => pair[kind]));
    const own = quantile(
      byProcessor.map((pair) => pair[kind]),
      0.5,
    );
    say(
      `${what}: ${perSecond(middle)} events/s (${perSecond(low)} to ${perSecond(high)}), ${perSecond(own)} a second of processor time`,
    );
  }
  const [low, middle, high] = spread(pairs.map(({ bare, whole }) => whole / bare));
  say(`Rebuild to bare: ${middle.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`);
  const ownRatio = quantile(
    byProcessor.map(({ bare, whole }) => whole / bare),
    0.5,
  );
  say(`By processor time: ${ownRatio.toFixed(2)}`);
  const built = performance.now();
  await buildPending(store, definitions);
  const buildSeconds = (performance.now() - built) / 1000;
  say(
    `Built and stored by the builder, from nothing: ${perSecond((processes * eventsEach) / buildSeconds)} events/s`,
  );
  const seconds: number[] = [];
  const processor: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    const dryRun = await timed(() => compareAll(store, definitions, { examples: 3 }));
    const report = dryRun.result;
    seconds.push((performance.now() - start) / 1000);
    processor.push(dryRun.processor);
    if (report.changed + report.waiting + report.failing > 0)
      throw new Error(`the dry run found changes: ${JSON.stringify(report)}`);
  }
  const [quick, usual, slow] = spread(seconds);
  say(
    `Dry run over ${count(processes)} processes of ${eventsEach} events: ${usual.toFixed(1)} s (${quick.toFixed(1)} to ${slow.toFixed(1)}), ${quantile(processor, 0.5).toFixed(1)} s of processor time`,
  );
  await measureShow(store, processes);
  await store.close();
}

/** What the work gives, and the seconds of processor time that it took. */
async function timed<Result>(
  work: () => Result | Promise<Result>,
): Promise<{ readonly result: Result; readonly processor: number }> {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { result, processor: (user + system) / 1e6 };
}

/** Events a second of the least that reads and folds: no order, no types, no conditions. */
function bareLoop(path: string): number {
  const db = new Database(path, { readonly: true });
  db.pragma("cache_size = -8000");
  const select = db
    .prepare<[number, number], [number, number, string]>(
      `WITH RECURSIVE chain (process, type, previous, message) AS (
         SELECT e.process, e.type, e.previous, e.message
         FROM processes p CROSS JOIN events e ON e.seq = p.last_event WHERE p.id BETWEEN ? AND ?
         UNION ALL
         SELECT e.process, e.type, e.previous, e.message
         FROM chain c CROSS JOIN events e ON e.seq = c.previous)
       SELECT c.process, c.type, m.data FROM chain c JOIN messages m ON m.id = c.message`,
    )
    .raw();
  const start = performance.now();
  let events = 0;
  for (let first = 1; first <= processes; first += processesAtOnce) {
    const states = new Map<number, { scans: number; depot: string; delivered: boolean }>();
    for (const [process, type, data] of select.all(first, first + processesAtOnce - 1)) {
      const { depot } = JSON.parse(data) as ParcelNews;
      const state = states.get(process) ?? { scans: 0, depot, delivered: false };
      states.set(process, {
        scans: state.scans + (type === 3 ? 1 : 0),
        depot,
        delivered: state.delivered || type === 4,
      });
      events += 1;
    }
  }
  const seconds = (performance.now() - start) / 1000;
  db.close();
  return events / seconds;
}

/** What `process show` does for one key, command line left out. */
async function measureShow(store: Store, among: number): Promise<void> {
  const took: number[] = [];
  for (let show = 0; show < shows; show += 1) {
    const key = parcelKey(1 + Math.floor(Math.random() * among));
    const start = performance.now();
    const [found] = await store.processes.withKey(key);
    const events = await store.events.ofProcess({ processType: "parcel", key });
    if (found === undefined || events.length !== eventsEach) throw new Error(`no ${key}`);
    buildProcess(parcel, key, events);
    took.push(performance.now() - start);
  }
  const [low, middle, high] = spread(took);
  say(
    `A process by its key among ${count(among * eventsEach)} events: ${middle.toFixed(2)} ms (${low.toFixed(2)} to ${high.toFixed(2)})`,
  );
}

async function fill(path: string, parcels: number): Promise<void> {
  await fillParcels(path, parcels, eventsEach);
  const megabytes = Math.round(statSync(path).size / 2 ** 20);
  say(`${count(parcels * eventsEach)} events of ${count(parcels)} processes, ${megabytes} MiB`);
}

function spread(figures: readonly number[]): [low: number, middle: number, high: number] {
  return [quantile(figures, 0), quantile(figures, 0.5), quantile(figures, 1)];
}

function perSecond(figure: number): string {
  return count(Math.round(figure / 1000) * 1000);
}

function count(number: number): string {
  return number.toLocaleString("en-GB");
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
