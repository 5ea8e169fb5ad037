/**
 * What a switch of supplier costs: the daemon's processor time for each of 1,000 and of 10,000 in a simulated
 * market, every fault among them, a file for each message. `-- --quick` runs 100 and 1,000.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { allFaults } from "../src/market/chance/faults.ts";
import { runSimulation } from "../src/market/run-simulation.ts";
import { describeMachine } from "./machine.ts";

const quick = process.argv.includes("--quick");
const sizes = quick ? [100, 1_000] : [1_000, 10_000];
const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));

/** Most that a switch may cost among ten times as many. */
const mostGrowth = 1.2;

console.log(describeMachine({ faults: "all", "messages a file": 1 }));
const costs: number[] = [];
let hasComplaint = false;
for (const switches of sizes) {
  const folder = mkdtempSync(join(tmpdir(), "busbar-bench-"));
  let used = { cpuMs: 0, megabytes: 0 };
  try {
    const { report, complaints } = await runSimulation({
      ...{
        switches,
        perDay: switches / 10,
        path: "mixed",
        losing: 0.2,
        gas: 0.1,
        moving: 0.1,
        seed: "bench",
        perFile: 1,
      },
      faults: allFaults,
      folder: join(folder, "market"),
      program: [process.execPath, main],
      onProgress: ({ pid }) => {
        used = usedBy(pid) ?? used;
      },
    });
    const files = report.filesIn + report.filesOut;
    const cost = used.cpuMs / switches;
    costs.push(cost);
    hasComplaint ||= complaints.length > 0;
    console.log(
      `${switches} switches, ${files} files: ${(report.tookMs / 1000).toFixed(1)} s, ${(files / (report.tookMs / 1000)).toFixed(0)} files/s, ${cost.toFixed(2)} ms of the daemon's processor a switch, ${used.megabytes} MB, ${complaints.length} complaints`,
    );
    for (const { rule, switch: about, text } of complaints.slice(0, 5))
      console.log(`  ${about}: ${text} (${rule})`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
const growth = (costs[1] ?? 0) / (costs[0] ?? 1);
console.log(`among ten times as many a switch costs ${growth.toFixed(2)} times as much`);
process.exitCode = hasComplaint || growth > mostGrowth ? 1 : 0;

/** Processor time and memory of a process, where the system tells (Linux); null when it does not, or no more. */
function usedBy(pid: number | undefined): { cpuMs: number; megabytes: number } | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    const ticks = Number(fields[11]) + Number(fields[12]);
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const resident = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]);
    return { cpuMs: ticks * 10, megabytes: Math.round((resident * 1024) / 1e6) };
  } catch {
    return null;
  }
}
