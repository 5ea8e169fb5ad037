import type { RoutableMessage } from "./route.ts";

/** Something in the store that is not as it must be. */
export interface Fault {
  /** Stable name of what is wrong, e.g. `HASH_DIFFERS`. */
  readonly code: string;
  /** What it is about, as people call it, e.g. `file 12`, `event 34`. */
  readonly about: string;
  /** One sentence. */
  readonly message: string;
}

/** Proving what a store holds. */
export interface VerifyStore {
  /** Looks at every table: whether rows fit each other as they must. */
  tableFaults(): AsyncIterable<Fault>;
  /** Messages of files that stand which are no event, wait for none, are in no line and failed nowhere. */
  unplacedMessages(): AsyncIterable<RoutableMessage>;
  /** Looks at every byte that was kept: whether its hash is what was recorded. */
  byteFaults(): AsyncIterable<Fault>;
}
