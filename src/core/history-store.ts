import type { EventRevision } from "./as-known.ts";
import type { ProcessHistory } from "./build-store.ts";
import type { EventRecord } from "./event.ts";
import type { LedgerRow } from "./replay/judgement.ts";

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

/** What is stored of a process: its last build, and how far things have gone since. */
export interface StoredBuild {
  readonly definitionVersion: number;
  /** The newest event it holds, by recording. */
  readonly seq: number;
  /** Null while no build succeeded. */
  readonly status: string | null;
  /** JSON text; null while no build succeeded. */
  readonly state: string | null;
  /** The place in folding order of the last event it holds; null when it holds none. */
  readonly tail: string | null;
  /** Why the last build failed; null when it did not. */
  readonly error: string | null;
  /** True while its past changed, or it was asked for anew, and it was not built since. */
  readonly waits: boolean;
  /** True when something was ever said of its events after they were recorded. */
  readonly revised: boolean;
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
