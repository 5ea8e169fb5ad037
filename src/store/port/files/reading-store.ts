import type { JudgedOutcome, Message } from "../../../core/file/document.ts";
import type { Recorded } from "./file-store.ts";

/** Reading kept bytes again: the newer reading replaces what was read from them before. */
export interface ReadingStore {
  /**
   * Replaces what was read from a file by a newer reading of the same bytes, in one transaction. A refused or conflicting
   * file is judged anew. In an active file, messages that have events keep them, the others are
   * replaced and wait for routing again. A withdrawn file stays as it is, and so does a
   * sighting unless a person said that it is kept.
   */
  record(given: {
    readonly file: number;
    readonly outcome: JudgedOutcome;
    readonly messages: readonly Message[];
    readonly occurredAt: number;
  }): Promise<Recorded>;
  /**
   * Begins another reading of a file too large for `record`: messages are added in order, and nobody sees
   * anything of it before `finish`. What an earlier try left is dropped first.
   */
  begin(file: number): Promise<void>;
  /** Adds the next messages to a reading that was begun. */
  add(given: { readonly file: number; readonly messages: readonly Message[] }): Promise<void>;
  /** Puts the reading in place of what was read before, as `record` does, all at once. */
  finish(given: {
    readonly file: number;
    readonly outcome: JudgedOutcome;
    readonly occurredAt: number;
  }): Promise<Recorded>;
}
