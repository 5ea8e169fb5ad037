import { Argument, type Command, InvalidArgumentError, Option } from "commander";
import type { CommandContext } from "./context.ts";
import type { ExitCode } from "./failure.ts";

/** Runs a command that is given what it works with, and keeps its exit code. */
export type RunCommand = (work: (context: CommandContext) => Promise<ExitCode>) => Promise<void>;

const examplesByCommand = new WeakMap<Command, readonly string[]>();

/** The examples in the help of a command. */
export function examplesOf(command: Command): readonly string[] {
  return examplesByCommand.get(command) ?? [];
}

/** Adds the parts of the help that every command has. */
export function withExample(command: Command, ...examples: readonly string[]): Command {
  examplesByCommand.set(command, examples);
  const lines = examples.map((example) => `  $ ${example}`).join("\n");
  return command
    .helpOption("-h, --help", "show this help")
    .addHelpText("after", `\nExample:\n${lines}`);
}

/** `--json`. */
export function jsonOption(): Option {
  return new Option("--json", "one JSON object a line, for programs");
}

/** `--limit`; a list is complete with `--json`, and short for people, unless they say otherwise. */
export function limitOption(what: string): Option {
  const about = `at most this many ${what} (default: 100, with --json all)`;
  return new Option("--limit <number>", about).argParser(wholeNumber);
}

/** `--after`: the page behind one that was shown. */
export function afterOption(): Option {
  return new Option(
    "--after <place>",
    "the next page: the place that the one before ended with, or the number of a row: then higher ones",
  );
}

/** `--actor`: who does it, for what is kept of it. */
export function actorOption(when = ""): Option {
  return new Option("--actor <name>", `${when}who says so (default: your login name)`);
}

/** `--reason`, required: why, kept with what was done. */
export function reasonOption(): Option {
  return new Option("--reason <text>", "why; kept with it (required)").makeOptionMandatory();
}

/** The number of one file. */
export function fileArgument(): Argument {
  return new Argument("<id>", "number of the file").argParser(wholeNumber);
}

/** Numbers of files. */
export function filesArgument(): Argument {
  return new Argument("[id...]", "numbers of the files").argParser(
    (text: string, before: number[] | undefined) => [...(before ?? []), wholeNumber(text)],
  );
}

/** A number that counts or names something: 1 or more. */
export function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It must be a whole number, 1 or more.");
}

/** A whole number, 0 or more, that a person typed. Throws what to type instead. */
export function wholeNumberOrZero(text: string): number {
  return text === "0" ? 0 : wholeNumber(text);
}
