import type { FileState } from "../../../core/file/file.ts";
import { noFile } from "../../../core/refusal/no-file.ts";
import { RefusedError } from "../../../core/refusal/refused-error.ts";
import { type Advice, advice } from "../../../core/stuck/remedy.ts";
import type { ConflictDecision } from "../../port/files/file-store.ts";

/** One of two files with one identity. */
export interface FileAtOdds {
  readonly state: FileState;
  readonly otherFile: number | null;
}

/** A decision that was made about a conflict. */
export interface DecisionMade {
  readonly decision: ConflictDecision;
  readonly other: number | null;
}

/** What is known of a file that a person decides about. */
export interface ConflictSituation {
  readonly file: number;
  /** Null when there is no such file. */
  readonly second: FileAtOdds | null;
  /** The newest decision about it; null when there was none. */
  readonly made: DecisionMade | null;
  /** The other file of that decision; null when there is none. */
  readonly first: FileAtOdds | null;
}

/**
 * What a decision does. `withdraw`: an active file is withdrawn with its events. `set-aside`: one that
 * was never active is withdrawn. `stand`: it is active for the first time. `restore`: it is active as it was before the
 * decision that withdrew it. Null: it stays as it is.
 */
export interface ConflictSteps {
  readonly other: number | null;
  readonly first: "withdraw" | "restore" | null;
  readonly second: "withdraw" | "set-aside" | "stand" | "restore" | null;
}

/**
 * What a person's decision about two files with one identity does, whether it is the first or takes an
 * earlier one back; null when it was said already. Throws a `RefusedError` when there is nothing to decide, or
 * what was decided before does not hold any more.
 */
export function conflictSteps(
  situation: ConflictSituation,
  decision: ConflictDecision,
): ConflictSteps | null {
  const { file, second, made } = situation;
  if (second?.state === "duplicate") {
    // It is taken in when its bytes are read again, whose messages were never kept.
    if (decision !== "keep-both") throw onlyKept(file, decision);
    const other = second.otherFile;
    if (made?.decision === decision && made.other === other) return null;
    return { other, first: null, second: null };
  }
  const { other, firstStands, secondStands, isFirst } = pairOf(situation, decision);
  const keepsFirst = decision !== "replace";
  const keepsSecond = decision !== "keep-first";
  return {
    other,
    first: firstStands === keepsFirst ? null : keepsFirst ? "restore" : "withdraw",
    second: keepsSecond
      ? secondStands
        ? null
        : isFirst
          ? "stand"
          : "restore"
      : secondStands
        ? "withdraw"
        : "set-aside",
  };
}

/** Which of the two are active now, and whether nothing was decided before. */
function pairOf({ file, second, made, first }: ConflictSituation, decision: ConflictDecision) {
  if (second?.state === "conflict")
    return { other: second.otherFile, firstStands: true, secondStands: false, isFirst: true };
  if (second === null || made === null) throw notInConflict(file, second?.state);
  const { other } = made;
  if (made.decision === decision) throw decidedSo(file, decision);
  const firstStands = made.decision !== "replace";
  const secondStands = made.decision !== "keep-first";
  const holds =
    second.state === (secondStands ? "recorded" : "withdrawn") &&
    first?.state === (firstStands ? "recorded" : "withdrawn") &&
    (secondStands || second.otherFile === other) &&
    (firstStands || first.otherFile === file);
  if (!holds) throw changedSince(file, second.state, other, first?.state);
  return { other, firstStands, secondStands, isFirst: false };
}

/** That a file cannot be active again beside one that came since with its bytes. */
export function comeAgain(file: number, twin: number): RefusedError {
  return refused(
    file,
    `File ${file} cannot be reinstated: the same content was received again and is active as file ${twin}.`,
  );
}

function notInConflict(file: number, state: FileState | undefined): RefusedError {
  if (state === undefined) return noFile(file);
  return refused(
    file,
    `File ${file} is ${state}, not in conflict: there is nothing to decide.`,
    advice("`{}` shows the conflicts", { remedy: "list-stuck" }),
  );
}

function onlyKept(file: number, decision: ConflictDecision): RefusedError {
  return refused(
    file,
    `File ${file} repeats an active file: \`${decision}\` would change nothing. \`keep-both\` takes it in beside that one.`,
  );
}

function decidedSo(file: number, decision: ConflictDecision): RefusedError {
  return refused(
    file,
    `File ${file} was decided ${decision} already; another decision takes that back.`,
    advice("`{}` says by whom", { remedy: "show-file", file }),
  );
}

function changedSince(
  file: number,
  state: FileState,
  other: number | null,
  otherState: FileState | undefined,
): RefusedError {
  return refused(
    file,
    `File ${file} is ${state} and file ${other} ${otherState} by now, which is not how the decision about them left them: it cannot be taken back.`,
    advice("Declare single events void or not void instead: `{}`", {
      remedy: "void-event",
      event: null,
    }),
  );
}

function refused(file: number, sentence: string, remedy?: Advice): RefusedError {
  return new RefusedError("conflict", sentence, {
    about: `file ${file}`,
    ...(remedy !== undefined && { remedy }),
  });
}
