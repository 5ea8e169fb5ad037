import { Writable } from "node:stream";
import { runProgram } from "../../src/cli/run-program.ts";
import { mainFile } from "../built.ts";

/** How a command ended and what it said. */
export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command in this process, with the folder and the environment that it has, and keeps what it says. */
export async function runKept(words: readonly string[]): Promise<Said> {
  const stdout = new Kept();
  const stderr = new Kept();
  const argv = [process.execPath, mainFile, ...words];
  const code = await runProgram(argv, { stdout, stderr, environment: process.env });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
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
