/**
 * What memory the built daemon holds, in a process of its own, with many files in its inbox: none at
 * first; then all of them waiting for their markers, look after look; then while it takes them.
 * `--files N` for another number than 100,000.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { parseArgs } from "node:util";
import { residentMegabytes, startBuilt, stopBuilt } from "./built-daemon.ts";
import { d0010 } from "./flow-files.ts";
import { describeMachine } from "./machine.ts";

const { values } = parseArgs({ options: { files: { type: "string", default: "100000" } } });
const files = Number(values.files);
const sampleEveryMs = 50;

const folder = mkdtempSync(join(tmpdir(), "busbar-bench-"));
process.stdout.write(`${describeMachine({ files, disk: tmpdir() })}\n`);
mkdirSync(join(folder, "inbox"));
configure('marker: "{name}.done", ');
let daemon = await startBuilt(join(folder, "busbar.yaml"));
try {
  tell("without files", await highest(5_000));
  for (let number = 0; number < files; number += 1)
    writeFileSync(join(folder, "inbox", `${number}.uff`), d0010(number, 1));
  tell("while all are seen for the first time", await highest(10_000));
  tell("while all wait for their markers, a look every 2 s or more", await highest(60_000));
  await stopBuilt(daemon);
  configure("");
  daemon = await startBuilt(join(folder, "busbar.yaml"));
  const began = performance.now();
  let most = 0;
  while (readdirSync(join(folder, "inbox")).length > 1) most = Math.max(most, await highest(500));
  const seconds = (performance.now() - began) / 1000;
  tell(`while it took them in ${seconds.toFixed(0)} s`, most);
} finally {
  await stopBuilt(daemon);
  rmSync(folder, { recursive: true, force: true });
}

function configure(marker: string): void {
  writeFileSync(
    join(folder, "busbar.yaml"),
    `store: busbar.db\ndisk: { stop: 0 B }\nchannels:\n  inbox: { path: inbox, work: work, archive: archive, quarantine: quarantine, ${marker}steady: 2s }\n`,
  );
}

/** The most it had within a time. */
async function highest(forMs: number): Promise<number> {
  const until = performance.now() + forMs;
  let most = 0;
  while (performance.now() < until) {
    most = Math.max(most, residentMegabytes(daemon));
    await delay(sampleEveryMs);
  }
  return most;
}

function tell(when: string, megabytes: number): void {
  process.stdout.write(`Resident ${when}: at most ${megabytes} MB\n`);
}
