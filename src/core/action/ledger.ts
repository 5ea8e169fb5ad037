import type { Verdict } from "../define/condition.ts";

/** How an action is. `needs-review` and `failed` wait for a person; `done`, `skipped` and `cancelled` are ends. */
export const actionStates = [
  "planned",
  "running",
  "done",
  "failed",
  "needs-review",
  "skipped",
  "cancelled",
] as const;

/** A state of an action, e.g. `planned`. */
export type ActionState = (typeof actionStates)[number];

/** A row of the ledger: one action because of one event. Moments are milliseconds since 1970. */
export interface ActionRecord {
  readonly id: number;
  readonly name: string;
  readonly state: ActionState;
  /** True of a planned one whose last attempt failed: it is tried again when it is due. */
  readonly failing: boolean;
  readonly processType: string;
  readonly key: string;
  /** Recording number of the event because of which it is, and its type. */
  readonly event: number;
  readonly eventType: string;
  /** 0; more for those that people added: forced again, or undoing another. */
  readonly nth: number;
  /** Why it is not planned, how it ended, or what its last attempt failed with; null when nothing is to be said. */
  readonly reason: string | null;
  readonly plannedAt: number;
  /** Not started before. */
  readonly dueAt: number;
  /** Attempts begun. */
  readonly attempts: number;
  /** When the last attempt began; null before the first. */
  readonly startedAt: number | null;
  readonly endedAt: number | null;
}

/**
 * How an attempt ended that did not get the action done. `failed`: it threw. `timed-out`: it took too
 * long. `refused`: an expected no. `stopped`: the program was asked to stop. `lost`: the program died.
 */
export type FailedOutcome = "failed" | "timed-out" | "refused" | "stopped" | "lost";

/** An attempt that did not get the action done. */
export interface FailedAttempt {
  readonly attempt: number;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly outcome: FailedOutcome;
  /** One sentence or an error's message. */
  readonly reason: string;
  /** JSON text of a `StoredError`; null when nothing was thrown. */
  readonly error: string | null;
}

/** What people may decide about an action. */
export const interventionKinds = ["cancel", "skip", "retry", "force", "release", "undo"] as const;

/** A decision about an action, e.g. `retry`. */
export type InterventionKind = (typeof interventionKinds)[number];

/** What a person decided about an action. */
export interface Intervention {
  readonly kind: InterventionKind;
  readonly actor: string;
  readonly reason: string;
  readonly at: number;
  /** The action that `force` and `undo` added; null for others. */
  readonly made: number | null;
}

/** What a done action brought about. */
export type DoneEffect =
  | { readonly kind: "event"; readonly event: number; readonly type: string }
  | { readonly kind: "file" | "email"; readonly message: number; readonly state: string };

/** All there is to know of an action. */
export interface ActionDetail extends ActionRecord {
  /** What each condition said of the state at the event, and on which values. */
  readonly verdicts: readonly Verdict[];
  /** Attempts that failed, the first first. */
  readonly failures: readonly FailedAttempt[];
  readonly interventions: readonly Intervention[];
  readonly effects: readonly DoneEffect[];
  /** The action that a person forced or undid by adding this one; null when nobody did. */
  readonly madeFor: number | null;
}
