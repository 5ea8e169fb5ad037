import type { Noun } from "../../core/stuck/nouns.ts";
import type { StuckKind } from "../../core/stuck/stuck-kind.ts";
import type { StuckKindRow } from "./kind-row.ts";
import { actionFailed } from "./kinds/action-failed.ts";
import { actionFailing } from "./kinds/action-failing.ts";
import { actionNeedsReview } from "./kinds/action-needs-review.ts";
import { answerOverdue } from "./kinds/answer-overdue.ts";
import { awaitingRelease } from "./kinds/awaiting-release.ts";
import { buildFailed } from "./kinds/build-failed.ts";
import { commandFailed } from "./kinds/command-failed.ts";
import { conflict } from "./kinds/conflict.ts";
import { deadlineMissed } from "./kinds/deadline-missed.ts";
import { failed } from "./kinds/failed.ts";
import { fileMissing } from "./kinds/file-missing.ts";
import { invalid } from "./kinds/invalid.ts";
import { noChannel } from "./kinds/no-channel.ts";
import { outboundBehind } from "./kinds/outbound-behind.ts";
import { outboundFailed } from "./kinds/outbound-failed.ts";
import { outboundFailing } from "./kinds/outbound-failing.ts";
import { outboundUnknown } from "./kinds/outbound-unknown.ts";
import { rejected } from "./kinds/rejected.ts";
import { sequenceGap } from "./kinds/sequence-gap.ts";
import { unmatched } from "./kinds/unmatched.ts";
import { unwritableKind } from "./kinds/unwritable.ts";

/** Every kind, in the order that lists show them; a kind whose file is there and that is not here does not compile. */
const rows: { readonly [Kind in StuckKind]: StuckKindRow } = {
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
};

/** All kinds, in the order that lists show them. */
export const stuckKinds = Object.keys(rows) as StuckKind[];

/** Everything that is known of a kind. */
export function stuckKind(kind: StuckKind): StuckKindRow {
  return rows[kind];
}

/** Whether what is of this kind is retried automatically, and so not counted as stuck. */
export function isFailing(kind: StuckKind): boolean {
  return rows[kind].retries !== "no";
}

/** The kinds by which the things of a kind may be stuck, that kind among them. */
export function kindsBeside(kind: StuckKind): readonly StuckKind[] {
  return kindsOf(rows[kind].noun);
}

/** The kinds by which a thing may be stuck; the numbers of its kinds are its own. */
export function kindsOf(noun: Noun): readonly StuckKind[] {
  return stuckKinds.filter((kind) => rows[kind].noun === noun);
}
