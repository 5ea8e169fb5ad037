import type { Envelope } from "../../core/file/envelope.ts";
import type { Problem } from "../../core/file/problem.ts";
import { readSentTime } from "../../core/file/sent-time.ts";
import { problem } from "../../formats/problem-log.ts";
import { formatOf } from "../../formats/recognise.ts";

/** When a file was sent, in milliseconds since 1970, and what is wrong with the time its sender gave. */
export interface SentMoment {
  readonly at: number;
  readonly problem: Problem | null;
}

/**
 * When a file was sent, by its envelope. A time more than a day ahead is not believed: the moment first
 * seen stands in, with a warning. (A time that cannot be read is the reader's to tell.)
 */
export function sentTime(envelope: Envelope, seenAt: number): SentMoment {
  const { created } = envelope;
  const { at, note } = readSentTime(created, formatOf(envelope).zone, seenAt);
  return { at, problem: note === "future" ? inFuture(created) : null };
}

function inFuture(created: string | null): Problem {
  return problem(
    "SENT_IN_FUTURE",
    { line: 1, value: created },
    "The header says the file was made more than a day from now; the time it was first seen is used instead. Check the sender's clock and ours.",
  );
}
