import { type Envelope, isTestData } from "../../../core/file/envelope.ts";
import type { IdentityVerdict } from "../../../core/file/identity.ts";
import { hasError, type Problem } from "../../../core/file/problem.ts";
import { judgeSequence, type SequenceClaim } from "../../../core/file/sequence.ts";

/** What a store answers about a file that came, beside those that it has. */
export interface FileQuestions<Reading> {
  /** Whether it repeats one that is active or is in conflict with one. */
  identity(reading: Reading): IdentityVerdict;
  /** What is wrong with its number in its sender's sequence, if anything is. */
  sequence(reading: Reading): Problem | null;
  /** The reading with a problem more. */
  noted(reading: Reading, problem: Problem): Reading;
}

/** What becomes of a file beside those that the store has. */
export interface JudgedFile<Reading> {
  readonly verdict: IdentityVerdict;
  /** With what is wrong with its place in a sequence. */
  readonly reading: Reading;
  /** Its number in a sequence has come with it. */
  readonly fills: boolean;
}

/**
 * Judges a file by identity and by its place in its sender's sequence. A number is not used up by a file
 * that is refused for it, nor by a sighting. Identity goes first: a file that is in conflict is a person's to
 * decide whatever its number, of which only a warning is noted.
 */
export function fileVerdict<Reading extends { readonly sequence: SequenceClaim | null }>(
  ask: FileQuestions<Reading>,
  reading: Reading,
): JudgedFile<Reading> {
  const verdict = ask.identity(reading);
  if (!hasNumberToJudge(verdict, reading)) return { verdict, reading, fills: false };
  const judged = withNumber({ verdict, reading, problem: ask.sequence(reading) }, ask.noted);
  return judged.isRefused ? { ...judged, verdict: ask.identity(judged.reading) } : judged;
}

/** Whether the place of a file in its sender's sequence is to be looked at, after its identity was. */
export function hasNumberToJudge(
  { state }: IdentityVerdict,
  { sequence }: { readonly sequence: SequenceClaim | null },
): boolean {
  return sequence !== null && state !== "duplicate";
}

/** A file that was judged by its identity, with what is wrong with its number, if anything is. */
interface NumberedFile<Reading> {
  readonly verdict: IdentityVerdict;
  readonly reading: Reading;
  readonly problem: Problem | null;
}

/** Judges a file by its number, too. One that is refused for it has to be judged by its identity again. */
export function withNumber<Reading>(
  { verdict, reading, problem }: NumberedFile<Reading>,
  note: FileQuestions<Reading>["noted"],
): JudgedFile<Reading> & { readonly isRefused: boolean } {
  if (problem === null) return { verdict, reading, fills: true, isRefused: false };
  if (verdict.state === "conflict") {
    const warning = { ...problem, severity: "warning" } as const;
    return { verdict, reading: note(reading, warning), fills: true, isRefused: false };
  }
  const isRefused = hasError([problem]);
  return { verdict, reading: note(reading, problem), fills: !isRefused, isRefused };
}

/** A file with the number of another, and whether it is active and has the same bytes. */
export interface SameNumber {
  readonly file: number;
  readonly stands: boolean;
  readonly isSameBytes: boolean;
}

/** What is wrong with the number of a file, beside the highest of its series and those with the same one. */
export function numberVerdict(
  claim: SequenceClaim,
  highest: number | null,
  others: readonly SameNumber[],
): Problem | null {
  const other = others.find(({ stands, isSameBytes }) => stands && !isSameBytes);
  return judgeSequence(claim, { highest, same: other?.file ?? null, filled: others.length > 0 });
}

/** Whose sequence a file is in. Test data is numbered apart from live data, as partners do (decision 0012). */
export function numberedSender(envelope: Envelope): string {
  const { from } = envelope;
  const sender = `${from.role ?? ""}:${from.participant ?? ""}`;
  return isTestData(envelope) ? `${sender} (test data)` : sender;
}
