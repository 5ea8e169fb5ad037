/** Which parts of the work a daemon has. */
export interface SharedWork {
  readonly mine: readonly string[];
  /** Of these, what is to be finished and given back, since another daemon has less to do. */
  readonly tooMany: readonly string[];
}

/**
 * Leases on parts of the work, of a store that several daemons share: each channel, and each stage that one daemon does
 * at a time. A lease is its daemon's until that gives it back or is silent for too long.
 */
export interface WorkLeaseStore {
  /**
   * Takes what is free, as far as no other daemon that could do it has less, and over what daemons had that are silent.
   * `wants`: the parts that this daemon could do. Rejects with a `StoreError`, `lost`, when it was replaced.
   */
  share(wants: readonly string[]): Promise<SharedWork>;
  /** Tells all other daemons a short text; one that does not hear it looks for itself now and then. */
  tell(text: string): Promise<void>;
  /** Hears what other daemons tell until the signal is aborted. */
  hear(onTold: (text: string) => void, signal: AbortSignal): Promise<void>;
  /** Gives a part back, of which nothing may be in flight. */
  giveBack(part: string): Promise<void>;
}
