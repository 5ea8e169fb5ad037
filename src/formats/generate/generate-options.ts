/** What examples to make up. */
export interface GenerateOptions {
  /**
   * Messages; 1 when absent. A file has more where its flow cannot do with fewer, fewer where it holds no
   * more. Of a flow whose whole file is one message: how often its outermost groups without a limit occur.
   */
  readonly count?: number;
  /** One seed gives one example, whenever and wherever; `1` when absent. */
  readonly seed?: string;
  /** Says that it is live data (J1063), which a made-up file should say to nobody but a test; false when absent. */
  readonly live?: boolean;
}
