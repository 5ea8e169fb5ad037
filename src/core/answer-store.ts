import type { FileRecord } from "./file.ts";

/** Files that came in and may have to be answered. */
export interface FilesToAnswer {
  /** The last file that was looked at; null when there is none to look at. */
  readonly upTo: number | null;
  /** Those of the family among them, those taken in as history left out. */
  readonly files: readonly FileRecord[];
}

/** Which files that came in are answered already. */
export interface AnswerStore {
  /**
   * The next files to look at, at most so many; none before one that is still being recorded. The first
   * time of all there are none: what came before anybody answered is not answered.
   */
  filesToAnswer(family: string, limit: number): Promise<FilesToAnswer>;
  /** They are answered, up to that one. */
  answered(upTo: number): Promise<void>;
}
