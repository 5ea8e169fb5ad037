import { CommanderError } from "commander";
import { type ExitCode, exitCode, explain } from "./failure.ts";
import { Output, shownText } from "./output.ts";
import { createProgram } from "./program.ts";

/** Runs the command that the words say (as in `process.argv`) and gives its exit code. */
export async function runProgram(argv: readonly string[]): Promise<ExitCode> {
  const output = new Output(process.stdout);
  // Nobody reads the messages any more: that is no reason to stop half-way.
  process.stderr.on("error", () => undefined);
  const say = (text: string) => void process.stderr.write(`${shownText(text)}\n`);
  let code: ExitCode = exitCode.good;
  const program = createProgram({ output, say, environment: process.env }, (ended) => {
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
