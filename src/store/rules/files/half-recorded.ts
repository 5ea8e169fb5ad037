import { hasError } from "../../../core/file/problem.ts";
import type { Likeness, StoredSameness } from "./likeness.ts";
import { problemsFrom } from "./prepared-file.ts";

/** A file of a container that is half recorded. */
export interface HalfRecorded extends Likeness, StoredSameness {
  readonly id: number;
  readonly container: number | null;
  readonly identity: string | null;
  readonly problems: string | null;
  readonly messages: number;
  readonly awaitingRelease: 0 | 1;
  readonly hasMessages: 0 | 1;
}

/** Whether a file has an error beside the one that it waits for a person because of. */
export function hasOwnError({ problems, awaitingRelease }: HalfRecorded): boolean {
  const errors = problemsFrom(problems).filter((one) => hasError([one]));
  return errors.length > awaitingRelease;
}
