import type { Problem } from "./problem.ts";

/** What is made of a sender's sequence numbers. */
export interface SequenceRule {
  /** `strict`: a gap, a repeat or a step back refuses the file. `warn`: noted. `off`: not looked at. */
  readonly check: "strict" | "warn" | "off";
  /** Whether what comes after a missing number waits for it. */
  readonly onGap: "wait" | "pass";
  /** How long a gap is waited for, in milliseconds; then it is given up. */
  readonly waitForMs: number;
}

/** A gap is waited for so long unless its rule says otherwise, in milliseconds: a day. */
export const usualWaitForMs = 24 * 60 * 60 * 1000;

/** The number that a file says it is among its sender's files of the flow, and what is made of it. */
export interface SequenceClaim {
  readonly number: number;
  readonly check: Exclude<SequenceRule["check"], "off">;
  readonly onGap: SequenceRule["onGap"];
  readonly waitForMs: number;
}

/** What is known of the numbers of the same sender and flow, the file itself left aside. */
export interface KnownNumbers {
  /** Null: it is the first. */
  readonly highest: number | null;
  /** An active file with the same number. */
  readonly same: number | null;
  /** Some file, refused ones too, has the number: it is not missing. */
  readonly filled: boolean;
}

/** Most numbers that a gap names one by one. */
const mostNamed = 10;

/**
 * What is wrong with the number, if anything is. A number that only a refused file has may come again:
 * that is how a fixed file is sent.
 */
export function judgeSequence(claim: SequenceClaim, known: KnownNumbers): Problem | null {
  const { number } = claim;
  const { highest, same, filled } = known;
  if (same !== null)
    return problem(
      claim,
      "SEQUENCE_REPEAT",
      `File ${same} is active with the same sequence number ${number} and other bytes; ask the sender which of the two is meant.`,
    );
  if (highest === null || filled) return null;
  if (number > highest + 1)
    return problem(
      claim,
      "SEQUENCE_GAP",
      `Sequence gap: the number is ${number}, the last was ${highest}; ${missing(highest + 1, number - 1)}. Ask the sender for what is missing.`,
    );
  if (number <= highest)
    return problem(
      claim,
      "SEQUENCE_OVERTAKEN",
      `The sequence number is ${number}, and ${highest} is here already: the file was overtaken, or the sender counts anew.`,
    );
  return null;
}

function missing(from: number, to: number): string {
  const count = to - from + 1;
  if (count > mostNamed)
    return `${from} to ${to} are missing, ${count.toLocaleString("en-GB")} files`;
  const numbers = Array.from({ length: count }, (_, index) => String(from + index));
  return count === 1 ? `${from} is missing` : `${numbers.join(", ")} are missing`;
}

type SequenceCode = "SEQUENCE_GAP" | "SEQUENCE_REPEAT" | "SEQUENCE_OVERTAKEN";

function problem({ check, number }: SequenceClaim, code: SequenceCode, message: string): Problem {
  const severity = check === "strict" ? "error" : "warning";
  const value = String(number);
  return { code, severity, line: null, group: null, field: null, value, message };
}

/** Whether the problem is one that `judgeSequence` found. */
export function isSequenceProblem({ code }: Pick<Problem, "code">): boolean {
  return code.startsWith("SEQUENCE_");
}
