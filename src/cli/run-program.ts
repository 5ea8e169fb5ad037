import type { Writable } from "node:stream";
import { CommanderError } from "commander";
import { type ExitCode, exitCode, explain } from "./failure.ts";
import { Output, shownText } from "./output.ts";
import { createProgram } from "./program.ts";

/** What a run of the program writes to and takes its environment variables from. */
export interface ProgramRun {
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Runs the command that the words say (as in `process.argv`) and gives its exit code. */
export async function runProgram(
  argv: readonly string[],
  { stdout, stderr, environment }: ProgramRun,
): Promise<ExitCode> {
  const output = new Output(stdout);
  // Nobody reads the messages any more: that is no reason to stop half-way.
  stderr.on("error", () => undefined);
  const written = {
    out: (text: string) => void stdout.write(text),
    err: (text: string) => void stderr.write(text),
  };
  const say = (text: string) => written.err(`${shownText(text)}\n`);
  let code: ExitCode = exitCode.good;
  const program = createProgram({ output, say, environment }, written, (ended) => {
    code = ended;
  });
  try {
    await program.parseAsync(argv);
    await output.flush();
    return code;
  } catch (error) {
    // Commander has printed its own: the help or version asked for, or what is wrong with the words.
    if (error instanceof CommanderError) return error.exitCode === 0 ? code : exitCode.usage;
    await output.flush();
    const explained = explain(error);
    say(`busbar: ${explained.text}`);
    return explained.exitCode;
  }
}
