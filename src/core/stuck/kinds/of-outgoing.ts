import { settleBefore } from "../../outbound/file-before.ts";
import { advice } from "../remedy.ts";
import { reprocessRemedy, type StuckKindRow } from "./row.ts";

/** Messages of a flow to a recipient that no channel serves. */
export const noChannel = {
  noun: "queue",
  title: "not served",
  meaning: "Nobody knows how to send the messages of a flow to a recipient.",
  retries: "no",
  tryAgain: {
    by: "person",
    advise: () => advice("correct the configuration or the catalogue and start the daemon again"),
  },
  trying: ["queue goes on once a channel serves it", "queues go on once a channel serves them"],
  ways: () => [
    advice("goes on once fixed and `{}` is started again", {
      remedy: "start-daemon",
    }),
  ],
} as const satisfies StuckKindRow;

/** A message that its flow cannot hold. */
export const unwritableKind = {
  noun: "outbound-message",
  title: "not to be written",
  meaning: "The message cannot be written as a file of its flow.",
  retries: "no",
  tryAgain: { by: "message" },
  trying: ["message is queued again to be written", "messages are queued again to be written"],
  ways: (cause) => [advice("once fixed: {}", reprocessRemedy(cause))],
} as const satisfies StuckKindRow;

/** A file or e-mail that could not be delivered. */
export const outboundFailed = {
  noun: "outbound",
  title: "not delivered",
  meaning: "The file or e-mail could not be delivered, and is not retried automatically.",
  retries: "no",
  tryAgain: { by: "outbound" },
  trying: ["file is delivered again", "files are delivered again"],
  ways: (cause) => [advice("once fixed: {}", reprocessRemedy(cause))],
} as const satisfies StuckKindRow;

/** A file or e-mail of which nobody can tell whether it arrived. */
export const outboundUnknown = {
  noun: "outbound",
  title: "unknown",
  meaning: "Nobody can tell whether the file or e-mail was delivered.",
  retries: "no",
  tryAgain: {
    by: "person",
    advise: ({ number }) =>
      advice("ask whether it came, then: {}", {
        remedy: "decide-outbound",
        verbs: ["confirm", "retry"],
        outbound: number,
      }),
  },
  trying: ["file waits for a person's word", "files wait for a person's word on each"],
  ways: ({ example }) => [
    advice("ask whether it came, then: {}", {
      remedy: "decide-outbound",
      verbs: ["confirm", "retry"],
      outbound: example.number,
    }),
  ],
} as const satisfies StuckKindRow;

/** A file or e-mail whose delivery is tried again. */
export const outboundFailing = {
  noun: "outbound",
  title: "not delivered yet",
  meaning: "The last attempt failed, and there is another at its time.",
  retries: "by-itself",
  tryAgain: { by: "outbound" },
  trying: ["file is tried at once", "files are tried at once"],
  ways: (cause) => [
    advice("retried automatically; to retry now, once fixed: {}", reprocessRemedy(cause)),
  ],
} as const satisfies StuckKindRow;

/** A file that waits for one that goes before it. */
export const outboundBehind = {
  noun: "outbound",
  title: "waiting for another",
  meaning: "A file of its queue before it has to go first.",
  retries: "behind-another",
  tryAgain: { by: "outbound" },
  trying: [
    "file is tried once the one before it has gone",
    "files are tried once those before them have gone",
  ],
  ways: (cause) => {
    const { behind } = cause.example;
    return [behind === undefined ? advice("{}", reprocessRemedy(cause)) : settleBefore(behind)];
  },
} as const satisfies StuckKindRow;
