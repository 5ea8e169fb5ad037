import type { Envelope } from "../../core/file/envelope.ts";
import type { Problem } from "../../core/file/problem.ts";
import { readSentTime } from "../../core/file/sent-time.ts";
import { problem } from "../../formats/problem-log.ts";

/** The zone of each family's clock. DTC: local UK time unless an item says otherwise (DTC 15.4). */
const zones: Readonly<Record<string, string>> = {
  "user-file": "Europe/London",
  pool: "Europe/London",
  "uk-link": "Europe/London",
  rgma: "Europe/London",
  "json-event": "Europe/London",
};

/** When a file was sent, in milliseconds since 1970, and what is wrong with the time its sender gave. */
export interface Sent {
  readonly at: number;
  readonly problem: Problem | null;
}

/**
 * When a file was sent, by its envelope. A time more than a day ahead is not believed: the moment first
 * seen stands in, with a warning. (A time that cannot be read is the reader's to tell.)
 */
export function sentTime({ created, family }: Envelope, seenAt: number): Sent {
  const { at, note } = readSentTime(created, zones[family] ?? "UTC", seenAt);
  return { at, problem: note === "future" ? inFuture(created) : null };
}

function inFuture(created: string | null): Problem {
  return problem(
    "SENT_IN_FUTURE",
    { line: 1, value: created },
    "The header says the file was made more than a day from now; the time it was first seen is used instead. Check the sender's clock and ours.",
  );
}
