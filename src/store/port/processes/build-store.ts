import type { Deadline } from "../../../core/define/deadline.ts";
import type { EventRecord } from "../../../core/event/event.ts";
import type { PlannedAction } from "../../../core/process/plan.ts";
import type { StoredBuild } from "../../../core/process/stored-build.ts";

/** What was last built of a process. */
export interface CachedBuild {
  readonly definitionVersion: number;
  /** The newest event it holds, by recording; the actions of those up to it are planned. */
  readonly seq: number;
  /** Where in folding order its last event is: `foldPlace`. Null when it holds none. */
  readonly tail: string | null;
  /** JSON text; null while no build succeeded. */
  readonly state: string | null;
  /** True when the last try failed: then it lacks events that were looked at. */
  readonly failed: boolean;
}

/** A process to build: it has new events, or its past changed. */
export interface BuildTask {
  readonly process: number;
  readonly type: string;
  readonly key: string;
  readonly cached: CachedBuild | null;
  /** New events that are not void, in the order of recording. */
  readonly fresh: readonly EventRecord[];
  /** The newest of its events that were looked at, void ones included. */
  readonly upTo: number;
  /** Set when its past changed, or a person asks: it is to be built from the start. */
  readonly ticket: number | null;
  /**
   * Events that no build judged because they were void, or a deadline that turned out not to have passed,
   * and that may count now; absent when there are none.
   */
  readonly unjudged?: readonly number[];
  /** The new events are all that the process has, but for those void: it began with them, and none came since. */
  readonly isWhole?: boolean;
}

/** Some processes to build. */
export interface BuildBatch {
  /** How far events were looked at before this batch, and are with it. */
  readonly cursor: number;
  readonly next: number;
  /** The newest revision of any event when it was taken: later ones make a build stale. */
  readonly revision: number;
  readonly tasks: readonly BuildTask[];
}

/** A planned action as the ledger keeps it. */
export interface LedgerEntry extends Omit<PlannedAction, "verdicts"> {
  /** JSON text of the verdicts; null when there are no conditions. */
  readonly verdicts: string | null;
}

/** A build to save. */
export interface ProcessBuild {
  readonly task: BuildTask;
  readonly definitionVersion: number;
  readonly seq: number;
  readonly tail: string | null;
  readonly status: string;
  /** JSON text. */
  readonly state: string;
  readonly plans: readonly LedgerEntry[];
  readonly deadlines: readonly Deadline[];
  /** When its last event occurred, in milliseconds since 1970; 0 when it holds none. */
  readonly lastAt: number;
  /** Deadlines that passed and that the state, as it is known by now, never asked for: what they led to is cancelled. */
  readonly superseded: readonly number[];
  /** Deadlines that passed and count, as far as this build folded them. */
  readonly passed: readonly number[];
  /** Deadlines that have passed already are noted as missed, not fired. */
  readonly missesPassed: boolean;
}

/** A process that could not be built: its definition threw. It is tried again when it has a new event, or a person asks. */
export interface BuildFailure {
  readonly task: BuildTask;
  /** 0: there is no definition of its type. */
  readonly definitionVersion: number;
  /** What it threw, with its stack. */
  readonly error: string;
}

/** Building processes: which are to be built, and saving their builds with the actions that they plan. */
export interface BuildStore {
  /** Processes whose past changed, then those of the oldest events not looked at, of at most about `limit` events. */
  pending(limit: number): Promise<BuildBatch>;
  /**
   * Saves builds, plans their actions, once ever for each event, and brings their deadlines up to date,
   * in one transaction. A build that something happened to meanwhile is left out and comes again.
   * Returns how many actions are to be done.
   */
  save(given: {
    readonly batch: BuildBatch;
    readonly builds: readonly ProcessBuild[];
    readonly failures: readonly BuildFailure[];
  }): Promise<number>;
  /** Has processes built from the start again. */
  rebuild(processes: readonly number[]): Promise<void>;
  /** How many events are not looked at yet, and how many processes are to be built from the start. */
  backlog(): Promise<number>;
  /** The last builds of the processes, by process; nothing for one that has none. */
  stored(processes: readonly number[]): Promise<ReadonlyMap<number, StoredBuild>>;
}
