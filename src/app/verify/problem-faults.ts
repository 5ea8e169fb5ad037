import type { Problem } from "../../core/file/problem.ts";
import { differences, type FieldDifference } from "../../core/replay/difference.ts";

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
