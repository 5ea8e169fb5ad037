import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once as eventOf } from "node:events";
import { join, relative } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

/** What the demonstration of a market works with. */
export interface MarketDemo {
  readonly busbar: string;
  /** The folder that the market's own is made in. */
  readonly folder: string;
  /** True: it does itself what a person is asked to do. */
  readonly once: boolean;
  readonly say: (text: string) => void;
}

interface StuckAction {
  readonly kind: string;
  readonly number: number;
  readonly name: string;
  readonly reason: string;
}

/** Of these ten switches one has a meter operator that never answers. */
const market = [
  "--switches",
  "10",
  "--losing",
  "0",
  "--gas",
  "0",
  "--moving",
  "0",
  "--seed",
  "53",
  "--faults",
  "silence=0.03",
] as const;

/** Whom to ask in its place: the second that our own systems named, whose turn comes on a refusal, not on silence. */
const another = { role: "mop", participant: "MOPB" } as const;

/** Ten switches of supplier go through a simulated market, and a person sees to the one that is stuck. False when that fails. */
export async function showMarket(demo: MarketDemo): Promise<boolean> {
  const { busbar, folder, say } = demo;
  const place = join(folder, "market");
  say(
    "\nTen switches of supplier go through a simulated market, whose clock runs as fast as it can:\n",
  );
  const child = spawn(busbar, ["simulate", ...market, "--dir", place, "--wait"], {
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const stop = () => child.kill("SIGTERM");
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
  const config = relative(".", join(place, "busbar.yaml"));
  const run = async (...words: readonly string[]) => {
    const { stdout } = await promisify(execFile)(busbar, [...words, "--config", config]);
    return stdout.trimEnd();
  };
  const rests = restsOf(child, say);
  const report = textOf(child);
  try {
    if (!(await rests.next())) return false;
    say(`\n${await run("process", "list", "--type", "switch-gain")}\n`);
    if (!(await release({ ...demo, run, config, rests }))) return false;
    say("\nAnd nothing is left:\n");
    say(await run("stuck"));
  } finally {
    stop();
    if (child.exitCode === null) await eventOf(child, "exit");
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.removeListener(signal, stop);
  }
  say(
    `\nWhat the oracle says, which compared what both sides noted:\n\n${(await report).trimEnd()}`,
  );
  return child.exitCode === 0;
}

interface Release extends MarketDemo {
  readonly run: (...words: readonly string[]) => Promise<string>;
  readonly config: string;
  readonly rests: Rests;
}

/** Shows what is stuck and the commands that settle it, and has them run. */
async function release({ once, say, run, config, rests }: Release): Promise<boolean> {
  say("One switch needs a person:\n");
  say(await run("stuck"));
  const action = await stuckAction(run);
  if (action === null) return false;
  const data = JSON.stringify(another);
  const proposed = ["command", "run", `switch-gain/${action.name}`, "do_propose_agent"] as const;
  const settled = [
    "action",
    "skip",
    String(action.number),
    "--reason",
    "another one is asked",
  ] as const;
  say(`\nThe first does not answer, so ask the next:\n
  bin/busbar ${proposed.join(" ")} --data '${data}' --config ${config}
  bin/busbar ${settled.slice(0, 4).join(" ")} "${settled[4]}" --config ${config}\n`);
  if (once) {
    say(await run(...proposed, "--data", data));
    say(await run(...settled));
  } else say("Run these two in another terminal; the market waits.");
  for (;;) {
    if (!(await rests.next())) return false;
    if ((await stuckAction(run)) === null) break;
  }
  say(`\nThe market answered:\n`);
  say(await run("event", "list", "--key", action.name));
  return true;
}

async function stuckAction(run: Release["run"]): Promise<StuckAction | null> {
  const text = await run("stuck", "--all", "--json");
  const items = text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line)]));
  return (items as StuckAction[]).find(({ reason }) => reason.includes("AGENT_OVERDUE")) ?? null;
}

interface Rests {
  /** Resolves when all is quiet for one more time; false when the simulation ended instead. */
  next(): Promise<boolean>;
}

/** What the simulation says is passed on; each time all is quiet counts. */
function restsOf(child: ChildProcess, say: (text: string) => void): Rests {
  let rests = 0;
  let seen = 0;
  if (child.stderr !== null)
    createInterface({ input: child.stderr }).on("line", (line) => {
      if (line.startsWith("All is quiet")) rests += 1;
      else if (!line.startsWith("Ctrl-C")) say(`  ${line}`);
    });
  return {
    next: async () => {
      while (rests === seen && child.exitCode === null) await sleep(100);
      if (rests === seen) return false;
      seen += 1;
      return true;
    },
  };
}

async function textOf({ stdout }: ChildProcess): Promise<string> {
  let text = "";
  if (stdout !== null) for await (const piece of stdout) text += String(piece);
  return text;
}
