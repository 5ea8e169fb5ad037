/** A file of kept bytes outside the store. */
export interface OutsideFile {
  readonly kind: "blob" | "pack";
  /** SHA-256 that it is called by. */
  readonly name: string;
  /** SHA-256 that its bytes must have. */
  readonly hash: string;
}

/** A backup that was made. */
export interface MadeBackup {
  readonly path: string;
  /** The machine that the path is of. */
  readonly host: string;
  /** When the store was copied, in milliseconds since 1970. */
  readonly at: number;
}

/** Copies of the store. */
export interface BackupStore {
  /**
   * Notes that this program makes a backup: until it ends, or the program does, kept bytes outside the store stay
   * where they are. Gives what to end it by.
   */
  begin(given: { readonly path: string; readonly host: string }): Promise<number>;
  /** Notes that it is made, or that it is not to be. */
  end(given: { readonly backup: number; readonly isMade: boolean }): Promise<void>;
  /** The backups that were made, the first first; whether they are still there nobody knows. */
  made(): Promise<readonly MadeBackup[]>;
  /** Copies the store as it is now into a file that is not there, while others go on. Rejects with a `StoreError`. */
  copyTo(path: string): Promise<void>;
  /** What is outside the store: the bytes of large files, and packs. */
  outside(): AsyncIterable<OutsideFile>;
}
