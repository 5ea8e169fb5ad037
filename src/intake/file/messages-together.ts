import type { Envelope } from "../../core/file/envelope.ts";
import { isHalfHourly } from "../../core/file/half-hourly.ts";
import type { Problem } from "../../core/file/problem.ts";
import { problem } from "../../formats/problem-log.ts";

/**
 * Why a file that was read as one is refused when it holds several messages of half-hourly settlement: each
 * has a reference, a test flag and a verdict of its own, and a file has one. An array, or lines with a message
 * each, are cut apart before they are read; so whatever shape comes here is one that cannot be.
 */
export function togetherProblem({ flow }: Envelope, messages: number): Problem | null {
  if (messages < 2 || !isHalfHourly(flow)) return null;
  return problem(
    "MESSAGES_TOGETHER",
    { line: 1, value: flow },
    `The file holds ${messages} messages of half-hourly settlement, and is neither an array of them nor a line for each, so that they could be taken out one by one, each with its own reference and verdict. Nothing of it was taken; ask the sender for an array of messages, \`[{"payload": ...}, {"payload": ...}]\`, for each on a line of its own, or for a file for each.`,
  );
}

/** Why an element of an array, or a line, of messages is refused when it is a list itself. */
export function listInList(): Problem {
  return problem(
    "MESSAGES_TOGETHER",
    { line: 1 },
    "There is a list where a message is expected; the messages in it are not taken. Ask the sender for one array that holds every message itself, or for each message on a line of its own.",
  );
}
