import { advice } from "../remedy.ts";
import { refusedFileAdvice } from "./refused-advice.ts";
import type { StuckKindRow } from "./row.ts";

/** A file refused whole. */
export const rejected = {
  noun: "file",
  title: "refused",
  meaning: "The file was refused whole, and everything of it is kept.",
  retries: "no",
  tryAgain: { by: "reading", freeWhen: "read" },
  trying: ["file is read again", "files are read again"],
  ways: refusedFileAdvice,
} as const satisfies StuckKindRow;

/** A file at odds with another. */
export const conflict = {
  noun: "file",
  title: "in conflict",
  meaning: "The file has the business identity of another and other content.",
  retries: "no",
  tryAgain: { by: "reading", freeWhen: "read" },
  trying: ["file is read again", "files are read again"],
  ways: ({ example }) => [
    advice("settle each: {}", { remedy: "decide-file", file: example.number }),
  ],
} as const satisfies StuckKindRow;

/** A file that waits for its release. */
export const awaitingRelease = {
  noun: "file",
  title: "awaiting release",
  meaning: "The file is recorded whole and is not routed before a person releases it.",
  retries: "no",
  tryAgain: { by: "reading", freeWhen: "read" },
  trying: ["file is read again", "files are read again"],
  ways: ({ example }) => [
    advice("let each through: {}", { remedy: "release-file", file: example.number }),
  ],
} as const satisfies StuckKindRow;
