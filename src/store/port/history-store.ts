import type { EventRevision } from "../../core/event/as-known.ts";
import type { EventRecord } from "../../core/event/event.ts";
import type { StoredBuild } from "../../core/process/stored-build.ts";
import type { LedgerRow } from "../../core/replay/judgement.ts";
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
  /** Every process with that key, whatever its type. */
  processesNamed(key: string): Promise<readonly ProcessName[]>;
  /** Everything that happened on each of the processes. */
  histories(processes: readonly number[]): Promise<ReadonlyMap<number, ProcessHistory>>;
  /** Every event of a process as it was recorded, void ones too, and what was said of them since. */
  recordedHistory(process: number): Promise<{
    readonly events: readonly EventRecord[];
    readonly revisions: readonly EventRevision[];
  }>;
  /** The last builds of those of the processes that have one. */
  storedBuilds(processes: readonly number[]): Promise<ReadonlyMap<number, StoredBuild>>;
  /** The ledger's rows of events, forced ones left out, by event. */
  ledgerRows(events: readonly number[]): Promise<ReadonlyMap<number, readonly LedgerRow[]>>;
}
