import { userInfo } from "node:os";
import { CommandFailure, exitCode } from "./failure.ts";

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
  return { actor: actorOf(options), reason };
}

/** Who asks: the one that was named, else the login name. The only place that asks the system for it. */
export function actorOf({ actor: named }: { readonly actor?: string }): string {
  const actor = (named ?? userInfo().username).trim();
  if (actor === "") throw new CommandFailure("say who you are with --actor", exitCode.usage);
  return actor;
}
