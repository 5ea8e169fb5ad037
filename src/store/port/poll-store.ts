/** Requests to look at a channel now. They go through the store: who makes one need not reach the daemon. */
export interface PollStore {
  /** Requests a look at a channel, and gives the request's number: it grows with each. */
  request(channel: string): Promise<number>;
  /** The number of the last request for each channel that one was ever made for. */
  requested(): Promise<ReadonlyMap<string, number>>;
}
