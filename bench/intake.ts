/**
 * Files a second from inbox to routed events and archived source, against a bare loop over the same
 * files in the same run (`bare-intake.ts`), for files of one message and of eleven.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { pino } from "pino";
import type { BusbarConfig } from "../src/config/config.ts";
import { runDaemon } from "../src/daemon/run-daemon.ts";
import { openSqliteStore } from "../src/store/sqlite/open.ts";
import { bareIntake } from "./bare-intake.ts";
import { d0010, median } from "./flow-files.ts";
import { describeMachine } from "./machine.ts";

const rounds = 5;
const shapes = [
  { messages: 1, files: 10_000 },
  { messages: 11, files: 4_000 },
];

process.stdout.write(`${describeMachine({ sync: "FULL", rounds, disk: tmpdir() })}\n`);
for (const { messages, files } of shapes) {
  const busbar: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(files / (await timed((folder) => runBare(folder), messages, files)));
    busbar.push(
      files / (await timed((folder) => runBusbar(folder, files * messages), messages, files)),
    );
  }
  const ratio = median(busbar.map((figure, index) => figure / (bare[index] ?? Number.NaN)));
  process.stdout.write(
    `${messages} message${messages === 1 ? " " : "s"} a file: Busbar ${figures(busbar)} files/s, ` +
      `bare loop ${figures(bare)} files/s, ratio ${ratio.toFixed(2)}\n`,
  );
}

function figures(all: readonly number[]): string {
  const [low, high] = [Math.min(...all), Math.max(...all)];
  return `${Math.round(median(all))} (${Math.round(low)} to ${Math.round(high)})`;
}

/** Seconds that the way takes over a folder of its own with the files in its inbox. */
async function timed(
  way: (folder: string) => Promise<void>,
  messages: number,
  files: number,
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "busbar-bench-"));
  try {
    mkdirSync(join(folder, "inbox"));
    for (let number = 0; number < files; number += 1)
      writeFileSync(join(folder, "inbox", `D0010-${number}.uff`), d0010(number, messages));
    const store = await openSqliteStore(join(folder, "busbar.db"), { blobFolder: folder });
    await store.close();
    globalThis.gc?.();
    const start = performance.now();
    await way(folder);
    const seconds = (performance.now() - start) / 1000;
    check(folder, files, files * messages);
    return seconds;
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
        pollMs: 50,
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
