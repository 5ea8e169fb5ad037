import type { CommandShape } from "./command-shape.ts";

/** The manual page busbar(1), of all commands, for `man`. */
export function manualPage(commands: readonly CommandShape[], version: string): string {
  const [root, ...rest] = commands;
  if (root === undefined) return "";
  return [
    '.\\" Made of the command line when Busbar is built.',
    `.TH BUSBAR 1 "" ${argument(`Busbar ${version}`)} "User Commands"`,
    ".SH NAME",
    `busbar \\- ${text("record industry flow files as events, build processes, and act on them")}`,
    ".SH SYNOPSIS",
    ".B busbar",
    `[${bold("--config")} ${italic("file")}] ${italic("command")} [${italic("options")}]`,
    ".SH DESCRIPTION",
    text(root.about),
    ...nextParagraph(
      "Each command has --help with an example. Those that list or show take --json: one object a line, as the JSON Schema in docs/json-output.schema.json says.",
    ),
    ".SH OPTIONS",
    ...root.options.flatMap(({ flags, about }) => entry(flags, about)),
    ".SH COMMANDS",
    ...rest.filter(({ below }) => below.length === 0).flatMap(commandSection),
    ...closing,
  ].join("\n");
}

function commandSection(command: CommandShape): string[] {
  const { words, about, options, examples } = command;
  const shown = command.arguments.map((one) => one.shown);
  return [
    `.SS ${argument([`busbar ${words}`, ...shown].join(" "))}`,
    text(sentence(about)),
    ...command.arguments
      .filter((one) => one.about !== "")
      .flatMap((one) => entry(one.shown, one.about)),
    ...options
      .filter(({ names }) => !names.includes("--help"))
      .flatMap((one) => entry(one.flags, one.about)),
    ...(examples.length === 0
      ? []
      : [
          ".PP",
          examples.length === 1 ? "Example:" : "Examples:",
          ".PP",
          ".nf",
          ".RS",
          ...examples.map(text),
          ".RE",
          ".fi",
        ]),
  ];
}

const closing: readonly string[] = [
  ".SH EXIT STATUS",
  ...entry("0", "all good"),
  ...entry("1", "something was refused or failed"),
  ...entry("2", "wrong usage or configuration"),
  ".SH ENVIRONMENT",
  ...entry("BUSBAR_CONFIG", "the configuration, where --config does not name one"),
  ...entry("BUSBAR_NODE", "the Node to run on, 26 or newer, instead of the one on the path"),
  ...entry(
    "BUSBAR_HOST",
    "names this machine for the lease of the store, as in a container whose name changes",
  ),
  ...entry(
    "CREDENTIALS_DIRECTORY",
    "the folder in which secrets named as { credential: NAME } lie; systemd sets it",
  ),
  ".SH FILES",
  ...entry(
    "busbar.yaml",
    "the configuration, in the folder where busbar is called, unless another is named",
  ),
  ...entry("/etc/systemd/system/busbar.service", "the unit that busbar service install writes"),
  "",
];

function entry(flags: string, about: string): string[] {
  return [".TP", bold(flags), text(about)];
}

function nextParagraph(words: string): string[] {
  return [".PP", text(words)];
}

function sentence(words: string): string {
  const first = words.slice(0, 1).toUpperCase() + words.slice(1);
  return first.endsWith(".") ? first : `${first}.`;
}

function bold(words: string): string {
  return `\\fB${escaped(words)}\\fR`;
}

function italic(words: string): string {
  return `\\fI${escaped(words)}\\fR`;
}

/** A line of text: one that begins with a dot or an apostrophe would be a request. */
function text(words: string): string {
  return escaped(words).replace(/^[.']/, "\\&$&");
}

/** One argument of a request, between double quotes. */
function argument(words: string): string {
  return `"${escaped(words).replaceAll('"', "\\(dq")}"`;
}

function escaped(words: string): string {
  return words.replaceAll("\\", "\\e").replaceAll("-", "\\-").replaceAll("\n", " ");
}
