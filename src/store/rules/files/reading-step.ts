import type { FileState } from "../../../core/file/file.ts";

/** A file whose bytes were read again, and what people decided about it. */
export interface ReadFileRow {
  readonly state: FileState;
  /** A person took it in beside the file that it repeats or clashes with. */
  readonly isKept: boolean;
  /** A person let it through. */
  readonly isReleased: boolean;
  /** Some of it was accepted. */
  readonly isRouted: boolean;
}

/**
 * What a reading does to the file: `judge`: it is judged as if it came now; `mend`: what it has is made to say what
 * the reading says; `note`: only that it was read is noted, since it is no longer or not yet active, or the reading
 * would refuse a file that is.
 */
export type ReadingStep = "judge" | "mend" | "note";

/** What a reading of a file's bytes does to it. */
export function readingStep(
  { state, isKept }: Pick<ReadFileRow, "state" | "isKept">,
  { refused }: { readonly refused: boolean },
): ReadingStep {
  if (state === "rejected" || state === "conflict") return "judge";
  if (state === "duplicate") return isKept ? "judge" : "note";
  return state === "recorded" && !refused ? "mend" : "note";
}

/** Whether a file awaits release after a reading: not again where a person let it through, or some of it went through. */
export function awaitsReleaseAgain(
  { isReleased, isRouted }: Pick<ReadFileRow, "isReleased" | "isRouted">,
  { awaitingRelease }: { readonly awaitingRelease: boolean },
): boolean {
  return awaitingRelease && !isReleased && !isRouted;
}
