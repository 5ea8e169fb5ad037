/**
 * The demonstration behind `bin/demo`: a real daemon on a store of its own, example files dropped
 * into its inbox, and what became of each as it happens. Everything stays in one folder under `var/`.
 */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, openSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { showMarket } from "./demo-market.ts";
import { addPartners, showOrder } from "./demo-order.ts";

interface ShownFile {
  readonly id: number;
  readonly name: string;
  readonly state: string;
  readonly messages: number;
  readonly invalid: number;
  readonly awaitingRelease: boolean;
  readonly events: number;
  readonly otherFile: number | null;
  readonly problems: readonly { readonly severity: string; readonly message: string }[];
}

const busbar = join("bin", "busbar");
const deadlineMs = 60_000;
const words = process.argv.slice(2);
const unknown = words.filter((word) => word !== "--once");
if (unknown.length > 0) {
  const asked = unknown.some((word) => word === "--help" || word === "-h");
  const usage =
    "bin/demo runs until Ctrl-C; bin/demo --once ends by itself. It takes no other words.";
  process.stderr.write(asked ? `${usage}\n` : `bin/demo: unknown word "${unknown[0]}". ${usage}\n`);
  process.exit(asked ? 0 : 2);
}
const once = words.includes("--once");

mkdirSync("var", { recursive: true });
const folder = mkdtempSync(join("var", "demo-"));
const configuration = join(folder, "busbar.yaml");
await run("init", folder);
addPartners(folder);
const daemon = startDaemon();
const ended = new Promise<number>((resolve) => daemon.once("exit", (code) => resolve(code ?? 1)));
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => daemon.kill("SIGTERM"));
}
say(`Busbar is running in ${folder}; its log is ${join(folder, "daemon.log")}.`);
const dropped = dropFixtures();
say(`Dropped ${dropped} files into ${join(folder, "inbox")}. What became of each:\n`);
const allTaken = await showAsItHappens(dropped);
const isOrderShown = allTaken && (await showOrder({ folder, run, say }));
const allDone = isOrderShown && (await showMarket({ busbar, folder, once, say }));
if (!allDone) {
  say(`Not everything was done within ${deadlineMs / 1000} s. See ${join(folder, "daemon.log")}.`);
  daemon.kill("SIGTERM");
}
if (once) {
  say("\nThe totals:\n");
  say(await run("status"));
  daemon.kill("SIGTERM");
  process.exitCode = (await ended) === 0 && allDone ? 0 : 1;
} else if (allDone) {
  sayWhereToLook(await run("user", "link", "--personal"));
  process.exitCode = await ended;
  say(`Stopped. Everything is still in ${folder}; remove that folder when you are done with it.`);
} else {
  await ended;
  process.exitCode = 1;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function run(...words: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(busbar, words, {
    env: { ...process.env, BUSBAR_CONFIG: configuration },
    maxBuffer: 1 << 28,
  });
  return stdout.trimEnd();
}

/** Detached, so that Ctrl-C reaches this script alone and the daemon is stopped once, by us. */
function startDaemon(): ChildProcess {
  const log = openSync(join(folder, "daemon.log"), "a");
  return spawn(busbar, ["run", "--config", configuration], {
    stdio: ["ignore", log, log],
    detached: true,
  });
}

function dropFixtures(): number {
  const entries = readdirSync("fixtures", { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith(".md"));
  for (const { parentPath, name } of files)
    copyFileSync(join(parentPath, name), join(folder, "inbox", name));
  return files.length;
}

/** Prints a line for each file as it is done; false when the time ran out or the daemon ended. */
async function showAsItHappens(expected: number): Promise<boolean> {
  const shown = new Set<number>();
  const until = Date.now() + deadlineMs;
  while (shown.size < expected && Date.now() < until && daemon.exitCode === null) {
    await sleep(300);
    const waiting = await waitingByFile();
    for (const file of await files()) {
      if (shown.has(file.id) || !isDone(file, waiting.get(file.id) ?? 0)) continue;
      shown.add(file.id);
      say(describe(file));
    }
  }
  return shown.size >= expected;
}

async function files(): Promise<ShownFile[]> {
  const lines = (await run("file", "list", "--json")).split("\n").filter((line) => line !== "");
  return lines.map((line) => JSON.parse(line) as ShownFile);
}

/** How many messages of each file wait for a process to be opened, such as a payment for its order. */
async function waitingByFile(): Promise<ReadonlyMap<number, number>> {
  const text = await run("stuck", "--kind", "unmatched", "--json");
  const items = text.split("\n").filter((line) => line !== "");
  const numbers = items.map((line) => (JSON.parse(line) as { readonly file: number }).file);
  return new Map([...Map.groupBy(numbers, (file) => file)].map(([file, of]) => [file, of.length]));
}

/** A file that stands is done when each valid message is an event, or waits for its process, or it awaits release. */
function isDone(file: ShownFile, waiting: number): boolean {
  return (
    file.state !== "recorded" ||
    file.awaitingRelease ||
    file.events >= file.messages - file.invalid - waiting
  );
}

function describe(file: ShownFile): string {
  const lead = `  ${file.name.padEnd(34)} ${file.state.padEnd(10)}`;
  if (file.state === "recorded") {
    const invalid =
      file.invalid > 0 ? `, ${file.invalid} invalid: see busbar file show ${file.id}` : "";
    return `${lead} messages ${file.messages}, events ${file.events}${invalid}`;
  }
  if (file.otherFile !== null) return `${lead} see file ${file.otherFile}`;
  const first = file.problems.find((problem) => problem.severity === "error");
  return `${lead} ${first?.message ?? ""}`;
}

/** `link` logs in once, within ten minutes. */
function sayWhereToLook(link: string): void {
  const words = `--config ${relative(".", configuration)}`;
  say(`
Where to look next, in another terminal:
  bin/busbar status ${words}
  bin/busbar stuck ${words}           what needs a person, and what to do
  bin/busbar process list ${words}    the metering points the files told about
  bin/busbar event list ${words}
The same in a browser, by a link that logs in once within ten minutes:
  ${link}
Drop a file of your own into ${join(folder, "inbox")}. Ctrl-C stops.`);
}
