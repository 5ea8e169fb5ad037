/**
 * What running actions costs: no-op actions, one of each process, beside a bare loop that claims and ends
 * as many on the same store, with a few waiting and with a million. `-- --quick` leaves the million out.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSqliteStore } from "../src/store/sqlite/open.ts";
import { bareActions } from "./bare-actions.ts";
import { describeMachine } from "./machine.ts";
import { runTickets, ticketActions } from "./run-tickets.ts";
import { fillTickets } from "./ticket-store.ts";

const quick = process.argv.includes("--quick");
const count = 20_000;
const rounds = 3;
/** A run stops between two turns, so that it does a few more than it was asked to. */
const few = rounds * 5 * (count + 1_000);
type Found = Map<string, { whole: number; ratio: number }[]>;

/** A store with so many waiting, and what was measured on it. */
interface Measured {
  readonly waiting: number;
  readonly path: string;
  readonly found: Found;
}

const folder = mkdtempSync(join(tmpdir(), "busbar-bench-"));
try {
  say(describeMachine({ sync: "FULL", rounds, disk: tmpdir() }));
  const stores = await Promise.all((quick ? [few] : [few, few + 1_000_000]).map(filled));
  // In turns, so that what else the machine does falls on both.
  for (let round = 0; round < rounds; round += 1) for (const store of stores) await measure(store);
  stores.forEach(tell);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function filled(waiting: number): Promise<Measured> {
  const path = join(folder, `${waiting}.db`);
  await fillTickets(path, waiting, "punch");
  return { waiting, path, found: new Map() };
}

/** Runs so many of each kind, and as many by the bare loop, of those that wait. */
async function measure({ path, found }: Measured): Promise<void> {
  const bare = bareActions(path, count);
  note(found, "bare loop", bare, 1);
  for (const kind of Object.keys(ticketActions) as (keyof typeof ticketActions)[]) {
    const whole = await runner(path, kind);
    note(found, kind, whole, whole / bare);
  }
}

function tell({ waiting, found }: Measured): void {
  say(`\n${perSecond(waiting)} waiting at first, ${perSecond(count)} run at a time`);
  for (const [kind, measured] of found) {
    const [low = 0, middle = 0, high = 0] = measured
      .map(({ whole }) => whole)
      .toSorted((a, b) => a - b);
    const ratio = measured.map((one) => one.ratio).toSorted((a, b) => a - b)[1] ?? 0;
    const range = `${perSecond(low)} to ${perSecond(high)}`;
    say(`  ${kind}: ${perSecond(middle)} actions/s (${range}), ${ratio.toFixed(2)} of bare`);
  }
}

async function runner(path: string, kind: keyof typeof ticketActions): Promise<number> {
  const store = await openSqliteStore(path, { blobFolder: folder });
  const began = performance.now();
  try {
    return ((await runTickets(store, kind, count)) * 1000) / (performance.now() - began);
  } finally {
    await store.close();
  }
}

function note(found: Found, kind: string, whole: number, ratio: number): void {
  found.set(kind, [...(found.get(kind) ?? []), { whole, ratio }]);
}

function perSecond(rate: number): string {
  return Math.round(rate).toLocaleString("en-GB");
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
