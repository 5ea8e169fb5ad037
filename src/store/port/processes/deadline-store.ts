import type { Deadline } from "../../../core/define/deadline.ts";

/** A deadline that has passed. */
export interface DueDeadline extends Deadline {
  /** When its event is to have occurred: when it was due, or right after what first asked for it if that was later. */
  readonly occurredAt: number;
  readonly id: number;
  readonly process: number;
  readonly processType: string;
  readonly key: string;
}

/** A deadline as it was kept. */
export interface DeadlineRecord {
  readonly id: number;
  readonly processType: string;
  readonly key: string;
  readonly eventType: string;
  /** Milliseconds since 1970. */
  readonly dueAt: number;
  readonly anchor: string;
  readonly state: "pending" | "fired" | "dropped" | "missed";
  /** The event that it became; null while it is none. */
  readonly event: number | null;
}

/** Deadlines of processes, and firing them. */
export interface DeadlineStore {
  /** Deadlines that have passed at `now`, the earliest first, after one of them when it is given. */
  due(given: {
    readonly now: number;
    readonly limit: number;
    readonly after?: DueDeadline | undefined;
  }): Promise<readonly DueDeadline[]>;
  /** When the next deadline passes, after a moment when it is given, in milliseconds since 1970; null when none is pending. */
  next(after?: number): Promise<number | null>;
  /**
   * Makes the deadlines events, in one transaction, each only if its process has nothing unbuilt: then its state still asks
   * for it. Returns how many.
   */
  fire(due: readonly DueDeadline[]): Promise<number>;
  /** Null when there is no deadline of that number. */
  get(id: number): Promise<DeadlineRecord | null>;
  /** Deadlines of a process, the first due first. */
  ofProcess(process: number): Promise<readonly DeadlineRecord[]>;
}
