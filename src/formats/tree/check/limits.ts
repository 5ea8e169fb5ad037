/** How much of one file is kept in memory at once. Smaller ones are for tests. */
export interface Limits {
  /** Bytes of one message's lines; a whole-file message keeps beyond it only what occurs once. */
  readonly messageBytes: number;
  /** Bytes of the groups above and beside messages that go into each message's data. */
  readonly sharedBytes: number;
}

/** What is kept in memory of a file that is read to be recorded. */
export const usualTreeLimits: Limits = { messageBytes: 8 * 1024 * 1024, sharedBytes: 64 * 1024 };

/** For a person who wants a file whole, whatever it takes. */
export const wholeTreeLimits: Limits = {
  messageBytes: Number.MAX_SAFE_INTEGER,
  sharedBytes: Number.MAX_SAFE_INTEGER,
};
