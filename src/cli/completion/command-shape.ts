import type { Argument, Command, Option } from "commander";
import { examplesOf } from "../words.ts";

/** What may be where a value is expected: one of some words, a path, or what no program can guess. */
export type ValueShape =
  | { readonly is: "choice"; readonly choices: readonly string[] }
  | { readonly is: "file" | "folder" | "other" };

/** One option of a command. */
export interface OptionShape {
  /** As help shows it: `--state <state>`. */
  readonly flags: string;
  /** Its spellings: `-h`, `--help`. */
  readonly names: readonly string[];
  readonly about: string;
  /** Null where it takes no value. */
  readonly value: ValueShape | null;
}

/** One argument of a command. */
export interface ArgumentShape {
  /** As help shows it: `<file>`, `[id...]`. */
  readonly shown: string;
  readonly about: string;
  readonly value: ValueShape;
}

/** One command, with what completion and the manual page say of it. */
export interface CommandShape {
  /** Its words without the program's name, e.g. `file list`; empty for the program itself. */
  readonly words: string;
  readonly about: string;
  readonly options: readonly OptionShape[];
  readonly arguments: readonly ArgumentShape[];
  readonly examples: readonly string[];
  /** The last words of the commands below it. */
  readonly below: readonly string[];
}

/** Every command of the program, itself first, each before those below it. */
export function commandShapes(program: Command): CommandShape[] {
  return shapesOf(program, []);
}

function shapesOf(command: Command, words: readonly string[]): CommandShape[] {
  const help = command.createHelp();
  const below = help.visibleCommands(command).filter((one) => one.name() !== "help");
  return [
    {
      words: words.join(" "),
      about: command.description(),
      options: help.visibleOptions(command).map(optionShape),
      arguments: command.registeredArguments.map(argumentShape),
      examples: examplesOf(command),
      below: below.map((one) => one.name()),
    },
    ...below.flatMap((one) => shapesOf(one, [...words, one.name()])),
  ];
}

function optionShape({
  flags,
  short,
  long,
  description,
  argChoices,
  required,
  optional,
}: Option): OptionShape {
  const takes = /[<[]([^>\]]+)[>\]]/.exec(flags)?.[1] ?? "";
  return {
    flags,
    names: [short, long].filter((name) => name !== undefined),
    about: description,
    value: required || optional ? valueShape(takes, argChoices) : null,
  };
}

function argumentShape(argument: Argument): ArgumentShape {
  const name = argument.variadic ? `${argument.name()}...` : argument.name();
  return {
    shown: argument.required ? `<${name}>` : `[${name}]`,
    about: argument.description,
    value: valueShape(argument.name(), argument.argChoices),
  };
}

function valueShape(name: string, choices: readonly string[] | undefined): ValueShape {
  if (choices !== undefined) return { is: "choice", choices };
  if (name === "file") return { is: "file" };
  return name === "dir" || name === "folder" ? { is: "folder" } : { is: "other" };
}
