import { advice } from "../remedy.ts";
import { dismiss, reprocessRemedy, type StuckKindRow } from "./row.ts";

/** A process whose definition threw. */
export const buildFailed = {
  noun: "process",
  title: "not built",
  meaning: "The process cannot be built: its definition threw.",
  retries: "no",
  tryAgain: { by: "building" },
  trying: ["process is built again", "processes are built again"],
  ways: (cause) => [advice("once fixed: {}", reprocessRemedy(cause))],
} as const satisfies StuckKindRow;

/** A command that a person asked for and that threw. */
export const commandFailed = {
  noun: "command",
  title: "failed",
  meaning: "A command that a person asked for failed in a way nobody expected.",
  retries: "no",
  tryAgain: { by: "command" },
  trying: ["command is run again", "commands are run again"],
  ways: (cause) => [advice("once fixed: {}", reprocessRemedy(cause))],
} as const satisfies StuckKindRow;

/** An action that failed for good. */
export const actionFailed = {
  noun: "action",
  title: "failed",
  meaning: "The action failed, and is not retried automatically.",
  retries: "no",
  tryAgain: { by: "action" },
  trying: ["action is queued again", "actions are queued again"],
  ways: (cause) => [
    advice("once fixed, if it is still to be done: {}", reprocessRemedy(cause)),
    advice("settled without it: {}", {
      remedy: "decide-action",
      verbs: ["skip"],
      action: cause.example.number,
    }),
  ],
} as const satisfies StuckKindRow;

/** An action that waits for a person's word. */
export const actionNeedsReview = {
  noun: "action",
  title: "needs review",
  meaning: "The action waits for the word of a person: what it was planned for holds no longer.",
  retries: "no",
  tryAgain: {
    by: "person",
    advise: ({ number }) =>
      advice("decide on it: {}", {
        remedy: "decide-action",
        verbs: ["release", "cancel"],
        action: number,
      }),
  },
  trying: ["action waits for a person's word", "actions wait for a person's word on each"],
  ways: ({ example }) => [
    advice("decide on each: {}", {
      remedy: "decide-action",
      verbs: ["release"],
      action: example.number,
    }),
  ],
} as const satisfies StuckKindRow;

/** A deadline that had passed before anybody knew of it. */
export const deadlineMissed = {
  noun: "deadline",
  title: "missed",
  meaning: "The moment had passed before anybody knew of it.",
  retries: "no",
  tryAgain: {
    by: "person",
    advise: ({ item }) =>
      advice("look at its process, then dismiss it: {}", { remedy: "dismiss-item", item }),
  },
  trying: ["deadline stays as it is", "deadlines stay as they are"],
  ways: (cause) => [advice("look at each, then: {}", dismiss(cause))],
} as const satisfies StuckKindRow;

/** An action that failed and is tried again. */
export const actionFailing = {
  noun: "action",
  title: "failing",
  meaning: "The last attempt failed, and there is another at its time.",
  retries: "by-itself",
  tryAgain: { by: "action" },
  trying: ["action is tried at once", "actions are tried at once"],
  ways: (cause) => [
    advice("retried automatically; to retry now, once fixed: {}", reprocessRemedy(cause)),
  ],
} as const satisfies StuckKindRow;
