import type { RoutableMessage } from "../../core/event/route.ts";
import type { Advice } from "../../core/stuck/remedy.ts";

/** Something in the store that is not as it must be. */
export interface Fault {
  /** Stable name of what is wrong, e.g. `HASH_DIFFERS`. */
  readonly code: string;
  /** What it is about, as people call it, e.g. `file 12`, `event 34`. */
  readonly about: string;
  /** One sentence. */
  readonly message: string;
  /** What a person can do; absent where the message says all. */
  readonly remedy?: Advice;
  /** Nothing is damaged: it was read by other definitions than today's, and they say something else. */
  readonly drift?: true;
}

/** What the store's rows say of a file beyond `FileRecord`. */
export interface FileAsStored {
  readonly identity: string | null;
  /** Messages with an error of their own, whether the file awaits release or not. */
  readonly invalid: number;
  /** Its problems, without those of its messages unless it is refused: JSON; null when there are none. */
  readonly problems: string | null;
  /** What each reading of it was read with; null where that is not known. */
  readonly marks: readonly (string | null)[];
}

/** A row that could not be read, where it was come by. */
export interface DamagedRow {
  /** As people call it, e.g. `file 12`. */
  readonly about: string;
  readonly why: string;
}

/** Proving what a store holds. */
export interface VerifyStore {
  /** Looks at every table: whether rows fit each other as they must. */
  tables(): AsyncIterable<Fault>;
  /** Looks at every byte that was kept: whether its hash is what was recorded. */
  bytes(): AsyncIterable<Fault>;
  /** Messages of active files which are no event, wait for none, are in no line and failed nowhere. */
  unplacedMessages(): AsyncIterable<RoutableMessage>;
  /** What the rows say of a file beyond its record. */
  fileAsStored(file: number): Promise<FileAsStored>;
}
