/** Wishes for a look at a channel now. They go through the store: who has one need not reach the daemon. */
export interface LookWishStore {
  /** Wishes for a look, and gives the wish's number: it grows with each. */
  wishForLook(channel: string): Promise<number>;
  /** The number of the last wish for each channel that one was ever made for. */
  lookWishes(): Promise<ReadonlyMap<string, number>>;
}
