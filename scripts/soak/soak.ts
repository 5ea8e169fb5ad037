/**
 * `npm run soak`: a simulated market around a daemon for half an hour, or for `-- --minutes N`, with every fault, and
 * the daemon killed, stopped, reloaded and backed up, and customers of switches erased meanwhile. Ends with 1 unless nothing is lost, done twice or
 * unexplained, what a file costs, memory and open handles are flat, and store and last backup prove whole.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { SimulationView } from "../../src/app/views/simulation-view.ts";
import { allFaults } from "../../src/market/chance/faults.ts";
import type { Complaint } from "../../src/market/oracle/complaint.ts";
import { runSimulation } from "../../src/market/run-simulation.ts";
import { type Sample, sampleOf, trendsOf } from "./measures.ts";
import { SoakUnrest } from "./unrest.ts";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "30" },
    seed: { type: "string", default: "soak" },
  },
});
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new Error("--minutes takes a number of minutes, such as 5");

/** Longest that a clean stop may take, whatever there is to do. */
const longestStopMs = 10_000;
const program = [process.execPath, resolve("dist/cli/main.js")] as const;
const folder = mkdtempSync(join(tmpdir(), "busbar-soak-"));
const faults: string[] = [];
/** Simulations in which one daemon ran long enough to say whether it grows. */
let measured = 0;

console.log(`Looking how fast this machine is, in ${folder} ...`);
const began = performance.now();
const minutesGone = () => (performance.now() - began) / 60_000;
let { perMinute } = await market("probe", 30, 0);
for (let round = 1; minutesGone() < 0.9 * minutes; round += 1) {
  const left = minutes - minutesGone();
  const switches = Math.max(30, Math.ceil(perMinute * left));
  console.log(`${switches} switches, for about ${left.toFixed(0)} minutes`);
  ({ perMinute } = await market(`round-${round}`, switches, left));
}
if (measured === 0)
  faults.push(
    "too few files to say whether memory, handles and cost are flat; give it more minutes",
  );
for (const fault of faults) console.log(`FAULT ${fault}`);
console.log(
  faults.length === 0 ? "No fault" : `${faults.length} faults; everything is in ${folder}`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
if (faults.length === 0) rmSync(folder, { recursive: true });

/** One simulation, for about so many minutes: for the last of them its daemon stays one process, and is measured. */
async function market(name: string, switches: number, forMinutes: number) {
  const unrest = new SoakUnrest(program);
  const samples: Sample[] = [];
  const beganAt = performance.now();
  let told = beganAt;
  const { report, complaints } = await runSimulation({
    ...{
      switches,
      perDay: Math.max(10, switches / 20),
      path: "mixed",
      losing: 0.2,
      gas: 0.2,
      moving: 0.1,
    },
    ...{ seed: `${values.seed}-${name}`, perFile: 5, faults: allFaults },
    ...{ folder: join(folder, name), program, unrest },
    onProgress: ({ pid, filesIn, filesOut }) => {
      const now = performance.now();
      if (forMinutes > 0 && now - beganAt > forMinutes * 60_000 * 0.4) unrest.calm();
      if (now - told < 1_000) return;
      told = now;
      const sample = sampleOf(pid, filesIn + filesOut);
      if (sample !== null) samples.push(sample);
    },
  });
  faults.push(...complaints.map(complaintText));
  tell(report, unrest);
  if (forMinutes > 0) judgeTrends(samples);
  await prove(name, unrest);
  return { perMinute: switches / (report.tookMs / 60_000) };
}

function tell(
  { tookMs, filesIn, filesOut }: SimulationView,
  { troubles, erasing }: SoakUnrest,
): void {
  const { kills, stops, reloads, backups, erasures, longestStopMs: stopMs } = troubles;
  console.log(
    `${(tookMs / 60_000).toFixed(1)} minutes, ${filesIn} files in and ${filesOut} out; ${kills} kills, ${stops} stops (the longest took ${(stopMs / 1000).toFixed(1)} s), ${reloads} reloads, ${backups} backups, ${erasures} erasures (${erasing.refused} more were asked for before the switch was over)`,
  );
  if (stopMs > longestStopMs) faults.push(`a clean stop took ${stopMs} ms`);
}

function judgeTrends(samples: readonly Sample[]): void {
  const trends = trendsOf(samples);
  // One that was over sooner than was thought had its daemon killed until its end.
  if (trends !== null) measured += 1;
  for (const { what, before, after, isFlat } of trends ?? []) {
    console.log(`${what}: ${before.toFixed(1)}, later ${after.toFixed(1)}`);
    if (!isFlat) faults.push(`${what} grew from ${before.toFixed(1)} to ${after.toFixed(1)}`);
  }
}

/** The store is whole, nothing of what was erased is left, and what the last backup puts back is whole. */
async function prove(name: string, { backup, erasing }: SoakUnrest): Promise<void> {
  const config = join(folder, name, "busbar.yaml");
  const kept = ["var", "archive", "quarantine"].map((one) => join(folder, name, one));
  faults.push(...(await erasing.leftIn(config, kept)));
  busbar("verify", "--config", config);
  if (backup === null) return;
  const restored = join(folder, `${name}-restored`);
  busbar("restore", backup, restored, "--reason", "soak", "--config", config);
}

function busbar(...words: string[]): void {
  try {
    execFileSync(program[0], [program[1], ...words], { encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string };
    faults.push(`busbar ${words[0]} says: ${stdout}${stderr}`);
  }
}

function complaintText({ rule, switch: about, text }: Complaint): string {
  return `${about ?? "the installation"}: ${text} (${rule})`;
}
