import { advice } from "../remedy.ts";
import { dismiss, type StuckKindRow } from "./row.ts";

/** An answer that did not come in time. */
export const answerOverdue = {
  noun: "event",
  title: "overdue",
  meaning: "Nobody answered in time what we sent.",
  retries: "no",
  tryAgain: {
    by: "person",
    advise: ({ item }) =>
      advice("ask for the answer, or dismiss it: {}", { remedy: "dismiss-item", item }),
  },
  trying: ["answer has to come from whom we asked", "answers have to come from whom we asked"],
  ways: (cause) => [
    advice("clears itself when the answer arrives; ask for it, or: {}", dismiss(cause)),
  ],
} as const satisfies StuckKindRow;

/** A file that a calendar says was to come. */
export const fileMissing = {
  noun: "expected",
  title: "missing",
  meaning: "A file that a calendar says was to come did not.",
  retries: "no",
  tryAgain: {
    by: "person",
    advise: ({ item }) =>
      advice("ask for the file, or dismiss it: {}", { remedy: "dismiss-item", item }),
  },
  trying: ["file has to come from its sender", "files have to come from their senders"],
  ways: (cause) => [
    advice("clears itself when the file arrives; ask for it, or: {}", dismiss(cause)),
  ],
} as const satisfies StuckKindRow;

/** Files whose numbers were left out. */
export const sequenceGap = {
  noun: "gap",
  title: "missing",
  meaning: "Files whose numbers a sender left out did not come.",
  retries: "no",
  tryAgain: {
    by: "person",
    advise: ({ item }) =>
      advice("ask for the files, or dismiss it: {}", { remedy: "dismiss-item", item }),
  },
  trying: ["gap needs files from its sender", "gaps need files from their senders"],
  ways: (cause) => [
    advice("clears itself when the file arrives; ask for it, or: {}", dismiss(cause)),
  ],
} as const satisfies StuckKindRow;
