/** Files of a sender that are missing before one that is here. */
export interface SequenceGap {
  /** Role letter and participant, e.g. `P:UDMS`. */
  readonly sender: string;
  readonly flow: string;
  /** The first and last missing numbers. */
  readonly from: number;
  readonly to: number;
  /** Milliseconds since 1970: when the first file beyond it came, and when it is given up. */
  readonly since: number;
  readonly givesUpAt: number;
  /** Actions that wait for it. */
  readonly waiting: number;
}

/** What is missing in senders' sequences. */
export interface GapStore {
  /** Gaps that are not given up yet, the oldest first; of several of one sender and flow, the first. */
  gaps(): Promise<readonly SequenceGap[]>;
}
