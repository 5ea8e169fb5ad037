/**
 * Files a second from inbox to routed events and archived source, for files of one message and of eleven: the built
 * program with everything that it has on, a bare loop that writes the same rows (`bare-intake.ts`) and the script of
 * an afternoon (`peer-intake.ts`), over the same files, each a program of its own that is timed from its start. They
 * take turns, and a ratio is the median of the rounds', so that what else the machine does touches all alike.
 * `--rounds N` for more or fewer than five; `--program FOLDER` for another built program, such as an earlier one,
 * beside them.
 */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Cost, quantile } from "./cost.ts";
import { fillInbox, layOut, storePath } from "./drain.ts";
import { EventCount } from "./event-count.ts";
import { describeMachine } from "./machine.ts";
import { programCost } from "./program-cost.ts";

const { values } = parseArgs({
  options: { rounds: { type: "string", default: "5" }, program: { type: "string" } },
});
const rounds = Number(values.rounds);
const shapes = [
  { messages: 1, files: 10_000 },
  { messages: 11, files: 4_000 },
];

/** What is measured: how its folder is laid out, and how it takes what lies in it. */
interface Contestant {
  readonly name: string;
  readonly makesStore: boolean;
  readonly run: (folder: string, files: number, messages: number) => Promise<Cost>;
}

const busbar = built("Busbar", resolve(import.meta.dirname, ".."));
const others: readonly Contestant[] = [
  { name: "bare loop", makesStore: false, run: runBare },
  { name: "afternoon's script", makesStore: true, run: runPeer },
  ...(values.program === undefined ? [] : [built("other program", resolve(values.program))]),
];

process.stdout.write(`${describeMachine({ sync: "FULL", rounds, disk: tmpdir() })}\n`);
for (const { messages, files } of shapes) {
  const costs = new Map<Contestant, Cost[]>();
  for (let round = 0; round < rounds; round += 1)
    for (const contestant of [busbar, ...others]) {
      const cost = await measured(contestant, messages, files);
      costs.set(contestant, [...(costs.get(contestant) ?? []), cost]);
    }
  const own = costs.get(busbar) ?? [];
  process.stdout.write(`${messages} message${messages === 1 ? "" : "s"} a file\n`);
  process.stdout.write(`  Busbar: ${figures(own)}\n`);
  for (const other of others) {
    const theirs = costs.get(other) ?? [];
    process.stdout.write(`  ${other.name}: ${figures(theirs)}; `);
    process.stdout.write(`Busbar is ${ratio(theirs, own, "wall")} times as fast, `);
    process.stdout.write(`${ratio(theirs, own, "processor")} by processor time\n`);
  }
}

function figures(costs: readonly Cost[]): string {
  const rates = costs.map(({ wall }) => 1e6 / wall);
  const [low, middle, high] = [0, 0.5, 1].map((part) => Math.round(quantile(rates, part)));
  const processors = costs.map(({ processor }) => processor);
  const processor = Math.round(quantile(processors, 0.5));
  return `${middle} files/s (${low} to ${high}), ${processor} us of processor a file`;
}

function ratio(theirs: readonly Cost[], own: readonly Cost[], by: keyof Cost): string {
  const pairs = theirs.map((cost, index) => cost[by] / (own[index]?.[by] ?? Number.NaN));
  const [low, middle, high] = [0, 0.5, 1].map((part) => quantile(pairs, part).toFixed(2));
  return `${middle} (${low} to ${high})`;
}

/** What the contestant costs over a folder of its own with the files in its inbox. */
async function measured(
  { makesStore, run }: Contestant,
  messages: number,
  files: number,
): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), "busbar-bench-"));
  try {
    await layOut(folder, { makesStore });
    fillInbox(folder, 0, files, messages);
    const cost = await run(folder, files, messages);
    if (countArchived(folder) !== files) throw new Error("not all files are archived");
    return cost;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A built program of Busbar, in the folder where it is installed; it makes its store itself. */
function built(name: string, root: string): Contestant {
  return {
    name,
    makesStore: true,
    run: async (folder, files, messages) => {
      const words = [join(root, "bin/busbar"), "run", "--config", join(folder, "busbar.yaml")];
      const events = new EventCount(storePath(folder));
      try {
        return await programCost(words, files, () => {
          if (events.now() !== files * messages) return false;
          return readdirSync(join(folder, "work")).length === 0;
        });
      } finally {
        events.close();
      }
    },
  };
}

async function runBare(folder: string, files: number, messages: number): Promise<Cost> {
  const program = join(import.meta.dirname, "run-bare-intake.ts");
  const places = [storePath(folder), join(folder, "inbox"), join(folder, "archive")];
  const cost = await programCost([process.execPath, program, ...places], files);
  const events = new EventCount(storePath(folder));
  if (events.now() !== files * messages) throw new Error("not all events are recorded");
  events.close();
  return cost;
}

async function runPeer(folder: string, files: number): Promise<Cost> {
  const program = join(import.meta.dirname, "peer-intake.ts");
  return programCost([process.execPath, program, folder, String(files)], files);
}

function countArchived(folder: string): number {
  const archived = readdirSync(join(folder, "archive"), { recursive: true });
  return archived.filter((name) => String(name).endsWith(".uff")).length;
}
