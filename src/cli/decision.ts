import { userInfo } from "node:os";
import { whoAndWhy, whoAsks } from "../app/asked/who-asks.ts";

/** Of the commands by which a person decides something: who it is, and why. */
export interface DecisionOptions {
  readonly reason: string;
  readonly actor?: string;
}

/** Who decides and why, to be kept. Throws a refusal when either says nothing. */
export function decisionOf({ reason, actor }: DecisionOptions): {
  readonly actor: string;
  readonly reason: string;
} {
  return whoAndWhy({ reason, actor: actor ?? loginName() });
}

/** Who asks: the one that was named, else the login name. Throws a refusal when that says nothing. */
export function actorOf({ actor }: { readonly actor?: string }): string {
  return whoAsks(actor ?? loginName());
}

/** The only place that asks the system who is there. */
function loginName(): string {
  return userInfo().username;
}
