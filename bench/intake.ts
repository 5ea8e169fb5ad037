/**
 * Files a second from inbox to routed events and archived source, against a bare loop over the same
 * files in the same run (`bare-intake.ts`), for files of one message and of eleven. The two take turns,
 * and the ratio is the median of the pairs', so that what else the machine does touches both alike;
 * the processor time of each is shown too. `--rounds N` for more or fewer than five.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import Database from "better-sqlite3";
import { pino } from "pino";
import type { BusbarConfig } from "../src/config/config.ts";
import { runDaemon } from "../src/daemon/run-daemon.ts";
import { openSqliteStore } from "../src/store/sqlite/open.ts";
import { bareIntake } from "./bare-intake.ts";
import { d0010, median } from "./flow-files.ts";
import { describeMachine } from "./machine.ts";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "5" } } });
const rounds = Number(values.rounds);
const shapes = [
  { messages: 1, files: 10_000 },
  { messages: 11, files: 4_000 },
];

/** What one run took, per file. */
interface Cost {
  /** Microseconds on the wall. */
  readonly wall: number;
  /** Microseconds of processor time, of all threads, in this program and in the kernel for it. */
  readonly processor: number;
}

process.stdout.write(`${describeMachine({ sync: "FULL", rounds, disk: tmpdir() })}\n`);
for (const { messages, files } of shapes) {
  const bare: Cost[] = [];
  const busbar: Cost[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await measured(runBare, messages, files));
    busbar.push(await measured((folder) => runBusbar(folder, files * messages), messages, files));
  }
  const shape = `${messages} message${messages === 1 ? "" : "s"} a file`;
  process.stdout.write(`${shape}: Busbar ${figures(busbar)}; bare loop ${figures(bare)}; `);
  process.stdout.write(`ratio ${ratio(bare, busbar, "wall")}, `);
  process.stdout.write(`by processor time ${ratio(bare, busbar, "processor")}\n`);
}

function figures(costs: readonly Cost[]): string {
  const rates = costs.map(({ wall }) => 1e6 / wall);
  const [low, high] = [Math.min(...rates), Math.max(...rates)].map(Math.round);
  const processor = Math.round(median(costs.map((cost) => cost.processor)));
  return `${Math.round(median(rates))} files/s (${low} to ${high}), ${processor} us of processor a file`;
}

function ratio(bare: readonly Cost[], busbar: readonly Cost[], by: keyof Cost): string {
  const pairs = bare.map((cost, index) => cost[by] / (busbar[index]?.[by] ?? Number.NaN));
  return median(pairs).toFixed(2);
}

/** What the way costs over a folder of its own with the files in its inbox. */
async function measured(
  way: (folder: string) => Promise<void>,
  messages: number,
  files: number,
): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), "busbar-bench-"));
  try {
    mkdirSync(join(folder, "inbox"));
    for (let number = 0; number < files; number += 1)
      writeFileSync(join(folder, "inbox", `D0010-${number}.uff`), d0010(number, messages));
    const store = await openSqliteStore(join(folder, "busbar.db"), { blobFolder: folder });
    await store.close();
    globalThis.gc?.();
    const before = process.cpuUsage();
    const start = performance.now();
    await way(folder);
    const wall = ((performance.now() - start) * 1000) / files;
    const { user, system } = process.cpuUsage(before);
    check(folder, files, files * messages);
    return { wall, processor: (user + system) / files };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runBare(folder: string): Promise<void> {
  bareIntake(join(folder, "busbar.db"), join(folder, "inbox"), join(folder, "archive"));
}

/** The daemon itself, from its start to the last event, stopped when all is done. */
async function runBusbar(folder: string, events: number): Promise<void> {
  const stop = new AbortController();
  const db = new Database(join(folder, "busbar.db"), { readonly: true });
  const last = db.prepare<[], number>("SELECT ifnull(max(seq), 0) FROM events").pluck();
  const onStep = (step: string) => {
    if (step === "routed" && last.get() === events) stop.abort();
  };
  const log = pino({ level: "silent" });
  await runDaemon(configOf(folder), { signal: stop.signal, log, onStep });
  db.close();
}

function configOf(folder: string): BusbarConfig {
  return {
    file: join(folder, "busbar.yaml"),
    store: join(folder, "busbar.db"),
    blobs: join(folder, "blobs"),
    largeFileBytes: 8 << 20,
    log: "silent",
    catalogues: [],
    live: false,
    flows: {},
    channels: [
      {
        name: "inbox",
        kind: "folder",
        direction: "in",
        path: join(folder, "inbox"),
        work: join(folder, "work"),
        archive: join(folder, "archive"),
        quarantine: join(folder, "quarantine"),
        steadyMs: 0,
        pollMs: 2000,
        ignore: [],
        marker: null,
      },
    ],
  };
}

function check(folder: string, files: number, events: number): void {
  const archived = readdirSync(join(folder, "archive"), { recursive: true }).filter((name) =>
    String(name).endsWith(".uff"),
  );
  const db = new Database(join(folder, "busbar.db"), { readonly: true });
  const recorded = db.prepare<[], number>("SELECT count(*) FROM events").pluck().get();
  db.close();
  if (archived.length !== files || recorded !== events)
    throw new Error(
      `${archived.length} files archived and ${recorded} events, not ${files}, ${events}`,
    );
}
