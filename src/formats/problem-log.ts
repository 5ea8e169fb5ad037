import type { Problem } from "../core/problem.ts";
import { printable } from "./printable.ts";
import { type ProblemCode, problemCodes } from "./problem-codes.ts";

/** Most problems that are kept of one file. */
const most = 1000;

/** Where a problem is. */
export interface Place {
  readonly line: number | null;
  readonly group?: string | null;
  readonly field?: string | null;
  /** The text as found; cut and made printable here. */
  readonly value?: string | null;
}

/** Makes a problem; its severity is that of its code. */
export function problem(code: ProblemCode, place: Place, message: string): Problem {
  const { line, group = null, field = null, value = null } = place;
  return {
    code,
    severity: problemCodes[code].severity,
    line,
    group: group === null ? null : printable(group),
    field,
    value: value === null ? null : printable(value),
    message,
  };
}

/**
 * Keeps the problems of one file, those of its messages in lists of their own, within one limit: the
 * first 1,000 are kept, the rest counted. An error that is the first of its list is kept all the same,
 * since it decides whether the file or the message is let through.
 */
export class ProblemLog {
  readonly file: Problem[] = [];
  #kept = 0;
  #dropped = 0;
  #raised: ProblemCode | null = null;
  /** Lists that have an error: looked up, since a list may be long and its errors many. Most files need none. */
  #decided: WeakSet<Problem[]> | null = null;

  /** From here on, problems of this code are errors, whatever they usually are. */
  raise(code: ProblemCode): void {
    this.#raised = code;
  }

  /** Adds to a list; `make` is called only when the problem is kept. */
  add(list: Problem[], code: ProblemCode, make: () => Problem): void {
    const raised = code === this.#raised;
    const isError = raised || problemCodes[code].severity === "error";
    const decides = isError && this.#decided?.has(list) !== true;
    if (this.#kept >= most && !decides) {
      this.#dropped += 1;
      return;
    }
    if (decides) {
      this.#decided ??= new WeakSet();
      this.#decided.add(list);
    }
    this.#kept += 1;
    list.push(raised ? { ...make(), severity: "error" } : make());
  }

  /** The file's own problems in line order, those without a line last. */
  finish(): Problem[] {
    const all = inLineOrder(this.file);
    if (this.#dropped > 0) all.push(this.#more());
    return all;
  }

  #more(): Problem {
    const count = this.#dropped.toLocaleString("en-GB");
    return problem(
      "MORE_PROBLEMS",
      { line: null },
      `${count} more problems were found in this file and are not listed; mend the listed ones and read it again.`,
    );
  }
}

/** Sorted by line, those without one last; problems of one line stay as they were found. */
export function inLineOrder(problems: readonly Problem[]): Problem[] {
  if (problems.length < 2) return [...problems];
  const place = (one: Problem) => one.line ?? Number.MAX_SAFE_INTEGER;
  return problems.toSorted((a, b) => place(a) - place(b));
}
