import type { ExpectedFile, ExpectedMoment } from "../../../core/process/expected.ts";

/** Files that are expected by a calendar. */
export interface ExpectedStore {
  /** The last moment noted of an expectation; null when it was never watched. */
  last(expectation: string): Promise<ExpectedMoment | null>;
  /** Notes that a file is watched for from now on. */
  begin(given: { readonly expectation: string; readonly now: number }): Promise<void>;
  /** Notes whether the file came that was due at a moment. */
  settle(given: {
    readonly expected: ExpectedFile;
    readonly dueAt: number;
  }): Promise<ExpectedMoment>;
  /** Looks for files that were missing and may have come late. Returns how many did. */
  recheck(expected: readonly ExpectedFile[]): Promise<number>;
}
