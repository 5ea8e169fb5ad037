import type { JudgedOutcome } from "../../../core/file/document.ts";
import type { Arrival, ReadFile, Recorded } from "./file-store.ts";

/** Where a file lay: the arrival of its container and its path in it. */
export interface PackedPlace {
  readonly container: string;
  readonly path: string;
}

/** A file of a container, read whole in memory. */
export interface PackedFile {
  readonly file: ReadFile;
  /** Null for the outermost container itself. */
  readonly place: PackedPlace | null;
}

/** Recording containers, the files that hold files. */
export interface ContainerStore {
  /**
   * Records a container and all that was in it in one commit: the outermost first, each after what it
   * lay in. When a container is not active, what was in it is left out. Gives what was recorded.
   */
  record(files: readonly PackedFile[]): Promise<Recorded[]>;
  /**
   * Begins a container too large for `record`: what is in it is added, and nothing of it counts until
   * `finish`. A container that repeats one that is active is settled at once. Without `bytes` they
   * are in the blob folder. What an earlier try at the same arrival left is dropped first.
   */
  begin(given: {
    readonly container: Arrival & { readonly bytes?: Uint8Array };
    readonly outcome: JudgedOutcome;
  }): Promise<Recorded>;
  /** Begins to take in what is in a container that the store has and that is not active. */
  reopen(container: number): Promise<void>;
  /** Adds small files of a container, each after what it was in. */
  add(given: { readonly container: number; readonly files: readonly PackedFile[] }): Promise<void>;
  /** Adds a large file, whose bytes are in the blob folder; its messages follow by `largeFiles.add` if it takes any. */
  beginMember(given: {
    readonly container: number;
    readonly place: PackedPlace;
    readonly file: Arrival;
    readonly outcome: JudgedOutcome;
  }): Promise<{ readonly id: number; readonly takesMessages: boolean }>;
  /** Makes a container and all in it active, in one transaction. `again`: what it is read as now, if it was reopened. */
  finish(given: {
    readonly container: number;
    readonly again?: { readonly outcome: JudgedOutcome; readonly occurredAt: number } | undefined;
  }): Promise<Recorded>;
}
