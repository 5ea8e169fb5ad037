import type { EventRevision } from "../../../core/event/as-known.ts";
import type { EventRecord } from "../../../core/event/event.ts";
import type { BroughtFilter } from "../events/event-store.ts";

/** Everything that happened on a process. */
export interface ProcessHistory {
  /** Events that are not void, in folding order. */
  readonly events: readonly EventRecord[];
  /** The newest of its events, void ones included; 0 when there are none. */
  readonly upTo: number;
}

/** A process by its number and by what people call it. */
export interface ProcessName {
  readonly process: number;
  readonly type: string;
  readonly key: string;
}

/** Which processes are wanted; all when absent. */
export interface ProcessFilter {
  readonly type?: string;
  /** Only those with an event recorded at or after this moment, in milliseconds since 1970. */
  readonly since?: number;
}

/** A process as lists show it. */
export interface ProcessSummary {
  /** Its number. */
  readonly process: number;
  readonly type: string;
  readonly key: string;
  /** As last built; null when it was not built yet, or could not be. */
  readonly status: string | null;
  readonly events: number;
  /** Milliseconds since 1970: `occurredAt` of its earliest and latest event. */
  readonly firstAt: number;
  readonly lastAt: number;
}

/** Which processes a list is of; all when nothing is said. */
export interface ListedProcesses {
  readonly type?: string | undefined;
  readonly status?: string | undefined;
  readonly withEvents?: BroughtFilter | undefined;
  /** Only those with numbers above this one. */
  readonly after?: number | undefined;
  /** Only those with numbers below this one. */
  readonly before?: number | undefined;
  /** At most this many, the first; all when absent. */
  readonly limit?: number | undefined;
}

/** Reading processes and all that happened on them. */
export interface ProcessStore {
  /** All processes, or those of one type, with one status, or with such events, in the order of their numbers. */
  list(wanted?: ListedProcesses): AsyncIterable<ProcessSummary>;
  /** The highest number of a process; 0 when there is none. */
  highest(): Promise<number>;
  /** Every process with that key, whatever its type, as lists show it. */
  withKey(key: string): Promise<ProcessSummary[]>;
  /** The names of every process with that key, whatever its type. */
  named(key: string): Promise<readonly ProcessName[]>;
  /** Processes with numbers after one, in the order of their numbers. */
  after(given: {
    readonly after: number;
    readonly limit: number;
    readonly filter?: ProcessFilter | undefined;
  }): Promise<readonly ProcessName[]>;
  /** Everything that happened on a process. */
  history(process: number): Promise<ProcessHistory>;
  /** Everything that happened on each of the processes. */
  histories(processes: readonly number[]): Promise<ReadonlyMap<number, ProcessHistory>>;
  /** Every event of a process as it was recorded, void ones too, and what was said of them since. */
  recordedHistory(process: number): Promise<{
    readonly events: readonly EventRecord[];
    readonly revisions: readonly EventRevision[];
  }>;
}
