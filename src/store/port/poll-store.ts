/** Requests of people to the daemon. They go through the store: who makes one need not reach the daemon. */
export interface PollStore {
  /** Requests a look at a channel, and gives the request's number: it grows with each. */
  request(channel: string): Promise<number>;
  /** The number of the last request for each channel that one was ever made for. */
  requested(): Promise<ReadonlyMap<string, number>>;
  /** Requests that the settings be read again. */
  requestReload(): Promise<number>;
  /** The number of the last request for that; 0 when there was none. */
  reloadRequested(): Promise<number>;
}
