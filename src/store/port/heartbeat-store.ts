/** What the daemon last said of itself, for other programs to read. */
export interface HeartbeatStore {
  /**
   * Puts a text in place of the last, never half of one. `shorter` is the same with less in it, for where
   * there is no room for more than the last text took. Rejects when neither can be written.
   */
  write(said: { readonly text: string; readonly shorter: string }): Promise<void>;
  /** The last text; rejects when there is none, or none that can be read. */
  read(): Promise<string>;
}
