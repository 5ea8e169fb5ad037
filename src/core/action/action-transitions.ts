import type { Transition } from "../state/transition.ts";
import type { ActionState } from "./ledger.ts";

/**
 * Every way from one state of an action to another. `cancel`, `skip`, `retry` and `release` are a person's;
 * `void` and `unvoid` follow what is said of its event; all others are the daemon's.
 */
export const actionTransitions: readonly Transition<ActionState>[] = [
  { from: null, to: "planned", by: "planned" },
  { from: null, to: "skipped", by: "a condition says no" },
  { from: null, to: "needs-review", by: "its event came late" },
  { from: "planned", to: "running", by: "begun" },
  { from: "running", to: "done", by: "done" },
  { from: "running", to: "planned", by: "to be tried again" },
  { from: "running", to: "failed", by: "failed for good" },
  { from: "running", to: "cancelled", by: "void" },
  { from: "planned", to: "cancelled", by: "cancel" },
  { from: "failed", to: "cancelled", by: "cancel" },
  { from: "needs-review", to: "cancelled", by: "cancel" },
  { from: "planned", to: "skipped", by: "skip" },
  { from: "failed", to: "skipped", by: "skip" },
  { from: "needs-review", to: "skipped", by: "skip" },
  { from: "failed", to: "planned", by: "retry" },
  { from: "planned", to: "planned", by: "retry" },
  { from: "needs-review", to: "planned", by: "release" },
  { from: "planned", to: "cancelled", by: "void" },
  { from: "failed", to: "cancelled", by: "void" },
  { from: "needs-review", to: "cancelled", by: "void" },
  { from: "cancelled", to: "planned", by: "unvoid" },
  { from: "cancelled", to: "failed", by: "unvoid" },
  { from: "cancelled", to: "needs-review", by: "unvoid" },
];
