/**
 * What a file costs, from inbox to routed events and archived source, in a store of 100,000 events and
 * in one of 2,000,000. In between the store is filled by its own verbs, without inbox and archive.
 */
import { hash } from "node:crypto";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadCatalogue } from "../src/catalogue/load.ts";
import type { ReadFile } from "../src/core/store.ts";
import { readDocument } from "../src/formats/read-document.ts";
import { routePending } from "../src/intake/route.ts";
import { processDefinitions } from "../src/processes/registry.ts";
import { openSqliteStore } from "../src/store/sqlite/open.ts";
import { type Cost, costOf, quantile } from "./cost.ts";
import { drain, fillInbox, layOut, storePath } from "./drain.ts";
import { d0010 } from "./flow-files.ts";
import { describeMachine } from "./machine.ts";

const sizes = [100_000, 2_000_000];
const shapes = [1, 11];
const filesPerRound = 3_000;
const rounds = 3;
const filesPerCommit = 400;

const catalogue = loadCatalogue();
const folder = mkdtempSync(join(tmpdir(), "busbar-bench-"));
let files = 0;
let events = 0;

try {
  process.stdout.write(`${describeMachine({ sync: "FULL", rounds, disk: tmpdir() })}\n`);
  await layOut(folder);
  const medians: Cost[][] = [];
  for (const size of sizes) {
    await fillTo(size);
    const megabytes = Math.round(statSync(storePath(folder)).size / 2 ** 20);
    process.stdout.write(`${events.toLocaleString("en-GB")} events, ${megabytes} MiB:\n`);
    const costs: Cost[] = [];
    for (const messages of shapes) costs.push(await report(messages));
    medians.push(costs);
  }
  const [small = [], large = []] = medians;
  for (const [index, messages] of shapes.entries()) {
    const times = (by: keyof Cost) =>
      ((large[index]?.[by] ?? Number.NaN) / (small[index]?.[by] ?? Number.NaN)).toFixed(2);
    process.stdout.write(
      `Files of ${messages}: ${times("wall")} times the cost, by processor time ${times("processor")}\n`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Measures files of one shape; the median of the rounds. */
async function report(messages: number): Promise<Cost> {
  const costs: Cost[] = [];
  for (let round = 0; round < rounds; round += 1) {
    fillInbox(folder, files, filesPerRound, messages);
    files += filesPerRound;
    events += filesPerRound * messages;
    costs.push(await costOf(filesPerRound, () => drain(folder, events)));
  }
  const of = (by: keyof Cost) => costs.map((cost) => cost[by]);
  const cost = { wall: quantile(of("wall"), 0.5), processor: quantile(of("processor"), 0.5) };
  const range = [Math.min(...of("wall")), Math.max(...of("wall"))].map(Math.round).join(" to ");
  process.stdout.write(
    `  a file of ${messages}: ${Math.round(cost.wall)} us (${range}), ${Math.round(cost.processor)} us of processor\n`,
  );
  return cost;
}

async function fillTo(size: number): Promise<void> {
  const store = await openSqliteStore(storePath(folder), { blobFolder: folder });
  while (events < size) {
    await store.recordFiles(Array.from({ length: filesPerCommit }, nextFile));
    events += await routePending(store, processDefinitions);
  }
  await store.close();
}

function nextFile(): ReadFile {
  const bytes = d0010(files, 11);
  const name = `D0010-${files}.uff`;
  files += 1;
  const { items, ...outcome } = readDocument(bytes, catalogue);
  const now = Date.now();
  return {
    arrival: `fill-${Math.floor(files / filesPerCommit)}/${name}`,
    channel: "inbox",
    name,
    modifiedAt: now,
    seenAt: now,
    sizeBytes: bytes.length,
    hash: hash("sha256", bytes, "hex"),
    occurredAt: now,
    bytes,
    outcome,
    messages: items,
  };
}
