import type { HighWater } from "./high-water.ts";
import type { DamagedRow } from "./verify-store.ts";

/** The state of the store itself: how far it has come, and whether it can be read. */
export interface HealthStore {
  /** Rows that reading came by since the store was opened and left out, since they cannot be read. */
  damage(): readonly DamagedRow[];
  /** How far the store has come, of what is on the disk. */
  highWater(): Promise<HighWater>;
  /** Which file of the store is gone from its path or is another than the open one; null when none is. */
  replaced(): string | null;
  /** When the last file or event was recorded, in milliseconds since 1970; 0 before the first. */
  lastRecordedAt(): Promise<number>;
  /** What is wrong with the pages of the store's file, in the words of its engine; reads all of it. Empty when they are whole. */
  damagedPages(): Promise<readonly string[]>;
  /**
   * Whether one daemon of the store hears at once what another publishes: tried with a message, for at most 2
   * seconds. False behind a pooler that gives sessions to transactions. A store of one daemon needs none: true.
   */
  hearsOthers(): Promise<boolean>;
}
