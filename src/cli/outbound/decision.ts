import { userInfo } from "node:os";
import { CommandFailure, exitCode } from "../failure.ts";

/** Of the commands by which a person decides something: who it is, and why. */
export interface DecisionOptions {
  readonly reason: string;
  readonly actor?: string;
}

/** Who decides and why, to be kept. Throws when either says nothing. */
export function decisionOf(options: DecisionOptions): {
  readonly actor: string;
  readonly reason: string;
} {
  const reason = options.reason.trim();
  if (reason === "") throw new CommandFailure("say why with --reason", exitCode.usage);
  const actor = (options.actor ?? userInfo().username).trim();
  if (actor === "") throw new CommandFailure("say who you are with --actor", exitCode.usage);
  return { actor, reason };
}
