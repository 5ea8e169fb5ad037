import { advice } from "../remedy.ts";
import { invalidMessageAdvice } from "./refused-advice.ts";
import { reprocessRemedy, type StuckKindRow } from "./row.ts";

/** A message with an error of its own. */
export const invalid = {
  noun: "message",
  title: "invalid",
  meaning: "The message has an error of its own; the others of its file were taken.",
  retries: "no",
  tryAgain: { by: "reading", freeWhen: "fewer-invalid" },
  trying: ["message is read again with its file", "messages are read again with their files"],
  ways: invalidMessageAdvice,
} as const satisfies StuckKindRow;

/** A message without the process that it joins. */
export const unmatched = {
  noun: "message",
  title: "unmatched",
  meaning: "The message joins a process that is not there, or not yet.",
  retries: "no",
  tryAgain: { by: "reading", freeWhen: "read" },
  trying: ["message is read and routed again", "messages are read and routed again"],
  ways: (cause) => [
    advice(
      "No action needed: it is processed automatically once the process is created. To try again now: {}",
      reprocessRemedy(cause),
    ),
  ],
} as const satisfies StuckKindRow;

/** A message that could not be given to a process. */
export const failed = {
  noun: "message",
  title: "not placed",
  meaning: "The message could not be given to a process: the definition threw.",
  retries: "no",
  tryAgain: { by: "reading", freeWhen: "read" },
  trying: ["message is routed again", "messages are routed again"],
  ways: (cause) => [advice("once fixed: {}", reprocessRemedy(cause))],
} as const satisfies StuckKindRow;
