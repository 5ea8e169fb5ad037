import type { ProcessHistory } from "./build-store.ts";

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

/** Reading many processes whole, as fast as the disk and memory give them. */
export interface HistoryStore {
  /** Processes with numbers after one, in the order of their numbers. */
  processesAfter(
    after: number,
    limit: number,
    filter?: ProcessFilter,
  ): Promise<readonly ProcessName[]>;
  /** Everything that happened on each of the processes. */
  histories(processes: readonly number[]): Promise<ReadonlyMap<number, ProcessHistory>>;
}
