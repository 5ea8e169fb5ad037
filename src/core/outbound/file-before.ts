import { type Advice, advice, type Remedy } from "../stuck/remedy.ts";
import type { OutboundRecord } from "./outbound.ts";

/** A file that others of its flow to its recipient wait for. */
export type FileBefore = Pick<OutboundRecord, "id" | "name" | "state" | "onHold" | "problem">;

/** That something waits for the file, and why that has not gone, in a sentence. */
export function sayBefore({ id, name, state, onHold, problem }: FileBefore): string {
  const it = `It waits for outbound ${id}, ${name}, which goes to the same recipient before it and`;
  const because = problem === null ? "" : `: ${problem}`;
  if (onHold) return `${it} is on hold`;
  if (state === "failed") return `${it} failed${because}`;
  if (state === "unknown") return `${it} may have arrived or not${because}`;
  return `${it} is tried again${because}`;
}

/** What lets go on those that wait for the file. */
export function settleBefore({ id, state, onHold }: FileBefore): Advice {
  const decide = (...verbs: Verbs): Remedy => ({ remedy: "decide-outbound", verbs, outbound: id });
  const without = "to let the others go without it: {}";
  if (onHold)
    return advice(
      `goes on when that is released: {}; ${without}`,
      decide("release"),
      decide("cancel"),
    );
  if (state === "failed")
    return advice(`goes on when that is sent: {}; ${without}`, decide("retry"), decide("cancel"));
  if (state === "unknown")
    return advice("goes on when somebody said whether that came: {}", decide("confirm", "retry"));
  return advice("goes on once that is delivered; to retry that now: {}", decide("retry"));
}

type Verbs = Extract<Remedy, { readonly remedy: "decide-outbound" }>["verbs"];
