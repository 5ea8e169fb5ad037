/** What a daemon last said of itself. */
export interface HeardDaemon {
  readonly text: string;
  /** How long ago, in milliseconds, by the clock of the store's server; null where only the text tells. */
  readonly agoMs: number | null;
  /** The machine that the daemon runs on, where the store may have several; else null. */
  readonly host: string | null;
  /** Whether who asks is that daemon. */
  readonly isOwn: boolean;
}

/** What the daemon last said of itself, for other programs to read. */
export interface HeartbeatStore {
  /**
   * Puts a text in place of the last, never half of one. `shorter` is the same with less in it, for where
   * there is no room for more than the last text took. Rejects when neither can be written.
   */
  write(said: { readonly text: string; readonly shorter: string }): Promise<void>;
  /** The last text of each daemon, those that live first; rejects when none can be read. */
  read(): Promise<readonly HeardDaemon[]>;
}
