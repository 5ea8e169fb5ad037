/** Copies of the store. */
export interface BackupStore {
  /** Copies the store as it is now into a file that is not there, while others go on. Rejects with a `StoreError`. */
  copyTo(path: string): Promise<void>;
  /** The hashes of what lies outside the store, in the folder for the bytes of large files. */
  blobs(): AsyncIterable<string>;
}
