/**
 * What it costs to build a process whose state grows with each event: one metering point told of by files
 * of one register a message, beside a bare loop that reads the same messages, gathers the registers and
 * writes the state once.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { buildPending } from "../src/build/build-pending.ts";
import { loadCatalogue } from "../src/definitions/load.ts";
import { recordingContext } from "../src/intake/channel/context.ts";
import { ingestFiles } from "../src/intake/file/ingest.ts";
import { processDefinitions } from "../src/processes/registry.ts";
import type { Store } from "../src/store/port/store.ts";
import { openSqliteStore } from "../src/store/sqlite/open.ts";
import { type Cost, costOf, quantile } from "./cost.ts";
import { d0010Header, d0010MeterPoint, d0010Trailer } from "./flow-files.ts";
import { describeMachine } from "./machine.ts";

const sizes = [1_000, 4_000, 16_000, 64_000];
const rounds = 3;
const metersPerFile = 4_000;

const definitions = new Map(processDefinitions.map((one) => [one.type, one]));
process.stdout.write(`${describeMachine({ sync: "FULL", rounds, disk: tmpdir() })}\n`);
for (const registers of sizes) {
  const folder = mkdtempSync(join(tmpdir(), "busbar-bench-"));
  try {
    await measure(folder, registers);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string, registers: number): Promise<void> {
  const path = join(folder, "busbar.db");
  const store = await openSqliteStore(path, { blobFolder: folder });
  await fill(store, folder, registers);
  const pairs: { readonly bare: Cost; readonly built: Cost }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const bare = await costOf(1, async () => bareLoop(path, registers));
    forgetBuilds(path);
    const built = await costOf(1, async () => void (await buildPending(store, definitions)));
    pairs.push({ bare, built });
  }
  const of = (kind: "bare" | "built", by: keyof Cost) => pairs.map((pair) => pair[kind][by] / 1000);
  const [low, middle, high] = [0, 0.5, 1].map((part) =>
    Math.round(quantile(of("built", "wall"), part)),
  );
  const processor = Math.round(quantile(of("built", "processor"), 0.5));
  const ratio = (by: keyof Cost) =>
    quantile(
      pairs.map(({ bare, built }) => bare[by] / built[by]),
      0.5,
    ).toFixed(2);
  process.stdout.write(
    `${registers} registers: built in ${middle} ms (${low} to ${high}), ${processor} ms of processor; ${ratio("wall")} of the bare loop's speed, by processor time ${ratio("processor")}\n`,
  );
  await store.close();
}

/** Files of one metering point, each message another meter of it. */
async function fill(store: Store, folder: string, registers: number): Promise<void> {
  const context = recordingContext({
    store,
    catalogue: loadCatalogue(),
    blobs: folder,
    largeFileBytes: 1 << 24,
  });
  const [point = "", meter = "", reading = ""] = d0010MeterPoint(7, 1).split("\n");
  for (let first = 0; first < registers; first += metersPerFile) {
    const number = first / metersPerFile + 1;
    const messages = Math.min(metersPerFile, registers - first);
    const lines = Array.from({ length: messages }, (_, at) => {
      // No order among the meters that a file names.
      const id = String(((first + at) * 7919) % registers).padStart(5, "0");
      return `${point}\n${meter.replace(/ \d+/, ` ${id}`)}\n${reading}\n`;
    });
    const file = join(folder, `${number}.usr`);
    writeFileSync(file, d0010Header(number) + lines.join("") + d0010Trailer(number, messages));
    for await (const result of ingestFiles(context, processDefinitions, [file]))
      if (result.kind !== "recorded") throw new Error(`a file was not taken: ${result.kind}`);
  }
}

/** As if nothing had been built yet. */
function forgetBuilds(path: string): void {
  const db = new Database(path);
  db.exec("DELETE FROM builds; UPDATE build_cursor SET seq = 0");
  db.close();
}

/** The least there is to do: read, parse, gather, write. */
function bareLoop(path: string, registers: number): void {
  const db = new Database(path);
  const select = db
    .prepare<[], string>(
      "SELECT m.data FROM events e JOIN messages m ON m.id = e.message ORDER BY e.seq",
    )
    .pluck();
  const found = new Map<string, unknown>();
  for (const data of select.iterate()) {
    const { meterReadingTypes } = JSON.parse(data) as MeterPoint;
    for (const { meterId, registerReadings } of meterReadingTypes)
      for (const one of registerReadings) found.set(`${meterId} ${one.meterRegisterId}`, one);
  }
  if (found.size !== registers) throw new Error(`${found.size} registers, not ${registers}`);
  db.exec("CREATE TEMP TABLE bare (state TEXT)");
  db.prepare("INSERT INTO bare VALUES (?)").run(JSON.stringify([...found.values()]));
  db.close();
}

interface MeterPoint {
  readonly meterReadingTypes: readonly {
    readonly meterId: string;
    readonly registerReadings: readonly { readonly meterRegisterId: string }[];
  }[];
}
