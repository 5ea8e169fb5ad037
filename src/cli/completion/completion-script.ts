import { bashScript } from "./bash-script.ts";
import type { CommandShape } from "./command-shape.ts";
import { fishScript } from "./fish-script.ts";
import { zshScript } from "./zsh-script.ts";

const writers = { bash: bashScript, zsh: zshScript, fish: fishScript } as const;

/** The script that has a shell complete the program's commands. */
export function completionScript(
  shell: keyof typeof writers,
  commands: readonly CommandShape[],
): string {
  return writers[shell](commands);
}
