import type { Problem } from "../../core/file/problem.ts";
import { isSequenceProblem } from "../../core/file/sequence.ts";
import { differences, type FieldDifference } from "../../core/replay/difference.ts";
import { problemCodes } from "../../formats/problem-codes.ts";

/**
 * Problems that a reader finds in the kept bytes and that the row of their file has not, word for word. What else
 * the row has was said by settings and by other files, which may be others today.
 */
export function missingProblems(
  stored: string | null,
  read: readonly Problem[],
): FieldDifference[] {
  const kept = problemsIn(stored);
  if (kept === null) return [{ path: "problems", from: stored, to: JSON.stringify(read) }];
  const texts = new Set(kept.map((one) => JSON.stringify(one)));
  const missing = read.find((one) => !texts.has(JSON.stringify(one)));
  if (missing === undefined) return [];
  const path = `problem ${missing.code}${missing.line === null ? "" : ` of line ${missing.line}`}`;
  const alike = kept.find(
    (one) =>
      isAt(one, missing) && !read.some((other) => JSON.stringify(other) === JSON.stringify(one)),
  );
  if (alike !== undefined) return differences(alike, missing, path);
  return [{ path, from: null, to: missing.message }];
}

/** Problems whose words have in them what settings say, so that they may be others today. */
const wordedBySettings: ReadonlySet<string> = new Set(["NOT_FOR_US"]);

/**
 * Problems of a row that no reader found, beside what is made of its file today. One that is not said today was said
 * by other settings or other files; one that is, has to have the same words, and each has a code that there is.
 */
export function alteredProblems(
  stored: string | null,
  read: readonly Problem[],
  judged: readonly Problem[],
): FieldDifference[] {
  const textsRead = new Set([...read, ...judged].map((one) => JSON.stringify(one)));
  const kept = problemsIn(stored) ?? [];
  const textsKept = new Set(kept.map((one) => JSON.stringify(one)));
  const open = judged.filter((one) => !textsKept.has(JSON.stringify(one)));
  return kept.flatMap((one) => {
    if (textsRead.has(JSON.stringify(one))) return [];
    const code = codeOf(one);
    if (code === null || !(isProblemCode(code) || isSequenceProblem({ code })))
      return [{ path: "code of a problem", from: code, to: null }];
    if (wordedBySettings.has(code)) return [];
    const same = open.find((other) => other.code === code && isAt(one, other));
    // Whether it is an error may be for other settings to say.
    return same === undefined
      ? []
      : differences(one, same, `problem ${code}`).filter(({ path }) => !path.endsWith("severity"));
  });
}

function isProblemCode(code: string): boolean {
  return Object.hasOwn(problemCodes, code);
}

function codeOf(one: unknown): string | null {
  return typeof one === "object" && one !== null && "code" in one && typeof one.code === "string"
    ? one.code
    : null;
}

function isAt(one: unknown, { code, line }: Problem): boolean {
  return typeof one === "object" && one !== null && "code" in one && "line" in one
    ? one.code === code && one.line === line
    : false;
}

function problemsIn(text: string | null): unknown[] | null {
  if (text === null) return [];
  try {
    const kept: unknown = JSON.parse(text);
    return Array.isArray(kept) ? kept : null;
  } catch {
    return null;
  }
}
