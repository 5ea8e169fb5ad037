import type { CommandShape, OptionShape, ValueShape } from "./command-shape.ts";

/** What a shell needs to know of the program, as lists of words behind `case`. */
export interface CompletionParts {
  /** Words that lead from one command to one below it, each with the words before: `file list`. */
  readonly steps: readonly string[];
  /** Options behind which a value is, each with the command's words before: `file list --state`. */
  readonly valued: readonly { readonly place: string; readonly value: ValueShape }[];
  /** What may come at each command. */
  readonly at: readonly {
    readonly words: string;
    readonly commands: readonly { readonly name: string; readonly about: string }[];
    readonly options: readonly OptionShape[];
    readonly value: ValueShape | null;
  }[];
}

/** Options of the program itself that every command takes. */
const everywhere = "--config";

/** Takes the program apart for completion. */
export function completionParts(commands: readonly CommandShape[]): CompletionParts {
  const [root] = commands;
  const shared = root?.options.filter(({ names }) => names.includes(everywhere)) ?? [];
  const byWords = new Map(commands.map((command) => [command.words, command]));
  const at = commands.map(({ words, below, options, arguments: values }) => ({
    words,
    commands: below.map((name) => ({
      name,
      about: byWords.get(joined(words, name))?.about ?? "",
    })),
    options: words === "" ? options : [...options, ...shared],
    value: values[0]?.value ?? null,
  }));
  return {
    steps: commands.flatMap(({ words }) => (words === "" ? [] : [words])),
    valued: at.flatMap(({ words, options }) =>
      options.flatMap(({ names, value }) =>
        value === null ? [] : names.map((name) => ({ place: joined(words, name), value })),
      ),
    ),
    at,
  };
}

/** The words of a command and one more. */
export function joined(words: string, word: string): string {
  return words === "" ? word : `${words} ${word}`;
}

/** A text between single quotes of a shell. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
