/** Files of a sender that are missing before one that is here. */
export interface SequenceGap {
  readonly id: number;
  /** Role letter and participant, e.g. `P:UDMS`. */
  readonly sender: string;
  readonly flow: string;
  /** The first and last missing numbers. */
  readonly from: number;
  readonly to: number;
  /** Milliseconds since 1970: when the first file beyond it came, and until when what follows waits. */
  readonly since: number;
  readonly givesUpAt: number;
  /** Channel that the file beyond it came by. */
  readonly channel: string;
}

/** What is missing in senders' sequences. */
export interface GapStore {
  /** The gaps there are now, the oldest first. */
  list(): Promise<readonly SequenceGap[]>;
}
