/** What is stored of a process: its last build, and how far things have gone since. */
export interface StoredBuild {
  readonly definitionVersion: number;
  /** The newest event it holds, by recording. */
  readonly seq: number;
  /** Null while no build succeeded. */
  readonly status: string | null;
  /** JSON text; null while no build succeeded. */
  readonly state: string | null;
  /** The place in folding order of the last event it holds; null when it holds none. */
  readonly tail: string | null;
  /** Why the last build failed; null when it did not. */
  readonly error: string | null;
  /** True while its past changed, or it was asked for anew, and it was not built since. */
  readonly waits: boolean;
  /** True when something was ever said of its events after they were recorded. */
  readonly revised: boolean;
}
