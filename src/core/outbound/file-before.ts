import type { OutboundRecord } from "./journal.ts";

/** A file that others of its flow to its recipient wait for. */
export type FileBefore = Pick<OutboundRecord, "id" | "name" | "state" | "held" | "problem">;

/** That something waits for the file, and why that has not gone, in a sentence. */
export function sayBefore({ id, name, state, held, problem }: FileBefore): string {
  const it = `It waits for outbound ${id}, ${name}, which goes to the same recipient before it and`;
  const because = problem === null ? "" : `: ${problem}`;
  if (held) return `${it} is held`;
  if (state === "failed") return `${it} failed${because}`;
  if (state === "unknown") return `${it} may have arrived or not${because}`;
  return `${it} is tried again${because}`;
}

/** What lets go on those that wait for the file. */
export function settleBefore({ id, state, held }: FileBefore): string {
  const decide = (verbs: string) => `busbar outbound ${verbs} ${id} --reason "..."`;
  const without = `to let the others go without it: ${decide("cancel")}`;
  if (held) return `goes on when that is released: ${decide("release")}; ${without}`;
  if (state === "failed") return `goes on when that is sent: ${decide("retry")}; ${without}`;
  if (state === "unknown")
    return `goes on when somebody said whether that came: ${decide("confirm|retry")}`;
  return `goes on by itself once that is delivered; to try that at once: ${decide("retry")}`;
}
