import type { Outcome } from "../core/document.ts";
import type { Problem } from "../core/problem.ts";
import { readSentTime } from "../core/sent-time.ts";
import { problem } from "../formats/problem-log.ts";

/** The zone of each family's clock. DTC: local UK time unless an item says otherwise (DTC 15.4). */
const zones: Readonly<Record<string, string>> = { "user-file": "Europe/London" };

/** A reading with the moment its file was sent, in milliseconds since 1970. */
export interface DatedOutcome {
  readonly outcome: Outcome;
  readonly occurredAt: number;
}

/**
 * Says when a file was sent, by its envelope. A time more than a day ahead is not believed: the moment
 * first seen stands in, and the outcome gets a warning. (A time that cannot be read is the reader's to tell.)
 */
export function dateOutcome(outcome: Outcome, seenAt: number): DatedOutcome {
  const { envelope } = outcome;
  if (envelope === null) return { outcome, occurredAt: seenAt };
  const sent = readSentTime(envelope.created, zones[envelope.family] ?? "UTC", seenAt);
  if (sent.note !== "future") return { outcome, occurredAt: sent.at };
  const problems = [inFuture(envelope.created), ...outcome.problems];
  return { outcome: { ...outcome, problems }, occurredAt: sent.at };
}

function inFuture(created: string | null): Problem {
  return problem(
    "SENT_IN_FUTURE",
    { line: 1, value: created },
    "The header says the file was made more than a day from now; the moment it was first seen stands in. Check the sender's clock and ours.",
  );
}
