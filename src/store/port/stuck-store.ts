import type {
  MovedMessage,
  StuckFilter,
  StuckItem,
  StuckKey,
  StuckNote,
} from "../../core/stuck/stuck.ts";
import type { StuckCause } from "../stuck/stuck-causes.ts";

/** What needs a person, and what people said about it. */
export interface StuckStore {
  /** What is stuck, kind by kind, each in the order of its numbers. */
  list(filter?: StuckFilter): AsyncIterable<StuckItem>;
  /** What is stuck by its cause, the largest first; then what fails and is retried automatically. */
  causes(): Promise<StuckCause[]>;
  /** The items among these keys that are stuck, dismissed or not. */
  at(keys: readonly StuckKey[]): Promise<StuckItem[]>;
  /** Appends what a person says, in one transaction, with the moment it was said. */
  note(notes: readonly Omit<StuckNote, "at">[]): Promise<void>;
  /** What was said of a cause as a whole, the first first. */
  notesOfCause(cause: string): Promise<StuckNote[]>;
  /** All that was ever said of these items, whether they are stuck or no longer, the first first. */
  said(keys: readonly StuckKey[]): Promise<StuckNote[]>;
  /** What became of a message that is not there any more; null when nothing was ever said of such a one. */
  movedMessage(id: number): Promise<MovedMessage | null>;
}
