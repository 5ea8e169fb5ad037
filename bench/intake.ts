/**
 * Files a second from inbox to routed events and archived source, against a bare loop over the same
 * files in the same run (`bare-intake.ts`), for files of one message and of eleven. The two take turns,
 * and the ratio is the median of the pairs', so that what else the machine does touches both alike;
 * the processor time of each is shown too. `--rounds N` for more or fewer than five.
 */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import Database from "better-sqlite3";
import { bareIntake } from "./bare-intake.ts";
import { type Cost, costOf, quantile } from "./cost.ts";
import { drain, fillInbox, layOut, storePath } from "./drain.ts";
import { describeMachine } from "./machine.ts";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "5" } } });
const rounds = Number(values.rounds);
const shapes = [
  { messages: 1, files: 10_000 },
  { messages: 11, files: 4_000 },
];

process.stdout.write(`${describeMachine({ sync: "FULL", rounds, disk: tmpdir() })}\n`);
for (const { messages, files } of shapes) {
  const bare: Cost[] = [];
  const busbar: Cost[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await measured(runBare, messages, files));
    busbar.push(await measured((folder) => drain(folder, files * messages), messages, files));
  }
  const shape = `${messages} message${messages === 1 ? "" : "s"} a file`;
  process.stdout.write(`${shape}: Busbar ${figures(busbar)}; bare loop ${figures(bare)}; `);
  process.stdout.write(`ratio ${ratio(bare, busbar, "wall")}, `);
  process.stdout.write(`by processor time ${ratio(bare, busbar, "processor")}\n`);
}

function figures(costs: readonly Cost[]): string {
  const rates = costs.map(({ wall }) => 1e6 / wall);
  const [low, middle, high] = [0, 0.5, 1].map((part) => Math.round(quantile(rates, part)));
  const processor = Math.round(
    quantile(
      costs.map((cost) => cost.processor),
      0.5,
    ),
  );
  return `${middle} files/s (${low} to ${high}), ${processor} us of processor a file`;
}

function ratio(bare: readonly Cost[], busbar: readonly Cost[], by: keyof Cost): string {
  const pairs = bare.map((cost, index) => cost[by] / (busbar[index]?.[by] ?? Number.NaN));
  const [low, middle, high] = [0, 0.5, 1].map((part) => quantile(pairs, part).toFixed(2));
  return `${middle} (${low} to ${high})`;
}

/** What the way costs over a folder of its own with the files in its inbox. */
async function measured(
  way: (folder: string) => Promise<void>,
  messages: number,
  files: number,
): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), "busbar-bench-"));
  try {
    await layOut(folder);
    fillInbox(folder, 0, files, messages);
    const cost = await costOf(files, () => way(folder));
    check(folder, files, files * messages);
    return cost;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runBare(folder: string): Promise<void> {
  bareIntake(storePath(folder), join(folder, "inbox"), join(folder, "archive"));
}

function check(folder: string, files: number, events: number): void {
  const archived = readdirSync(join(folder, "archive"), { recursive: true }).filter((name) =>
    String(name).endsWith(".uff"),
  );
  const db = new Database(storePath(folder), { readonly: true });
  const recorded = db.prepare<[], number>("SELECT count(*) FROM events").pluck().get();
  db.close();
  if (archived.length !== files || recorded !== events)
    throw new Error(
      `${archived.length} files archived and ${recorded} events, not ${files}, ${events}`,
    );
}
