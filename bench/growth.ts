/**
 * What a file costs, from inbox to routed events and archived source, in a store of 100,000 events and
 * in one of 2,000,000. The stores are filled by their own verbs, without inbox and archive.
 */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { routePending } from "../src/intake/file/route.ts";
import { processDefinitions } from "../src/processes/registry.ts";
import type { ReadFile } from "../src/store/port/files/file-store.ts";
import { openSqliteStore } from "../src/store/sqlite/open.ts";
import { type Cost, costOf, quantile } from "./cost.ts";
import { drain, fillInbox, layOut, storePath } from "./drain.ts";
import { describeMachine } from "./machine.ts";
import { readD0010 } from "./read-d0010.ts";

const smallEvents = 100_000;
const largeEvents = 2_000_000;
const shapes = [1, 11];
const filesPerRound = 3_000;
const rounds = 5;
const filesPerCommit = 400;

/** A store that grows, in a folder of its own. */
interface Growing {
  readonly folder: string;
  files: number;
  events: number;
}

const folders: string[] = [];
try {
  process.stdout.write(`${describeMachine({ sync: "FULL", rounds, disk: tmpdir() })}\n`);
  const small = await filledTo(smallEvents);
  const large = await filledTo(largeEvents);
  for (const messages of shapes) await compare(small, large, messages);
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

/** The two stores take turns, and the ratio is the median of the pairs'. */
async function compare(small: Growing, large: Growing, messages: number): Promise<void> {
  const pairs: { readonly small: Cost; readonly large: Cost }[] = [];
  for (let round = 0; round < rounds; round += 1)
    pairs.push({ small: await take(small, messages), large: await take(large, messages) });
  for (const store of ["small", "large"] as const) {
    const wall = pairs.map((pair) => pair[store].wall);
    const [low, middle, high] = [0, 0.5, 1].map((part) => Math.round(quantile(wall, part)));
    const processor = quantile(
      pairs.map((pair) => pair[store].processor),
      0.5,
    );
    process.stdout.write(
      `A file of ${messages} in the ${store} store: ${middle} us (${low} to ${high}), ${Math.round(processor)} us of processor\n`,
    );
  }
  const times = (by: keyof Cost) => {
    const all = pairs.map((pair) => pair.large[by] / pair.small[by]);
    const [low, middle, high] = [0, 0.5, 1].map((part) => quantile(all, part).toFixed(2));
    return `${middle} (${low} to ${high})`;
  };
  process.stdout.write(
    `A file of ${messages}: ${times("wall")} times the cost, by processor time ${times("processor")}\n`,
  );
}

async function take(store: Growing, messages: number): Promise<Cost> {
  fillInbox(store.folder, store.files, filesPerRound, messages);
  store.files += filesPerRound;
  store.events += filesPerRound * messages;
  return costOf(filesPerRound, () => drain(store.folder, store.events));
}

async function filledTo(events: number): Promise<Growing> {
  const folder = mkdtempSync(join(tmpdir(), "busbar-bench-"));
  folders.push(folder);
  await layOut(folder);
  const growing: Growing = { folder, files: 0, events: 0 };
  const store = await openSqliteStore(storePath(folder), { blobFolder: folder });
  while (growing.events < events) {
    await store.files.record(Array.from({ length: filesPerCommit }, () => nextFile(growing)));
    growing.events += await routePending(store, processDefinitions);
  }
  await store.close();
  const megabytes = Math.round(statSync(storePath(folder)).size / 2 ** 20);
  process.stdout.write(
    `${growing.events.toLocaleString("en-GB")} events in ${growing.files.toLocaleString("en-GB")} files, ${megabytes} MiB\n`,
  );
  return growing;
}

function nextFile(growing: Growing): ReadFile {
  const number = growing.files;
  growing.files += 1;
  return readD0010(number, 11, `fill-${Math.floor(growing.files / filesPerCommit)}`);
}
