import type { Envelope } from "../../core/file/envelope.ts";
import { isHalfHourly } from "../../core/file/half-hourly.ts";
import type { Problem } from "../../core/file/problem.ts";
import { problem } from "../../formats/problem-log.ts";

/**
 * Why a file that was read as one is refused when it holds several messages of half-hourly settlement: each
 * has a reference, a test flag and a verdict of its own, and a file has one. An array is cut apart before it
 * is read; so whatever shape comes here is one that cannot be.
 */
export function togetherProblem({ flow }: Envelope, messages: number): Problem | null {
  if (messages < 2 || !isHalfHourly(flow)) return null;
  return problem(
    "MESSAGES_TOGETHER",
    { line: 1, value: flow },
    `The file holds ${messages} messages of half-hourly settlement, and is no array that they could be taken out of one by one, each with its own reference and verdict. Nothing of it was taken; ask the sender for an array of messages, \`[{"payload": ...}, {"payload": ...}]\`, or for a file for each.`,
  );
}

/** Why an element of an array of messages is refused when it is a list itself. */
export function listInList(): Problem {
  return problem(
    "MESSAGES_TOGETHER",
    { line: 1 },
    "A list stands in the array where a message is expected; the messages in it are not taken. Ask the sender for one array that holds every message itself.",
  );
}
