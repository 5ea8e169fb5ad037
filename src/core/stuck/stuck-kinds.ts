import { answerOverdue, fileMissing, sequenceGap } from "./kinds/of-expected.ts";
import { awaitingRelease, conflict, rejected } from "./kinds/of-files.ts";
import { failed, invalid, unmatched } from "./kinds/of-messages.ts";
import {
  noChannel,
  outboundBehind,
  outboundFailed,
  outboundFailing,
  outboundUnknown,
  unwritableKind,
} from "./kinds/of-outgoing.ts";
import {
  actionFailed,
  actionFailing,
  actionNeedsReview,
  buildFailed,
  commandFailed,
  deadlineMissed,
} from "./kinds/of-work.ts";
import type { StuckKindRow } from "./kinds/row.ts";
import { type Advice, advice } from "./remedy.ts";

/**
 * What may be stuck, in the order that lists show it. A new kind is a row here; the compiler then asks
 * the store for where it is found.
 */
const rows = {
  rejected,
  conflict,
  "awaiting-release": awaitingRelease,
  invalid,
  unmatched,
  failed,
  "build-failed": buildFailed,
  "command-failed": commandFailed,
  "action-failed": actionFailed,
  "action-needs-review": actionNeedsReview,
  "deadline-missed": deadlineMissed,
  "answer-overdue": answerOverdue,
  "file-missing": fileMissing,
  "sequence-gap": sequenceGap,
  "no-channel": noChannel,
  unwritable: unwritableKind,
  "outbound-failed": outboundFailed,
  "outbound-unknown": outboundUnknown,
  "action-failing": actionFailing,
  "outbound-failing": outboundFailing,
  "outbound-behind": outboundBehind,
} as const satisfies Readonly<Record<string, StuckKindRow & { readonly noun: Noun }>>;

/** A kind of stuck things, e.g. `rejected`. */
export type StuckKind = keyof typeof rows;

/** All kinds, in the order that lists show them. */
export const stuckKinds = Object.keys(rows) as StuckKind[];

/** Everything that is known of a kind. */
export function stuckKind(kind: StuckKind): StuckKindRow {
  return rows[kind];
}

/** Whether what is of this kind is tried again by itself, and so not counted as stuck. */
export function isFailing(kind: StuckKind): boolean {
  return rows[kind].retries !== "no";
}

/** What people call things by, beside their number or key. */
const things = {
  file: { see: null },
  message: { see: null },
  event: { see: null },
  process: { see: null },
  action: { see: null },
  command: { see: null },
  deadline: { see: null },
  outbound: { see: null },
  queue: {
    see: advice("What waits for a channel, and the actions that asked for it: {}", {
      remedy: "list-waiting",
    }),
  },
  "outbound-message": {
    see: advice("What waits to be sent, and the action that asked for it: {}", {
      remedy: "list-waiting",
    }),
  },
  expected: { see: advice("Expected files and answers: {}", { remedy: "list-expected" }) },
  gap: {
    see: advice(
      "The channel by which later numbers came: {}, then {}",
      { remedy: "list-channels" },
      { remedy: "show-channel" },
    ),
  },
} as const satisfies Readonly<Record<string, { readonly see: Advice | null }>>;

/** A noun that people refer to a thing by, e.g. `file`. */
export type Noun = keyof typeof things;

/** Nouns of things that have a story: what they came of and what they led to. */
export type StoryNoun = {
  [N in Noun]: (typeof things)[N] extends { readonly see: null } ? N : never;
}[Noun];

/** All nouns that people refer to things by. */
export const nouns = Object.keys(things) as Noun[];

/** The nouns of things that have a story, in the order in which a bare number is looked up. */
export const storyNouns = nouns.filter((noun) => things[noun].see === null) as StoryNoun[];

/** Where more is to be seen of a thing that has no story but being stuck; null for one that has. */
export function seeMoreOf(noun: Noun): Advice | null {
  return things[noun].see;
}

/** The kinds by which the things of a kind may be stuck, that kind among them. */
export function kindsBeside(kind: StuckKind): readonly StuckKind[] {
  return kindsOf(rows[kind].noun);
}

/** The kinds by which a thing may be stuck; the numbers of its kinds are its own. */
export function kindsOf(noun: Noun): readonly StuckKind[] {
  return stuckKinds.filter((kind) => rows[kind].noun === noun);
}
