/** The numbers of outbound files, by the series that they run on in. */
export interface NumberStore {
  /** The number last given in a series; 0 before the first. */
  last(series: string): Promise<number>;
  /**
   * The next number of a series is `next`: those between count as given, for files that the store does not
   * know. `moved` is false, and nothing is changed, where that would not go on. `last`: the last one before.
   */
  move(given: {
    readonly series: string;
    readonly next: number;
    readonly actor: string;
    readonly reason: string;
  }): Promise<{ readonly moved: boolean; readonly last: number }>;
}
