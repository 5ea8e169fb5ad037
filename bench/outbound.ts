/**
 * What sending costs: messages put into files (one each, and 100 in a file) with a few waiting and with
 * many, and files delivered to a folder, beside a bare loop that writes, syncs and renames as many.
 * `-- --quick` leaves the many out.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FolderOutlet } from "../src/channels/folder/folder-outlet.ts";
import { type OutboundFolder, outboundDefaults } from "../src/config/channel/outbound-channel.ts";
import { openCatalogue, shippedSettings } from "../src/definitions/open.ts";
import { syncFolders } from "../src/disk/sync-folder.ts";
import { composeWaiting } from "../src/outbound/compose/compose-waiting.ts";
import { deliverRound } from "../src/outbound/deliver/deliver-round.ts";
import type { Store } from "../src/store/port/store.ts";
import { Connection } from "../src/store/sqlite/database/connection.ts";
import { openDatabase } from "../src/store/sqlite/database/database.ts";
import { openSqliteStore } from "../src/store/sqlite/open.ts";
import { outboundMessages } from "../src/store/sqlite/outbound/outbound-messages.ts";
import { reading } from "../test/outbound/readings.ts";
import { quantile } from "./cost.ts";
import { describeMachine } from "./machine.ts";

const quick = process.argv.includes("--quick");
const rounds = 3;
const files = 1_000;
const catalogue = await openCatalogue(shippedSettings);
const folder = mkdtempSync(join(tmpdir(), "busbar-bench-"));
const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  say(describeMachine({ sync: "FULL", rounds, files, disk: tmpdir() }));
  for (const waiting of quick ? [30_000] : [30_000, 500_000]) await measure(waiting);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(waiting: number): Promise<void> {
  const base = join(folder, String(waiting));
  const out = join(base, "out");
  mkdirSync(out, { recursive: true });
  const path = join(base, "store.db");
  const store = await openSqliteStore(path, { blobFolder: base });
  fill(path, waiting);
  const channel: OutboundFolder = {
    ...outboundDefaults,
    name: "market",
    kind: "folder",
    direction: "out",
    from: { role: "D", participant: "DCOL" },
    path: out,
    base: out,
  };
  const found = new Map<string, number[]>();
  const note = (what: string, count: number, ms: number) =>
    found.set(what, [...(found.get(what) ?? []), (count * 1_000) / ms]);
  for (let round = 0; round < rounds; round += 1) {
    note("messages/s composed, one in a file", files, await composed(store, channel, files));
    const batch = { messages: 100, waitMs: 0 };
    note(
      "messages/s composed, 100 in a file",
      2_000,
      await composed(store, { ...channel, batch }, 20),
    );
    note("files/s delivered", files, await delivered(store, channel, files + 20));
    note("files/s of a bare loop", files, await bare(join(base, `bare-${round}`)));
  }
  say(`\n${waiting.toLocaleString("en")} waiting at first`);
  for (const [what, figures] of found) {
    const [low, middle, high] = [0, 0.5, 1].map((part) => Math.round(quantile(figures, part)));
    say(`  ${what}: ${middle?.toLocaleString("en")} (${low} to ${high})`);
  }
  await store.close();
}

/** Puts so many readings into line, for two recipients. */
function fill(path: string, count: number): void {
  const db = openDatabase(path, false);
  const rows = outboundMessages(new Connection(db, { path, busyMs: 1_000, now: Date.now }));
  db.transaction(() => {
    for (let number = 0; number < count; number += 1)
      rows.addOwn(reading(number, number % 2 === 0 ? "EVEN" : "ODDS"), `reading:${number}`);
  })();
  db.close();
}

/** How long composing so many files takes, in milliseconds. */
async function composed(store: Store, channel: OutboundFolder, count: number): Promise<number> {
  const before = await made(store);
  const start = performance.now();
  let commits = Math.ceil(count / 50);
  const context = { store, catalogue, channels: [channel], now: Date.now() };
  await composeWaiting(context, () => commits-- > 0);
  const ms = performance.now() - start;
  const done = (await made(store)) - before;
  if (done < count) throw new Error(`${done} files were composed, not ${count}`);
  return (ms * count) / done;
}

async function made(store: Store): Promise<number> {
  return (await store.outbound.counts()).reduce((sum, { files: number }) => sum + number, 0);
}

/** How long delivering that many files takes, in milliseconds. */
async function delivered(store: Store, channel: OutboundFolder, count: number): Promise<number> {
  const outlet = new FolderOutlet(channel);
  const start = performance.now();
  let done = 0;
  while (done < count) {
    const round = await deliverRound({ store, channel, outlet, now: Date.now, onStep: () => {} });
    if (round.files === 0) break;
    done += round.delivered;
  }
  return ((performance.now() - start) * files) / done;
}

/** The least that delivering takes: each file written, synced and renamed, 50 to a sync of the folder. */
async function bare(into: string): Promise<number> {
  mkdirSync(into);
  const bytes = Buffer.alloc(300, "x");
  const start = performance.now();
  for (let from = 0; from < files; from += 50) {
    const some = Array.from({ length: 50 }, (_, at) => join(into, String(from + at)));
    const queue = some.values();
    const writer = async () => {
      for (const path of queue) {
        const handle = await open(`${path}.part`, "wx");
        await handle.writeFile(bytes);
        await handle.sync();
        await handle.close();
      }
    };
    await Promise.all([writer(), writer(), writer(), writer()]);
    for (const path of some) await rename(`${path}.part`, path);
    await syncFolders(into);
  }
  return performance.now() - start;
}
