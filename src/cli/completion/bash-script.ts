import type { CommandShape, ValueShape } from "./command-shape.ts";
import { completionParts, quoted } from "./completion-parts.ts";

/** Completion for bash 3.2 and later. */
export function bashScript(commands: readonly CommandShape[]): string {
  const { steps, valued, at } = completionParts(commands);
  return `# Completion of busbar for bash, written by \`busbar completion bash\`.
_busbar_paths() {
  local IFS=$'\\n'
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen "$1" -- "$2"))
}

_busbar() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} at="" word index
  COMPREPLY=()
  # The = of --option=value is a word of its own.
  [ "$current" = "=" ] && current=""
  [ "$before" = "=" ] && before=\${COMP_WORDS[COMP_CWORD - 2]}
  for ((index = 1; index < COMP_CWORD; index++)); do
    word=\${COMP_WORDS[index]}
    case "$at\${at:+ }$word" in
${caseOf(valued.map(({ place }) => place))}
      [ "\${COMP_WORDS[index + 1]}" = "=" ] && index=$((index + 1))
      index=$((index + 1)) ;;
${caseOf(steps)}
      at="$at\${at:+ }$word" ;;
    esac
  done
  case "$at\${at:+ }$before" in
${valued.map(({ place, value }) => `  ${quoted(place)}) ${replies(value)}; return ;;`).join("\n")}
  esac
  if [[ $current == -* ]]; then
    case "$at" in
${at
  .map(
    ({ words, options }) =>
      `    ${quoted(words)}) COMPREPLY=($(compgen -W ${quoted(options.flatMap(({ names }) => names).join(" "))} -- "$current")) ;;`,
  )
  .join("\n")}
    esac
    return
  fi
  case "$at" in
${at
  .map(({ words, commands: below, value }) =>
    below.length > 0
      ? `  ${quoted(words)}) ${replies({ is: "choice", choices: below.map(({ name }) => name) })} ;;`
      : `  ${quoted(words)}) ${value === null ? ":" : replies(value)} ;;`,
  )
  .join("\n")}
  esac
}

complete -F _busbar busbar
`;
}

function caseOf(words: readonly string[]): string {
  return `    ${words.map(quoted).join(" | ")})`;
}

function replies(value: ValueShape): string {
  switch (value.is) {
    case "choice":
      return `COMPREPLY=($(compgen -W ${quoted(value.choices.join(" "))} -- "$current"))`;
    case "file":
      return '_busbar_paths -f "$current"';
    case "folder":
      return '_busbar_paths -d "$current"';
    case "other":
      return ":";
  }
}
