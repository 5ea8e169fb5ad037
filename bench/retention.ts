/**
 * How long others wait while old bytes are packed and room is given back: `node bench/retention.ts`. A store of 20,000
 * files that hardly compress is packed while files are recorded one by one.
 */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { RetentionPart, RetentionPlace } from "../src/store/port/retention-store.ts";
import { openSqliteStore } from "../src/store/sqlite/open.ts";
import { madeFile } from "../test/store/made-file.ts";

const files = 20_000;
const packBytes = 8 << 20;
const folder = mkdtempSync(join(tmpdir(), "busbar-retention-"));
const path = join(folder, "busbar.db");
let now = 1_000_000;
const store = await openSqliteStore(path, { blobFolder: join(folder, "blobs"), now: () => now });
const made = () => madeFile({ text: randomBytes(3_000).toString("base64") });
for (let done = 0; done < files; done += 200)
  await store.files.record(Array.from({ length: 200 }, made));
now += 10_000;
const before = now - 5_000;

/** Milliseconds that each of something took, as a line. */
function line(name: string, took: readonly number[]): string {
  const sorted = took.toSorted((a, b) => a - b);
  const at = (part: number) => (sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(1);
  return `${name.padEnd(28)}${took.length} times, ms: median ${at(0.5)}, 99th ${at(0.99)}, longest ${at(1)}\n`;
}

async function timed(took: number[], work: () => Promise<unknown>): Promise<void> {
  const began = performance.now();
  await work();
  took.push(performance.now() - began);
}

let isOver = false;
let recorded: number[] = [];
const recording = (async () => {
  while (!isOver) {
    await timed(recorded, () => store.files.record([made()]));
    await setTimeout(20);
  }
})();

const packs: number[] = [];
const by = { actor: "bench", reason: "measured" };
const sizeOf = (parts: readonly RetentionPart[]) =>
  parts.reduce((sum, { bytes }) => sum + bytes, 0);
let gathered: RetentionPart[] = [];
for (let at: RetentionPlace | null = { of: "bundle", after: 0 }; at !== null; ) {
  const look = await store.retention.look({ at, before, busy: new Set() });
  at = look.next;
  for (const part of look.parts) {
    gathered.push(part);
    if (sizeOf(gathered) < packBytes) continue;
    const parts = gathered;
    gathered = [];
    await timed(packs, () => store.retention.pack({ parts, before, by }));
  }
}
process.stdout.write(line("a pack of 8 MiB", packs) + line("recorded meanwhile", recorded));

recorded = [];
const steps: number[] = [];
for (let left = 1; left > 0; ) {
  await timed(steps, async () => {
    left = (await store.retention.giveBack({ pages: 512, leaveBytes: 0 })).unusedBytes;
  });
  await setTimeout(20);
}
process.stdout.write(line("1 MiB given back", steps) + line("recorded meanwhile", recorded));
isOver = true;
await recording;
await store.close();
process.stdout.write(`${statSync(path).size} bytes of store are left\n`);
rmSync(folder, { recursive: true });
