import type {
  ActionDetail,
  ActionRecord,
  ActionState,
  FailedOutcome,
  InterventionKind,
} from "../../../core/action/ledger.ts";
import type { EventRecord } from "../../../core/event/event.ts";
import type { Slice } from "../../../core/list/slice.ts";
import type { Outgoing } from "../../../core/outbound/outgoing.ts";
import type { LedgerRow } from "../../../core/replay/judgement.ts";
import type { CountLimit } from "../../../core/text/capped-count.ts";
import type { Consequence, JudgedAction } from "../events/consequence.ts";
import type { CachedBuild } from "../processes/build-store.ts";

/** The actions of one name on processes of one type: what limits and settings are about. */
export interface ActionQueue {
  readonly processType: string;
  readonly name: string;
}

/** How many more actions may be started now. */
export interface ActionRoom {
  readonly inAll: number;
  /** Of each queue that is not listed. */
  readonly others: number;
  readonly queues: readonly (ActionQueue & { readonly room: number })[];
}

/** An action taken to be run. */
export interface ClaimedAction extends ActionQueue {
  readonly id: number;
  /** Which attempt it is, from 1; with the lease's token it is what the attempt's end must show. */
  readonly attempt: number;
  /** Which attempt it is since a person last had it tried again, from 1. */
  readonly tries: number;
  /** The row of the process. */
  readonly process: number;
  readonly key: string;
  readonly event: EventRecord;
  /** What was last built of its process; null when nothing was that its events can be folded onto. */
  readonly build: ClaimedBuild | null;
}

/** What was last built of a process whose action is to be run. */
export interface ClaimedBuild extends Pick<CachedBuild, "definitionVersion" | "state"> {
  /** Events recorded since, in folding order, where there are any; `tail` is the place that they are to fold after. */
  readonly since?: { readonly tail: string | null; readonly events: readonly EventRecord[] };
}

/** A follow-up event, checked against its type. */
export interface ReadyEvent {
  readonly kind: "event";
  readonly processType: string;
  readonly key: string;
  readonly type: string;
  readonly version: number;
  /** JSON text. */
  readonly data: string;
}

/** What an action brings about, ready to be committed with its "done". */
export type ReadyEffect = ReadyEvent | Outgoing;

/** An attempt that ended, under the lease that it was begun under. */
export type EndedAttempt = Pick<ClaimedAction, "id" | "attempt" | "process" | "event"> &
  (
    | { readonly outcome: "done"; readonly effects: readonly ReadyEffect[] }
    | {
        readonly outcome: FailedOutcome;
        readonly reason: string;
        /** JSON text of a `StoredError`; null when nothing was thrown. */
        readonly error: string | null;
        /** Tried again after so many milliseconds; null: it needs a person. */
        readonly retryInMs: number | null;
      }
  );

/** One turn of whoever runs actions: what ended, and how much more it can take. */
export interface ActionTurn {
  /** The token of its lease. */
  readonly token: number;
  readonly ended: readonly EndedAttempt[];
  readonly room: ActionRoom;
}

/** What a turn came to. */
export interface TurnTaken {
  readonly claimed: readonly ClaimedAction[];
  /** Actions whose attempt counted for nothing: somebody else has taken them, or they were decided about. */
  readonly lost: readonly number[];
  /** Events that were recorded. */
  readonly events: number;
  /** Outbound messages that it asked for. */
  readonly outgoing: number;
  /** Milliseconds until the next action falls due; 0 when there are more now, null when none is known of. */
  readonly nextInMs: number | null;
}

/** What a person decides; `opposite` is the name of the action that undoes the one in question. */
export type ActionDecision =
  | { readonly kind: Exclude<InterventionKind, "undo"> }
  | { readonly kind: "undo"; readonly opposite: string };

/** Which actions are wanted; all when nothing is said. */
export interface ActionFilter extends Slice {
  readonly state?: ActionState | "failing";
  readonly name?: string;
  readonly processType?: string;
  readonly key?: string;
}

/** The ledger of actions: claiming those that are due, and what people see and decide of them. */
export interface ActionStore {
  /**
   * Commits what ended, with its effects, and claims the actions that are due, the oldest first, in one
   * transaction. At most one of a process is running at any time. What people hold is left out. Rejects
   * whole when an effect cannot be recorded.
   */
  claim(turn: ActionTurn): Promise<TurnTaken>;
  /** Null when there is no action of that number. */
  get(id: number): Promise<ActionDetail | null>;
  /** Actions in the order of their numbers; of those that are stuck a limit gives the oldest. */
  list(filter?: ActionFilter): AsyncIterable<ActionRecord>;
  /**
   * Does what a person decided, in one transaction, noted with who and why. `cancel`, `skip`: it is not to be done. `retry`:
   * a failed one is tried again. `release`: one that needs review is done. `force`: one that ended is done once
   * more, as a new row. `undo`: the opposite of a done one is planned. Gives the action, or the one added.
   */
  decide(given: {
    readonly id: number;
    readonly decision: ActionDecision;
    readonly actor: string;
    readonly reason: string;
  }): Promise<ActionRecord>;
  /**
   * Has all failed actions of a queue tried again, or of that name whatever the type, in one transaction.
   * Returns how many.
   */
  retryFailed(given: {
    readonly queue: Pick<ActionQueue, "name"> & Partial<ActionQueue>;
    readonly actor: string;
    readonly reason: string;
  }): Promise<number>;
  /** How many actions are planned, running, failed and in need of review; those that ended are not counted. */
  counts(limit?: CountLimit): Promise<Readonly<Partial<Record<ActionState, number>>>>;
  /** The ledger's rows of events, forced ones left out, by event. */
  ledger(events: readonly number[]): Promise<ReadonlyMap<number, readonly LedgerRow[]>>;
  /** The ledger's rows of an event, in the order they were planned. */
  ofEvent(seq: number): Promise<readonly Consequence[]>;
  /** The ledger's rows of a process as they were first judged, in the order they were planned. */
  judged(given: {
    readonly processType: string;
    readonly key: string;
  }): Promise<readonly JudgedAction[]>;
}
