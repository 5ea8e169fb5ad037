import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { runProgram } from "../../src/cli/run-program.ts";
import { mainFile } from "../built.ts";
import type { SentFile } from "../promises/flow-files.ts";
import { checkViews } from "./checked-views.ts";

/** How a command ended and what it said. */
export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

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
 * Makes one. Modules that import `busbar` find it in a process of its own only: with `own-process` every
 * command runs in one.
 */
export function makePlace(
  environment: Record<string, string> = {},
  runs: "here" | "own-process" = "here",
): Place {
  const folder = mkdtempSync(join(tmpdir(), "busbar-cli-"));
  const program = (...words: string[]) => runProcess(folder, words, environment);
  const here = (...words: string[]) => inTurn(() => runHere(folder, words, environment));
  const busbar = async (...words: string[]) => {
    const said = await (runs === "here" ? here : program)(...words);
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
    remove: () => rmSync(folder, { recursive: true, force: true }),
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
  const stdout = new Kept();
  const stderr = new Kept();
  process.chdir(folder);
  process.env = environmentOf(environment);
  try {
    const argv = [process.execPath, mainFile, ...words];
    const code = await runProgram(argv, { stdout, stderr, environment: process.env });
    return { code, stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    process.env = before.env;
    process.chdir(before.folder);
  }
}

/** Keeps what is written to it. */
class Kept extends Writable {
  readonly #chunks: Buffer[] = [];

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#chunks.push(chunk);
    done();
  }

  text(): string {
    return Buffer.concat(this.#chunks).toString();
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
