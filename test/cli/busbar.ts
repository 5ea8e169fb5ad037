import { type ChildProcess, execFile, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { mainFile } from "../built.ts";
import type { SentFile } from "../promises/flow-files.ts";
import { checkViews } from "./checked-views.ts";
import { runKept, type Said } from "./kept-output.ts";

export type { Said };

/** A folder of its own to run the program in. */
export interface Place {
  readonly folder: string;
  /** Runs a command there, in this process where `makePlace` is not told otherwise. */
  busbar(...words: string[]): Promise<Said>;
  /** Runs a command there as a process of its own, as people do. */
  program(...words: string[]): Promise<Said>;
  /** Runs it with `--json` and gives the objects, one a line, but for where a next page begins. */
  json(...words: string[]): Promise<Record<string, unknown>[]>;
  /** Writes a file there and gives its path. */
  write(file: SentFile): string;
  remove(): void;
}

/**
 * Makes one. Modules that import `busbar` find it where Node itself loads them only: with `own-process` every
 * command runs in one process that is no test's.
 */
export function makePlace(
  environment: Record<string, string> = {},
  runs: "here" | "own-process" = "here",
): Place {
  const folder = mkdtempSync(join(tmpdir(), "busbar-cli-"));
  const program = (...words: string[]) => runProcess(folder, words, environment);
  const here = (...words: string[]) => inTurn(() => runHere(folder, words, environment));
  let child: ChildProcess | null = null;
  const beside = (...words: string[]) =>
    inTurn(() => {
      child ??= startCommands(folder, environment);
      return answerOf(child, words);
    });
  const busbar = async (...words: string[]) => {
    const said = await (runs === "here" ? here : beside)(...words);
    checkViews(words, said.stdout);
    return said;
  };
  return {
    folder,
    busbar,
    program,
    json: async (...words) => {
      const { stdout } = await busbar(...words, "--json");
      const lines = stdout.split("\n").filter((line) => line !== "");
      const objects = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
      return objects.filter((one) => !isNextPage(one));
    },
    write: ({ name, bytes }) => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    },
    remove: () => {
      child?.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function isNextPage(one: Record<string, unknown>): boolean {
  return Object.keys(one).join() === "next";
}

let turn: Promise<unknown> = Promise.resolve();

/** A process has one working folder and one environment: one command at a time has them. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = turn.then(work);
  turn = done.catch(() => undefined);
  return done;
}

async function runHere(
  folder: string,
  words: string[],
  environment: Record<string, string>,
): Promise<Said> {
  const before = { folder: process.cwd(), env: process.env };
  process.chdir(folder);
  process.env = environmentOf(environment);
  try {
    return await runKept(words);
  } finally {
    process.env = before.env;
    process.chdir(before.folder);
  }
}

/** A process that runs the commands it is sent. */
function startCommands(cwd: string, environment: Record<string, string>): ChildProcess {
  const file = fileURLToPath(new URL("command-process.ts", import.meta.url));
  return fork(file, { cwd, env: environmentOf(environment), execArgv: [] });
}

async function answerOf(child: ChildProcess, words: string[]): Promise<Said> {
  const ended = new AbortController();
  const died = () => ended.abort();
  child.once("exit", died);
  try {
    const answer = once(child, "message", { signal: ended.signal });
    child.send(words);
    const [said] = (await answer) as [Said];
    return said;
  } finally {
    child.off("exit", died);
  }
}

function environmentOf(environment: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, TZ: "UTC", BUSBAR_CONFIG: "", ...environment };
}

function runProcess(
  cwd: string,
  words: string[],
  environment: Record<string, string>,
): Promise<Said> {
  const env = environmentOf(environment);
  return new Promise((resolve) => {
    execFile(process.execPath, [mainFile, ...words], { cwd, env }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
      resolve({ code, stdout, stderr });
    });
  });
}
