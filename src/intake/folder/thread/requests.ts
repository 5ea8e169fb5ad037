import type { FolderChannel } from "../../../config/channel/channel.ts";
import type { Archived } from "../settle.ts";
import type { ReadingsTable } from "./readings-table.ts";
import type { NameTable, ReadyTable } from "./ready-table.ts";

/** Sources of recorded files as columns: see `SourceRead`. */
export interface SourceTable {
  readonly names: NameTable;
  /** SHA-256 of each as it was read, 64 hexadecimal digits. */
  readonly hashes: readonly string[];
  /** The signature of each, in four numbers; null for those that were read before a crash. */
  readonly signatures: Float64Array | null;
  /** Places of those that were refused. */
  readonly refused: ReadonlySet<number>;
}

/** A claim whose files the thread works on. */
interface OfClaim {
  readonly channel: FolderChannel;
  readonly id: string;
}

/** What the thread for files is asked to do. */
export type FileTask = OfClaim &
  (
    | { readonly kind: "take"; readonly files: ReadyTable }
    | { readonly kind: "archive"; readonly sources: SourceTable }
  );

/** A task with the number that its answer comes by. */
export type FileRequest = FileTask & { readonly number: number };

/** What it answers. */
export type FileAnswer = { readonly number: number } & (
  | {
      readonly kind: "taken";
      /** Places of the files that were claimed. */
      readonly claimed: Uint32Array;
      readonly failures: readonly { readonly at: number; readonly reason: string }[];
      readonly readings: ReadingsTable;
    }
  | { readonly kind: "archived"; readonly fates: readonly Archived[] }
  | { readonly kind: "failed"; readonly error: Error; readonly code: string | null }
);
