import type { CommandShape, ValueShape } from "./command-shape.ts";
import { completionParts, joined } from "./completion-parts.ts";

/** Completion for fish 3 and later. */
export function fishScript(commands: readonly CommandShape[]): string {
  const { steps, valued, at } = completionParts(commands);
  const lines = at.flatMap(({ words, commands: below, options, value }) => [
    ...below.map(({ name, about }) => line(words, `-f -a ${quoted(name)}`, about)),
    ...(below.length > 0 || value === null ? [] : [line(words, offers(value), "")]),
    ...options.map(({ names, about, value: taken }) =>
      line(
        words,
        [...names.map(flagOf), ...(taken === null ? [] : ["-r", offers(taken)])].join(" "),
        about,
      ),
    ),
  ]);
  return `# Completion of busbar for fish, written by \`busbar completion fish\`.
function __busbar_at
    set -l place ""
    set -l skips no
    set -l tokens (commandline -opc)
    for word in $tokens[2..-1]
        if test $skips = yes
            set skips no
            continue
        end
        switch (string trim -- "$place $word")
            case ${valued.map(({ place }) => quoted(place)).join(" ")}
                set skips yes
            case ${steps.map(quoted).join(" ")}
                set place (string trim -- "$place $word")
        end
    end
    test "$place" = "$argv[1]"
end

complete -c busbar -f
${lines.join("\n")}
`;
}

function line(words: string, what: string, about: string): string {
  const told = about === "" ? "" : ` -d ${quoted(about)}`;
  return `complete -c busbar -n ${quoted(joined("__busbar_at", quoted(words)))} ${what}${told}`;
}

function flagOf(name: string): string {
  return name.startsWith("--") ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`;
}

function offers(value: ValueShape): string {
  switch (value.is) {
    case "choice":
      return `-f -a ${quoted(value.choices.join(" "))}`;
    case "file":
      return "-F";
    case "folder":
      return "-f -a '(__fish_complete_directories)'";
    case "other":
      return "-f";
  }
}

/** A text between single quotes of fish, which know a backslash. */
function quoted(text: string): string {
  return `'${text.replaceAll(/[\\']/g, "\\$&")}'`;
}
