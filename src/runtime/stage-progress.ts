/** Called for what came through a stage, for whoever measures how long that takes. Never fails, and nobody waits for it. */
export interface StageProgress {
  /** All messages of these files are routed: their events are recorded. */
  routed(files: readonly number[]): void;
  /** Every event up to this one was looked at by a build that is saved. */
  built(event: number): void;
}
