import type { CommandShape, OptionShape, ValueShape } from "./command-shape.ts";
import { completionParts, quoted } from "./completion-parts.ts";

/** Completion for zsh: sourced, or as a file `_busbar` in a folder of `$fpath`. */
export function zshScript(commands: readonly CommandShape[]): string {
  const { steps, valued, at } = completionParts(commands);
  return `#compdef busbar
# Completion of busbar for zsh, written by \`busbar completion zsh\`.
_busbar() {
  local place="" word index before=\${words[CURRENT - 1]}
  local -a below options
  for ((index = 2; index < CURRENT; index++)); do
    word=\${words[index]}
    case "$place\${place:+ }$word" in
${caseOf(valued.map(({ place }) => place))}
      index=$((index + 1)) ;;
${caseOf(steps)}
      place="$place\${place:+ }$word" ;;
    esac
  done
  # --option=value is one word.
  [[ $PREFIX == --*=* ]] && { before=\${PREFIX%%=*}; compset -P '*='; }
  case "$place\${place:+ }$before" in
${valued.map(({ place, value }) => `  ${quoted(place)}) ${offers(value)}; return ;;`).join("\n")}
  esac
  case "$place" in
${at
  .map(({ words, commands: below, options, value }) =>
    [
      `  ${quoted(words)})`,
      `    options=(${options.flatMap(optionEntries).join(" ")})`,
      `    below=(${below.map(({ name, about }) => entry(name, about)).join(" ")})`,
      below.length > 0 || value === null ? "" : `    [[ $PREFIX == -* ]] || ${offers(value)}`,
      "    ;;",
    ]
      .filter((line) => line !== "")
      .join("\n"),
  )
  .join("\n")}
  esac
  if [[ $PREFIX == -* ]]; then
    _describe -o option options
  elif (( \${#below} )); then
    _describe command below
  fi
}

if [ "\${funcstack[1]}" = _busbar ]; then
  _busbar "$@"
else
  compdef _busbar busbar
fi
`;
}

function caseOf(words: readonly string[]): string {
  return `    ${words.map(quoted).join(" | ")})`;
}

function optionEntries({ names, about }: OptionShape): string[] {
  return names.map((name) => entry(name, about));
}

/** What is offered, and what it is for; a colon in the name would end it. */
function entry(name: string, about: string): string {
  return quoted(`${name.replaceAll(":", "\\:")}:${about}`);
}

function offers(value: ValueShape): string {
  switch (value.is) {
    case "choice":
      return `compadd -- ${value.choices.map(quoted).join(" ")}`;
    case "file":
      return "_files";
    case "folder":
      return "_files -/";
    case "other":
      return ":";
  }
}
