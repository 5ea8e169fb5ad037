import type { Problem } from "../core/file/problem.ts";
import { printable } from "./printable.ts";
import { type ProblemCode, problemCodes } from "./problem-codes.ts";

/** Most errors that are kept of one file, and most warnings. */
const most = 1000;

/** Where a problem is. */
export interface ProblemPlace {
  readonly line: number | null;
  readonly group?: string | null;
  readonly field?: string | null;
  /** The text as found; cut and made printable here. */
  readonly value?: string | null;
  /** What kind of thing was found, e.g. `binary`: each is a cause of its own. */
  readonly kind?: string;
}

/** Makes a problem; its severity is that of its code. */
export function problem(code: ProblemCode, place: ProblemPlace, message: string): Problem {
  const { line, group = null, field = null, value = null, kind } = place;
  return {
    code,
    severity: problemCodes[code].severity,
    line,
    group: group === null ? null : printable(group),
    field,
    value: value === null ? null : printable(value),
    ...(kind !== undefined && { kind }),
    message,
  };
}

interface Tally {
  kept: number;
  dropped: number;
}

/**
 * Keeps the problems of one file, those of its messages in lists of their own, within limits: the first
 * 1,000 errors and the first 1,000 warnings are kept, the rest counted. The first error of each code in a
 * list is kept all the same: every reason is named, and it decides whether file or message is accepted.
 */
export class ProblemLog {
  readonly file: Problem[] = [];
  readonly #errors: Tally = { kept: 0, dropped: 0 };
  readonly #warnings: Tally = { kept: 0, dropped: 0 };
  #raised: readonly ProblemCode[] = [];
  #eased: readonly ProblemCode[] = [];
  /** Codes of the errors in a list: looked up, since a list may be long. Few files have so many errors. */
  #named: WeakMap<readonly Problem[], Set<string>> | null = null;

  /** From here on, problems of these codes are errors, whatever they usually are. */
  raise(codes: readonly ProblemCode[]): void {
    this.#raised = [...this.#raised, ...codes];
  }

  /** From here on, problems of these codes are warnings, whatever they usually are. */
  ease(codes: readonly ProblemCode[]): void {
    this.#eased = [...this.#eased, ...codes];
  }

  /** Whether problems of this code are warnings here though they are usually errors. */
  isEased(code: ProblemCode): boolean {
    return this.#eased.includes(code);
  }

  /** Whether problems of this code are errors here though they are usually none. */
  isRaised(code: ProblemCode): boolean {
    return this.#raised.includes(code);
  }

  /** Adds to a list; `make` is called only when the problem is kept, and given whether its code is raised. */
  add(list: Problem[], code: ProblemCode, make: (raised: boolean) => Problem): void {
    const raised = this.isRaised(code);
    const eased = this.isEased(code);
    const isError = raised || (problemCodes[code].severity === "error" && !eased);
    if (!this.#hasRoom(list, code, isError)) return;
    const made = make(raised);
    list.push(raised || eased ? { ...made, severity: isError ? "error" : "warning" } : made);
  }

  /** Adds a problem that was found already, such as one of a message that is let go. */
  keep(list: Problem[], found: Problem): void {
    if (this.#hasRoom(list, found.code, found.severity === "error")) list.push(found);
  }

  /** Counts a problem as kept or dropped, and says which. */
  #hasRoom(list: readonly Problem[], code: string, isError: boolean): boolean {
    const tally = isError ? this.#errors : this.#warnings;
    const hasRoom = tally.kept < most || (isError && this.#isFirst(list, code));
    if (hasRoom) tally.kept += 1;
    else tally.dropped += 1;
    return hasRoom;
  }

  /** Whether a list has no error of the code yet. Asked only when no more are kept than those. */
  #isFirst(list: readonly Problem[], code: string): boolean {
    this.#named ??= new WeakMap();
    const known = this.#named.get(list);
    const codes = known ?? new Set(list.map((one) => one.code));
    if (known === undefined) this.#named.set(list, codes);
    if (codes.has(code)) return false;
    codes.add(code);
    return true;
  }

  /** The file's own problems in line order, those without a line last. */
  finish(): Problem[] {
    const all = inLineOrder(this.file);
    if (this.#errors.dropped + this.#warnings.dropped > 0) all.push(this.#more());
    return all;
  }

  #more(): Problem {
    const [errors, warnings] = [this.#errors.dropped, this.#warnings.dropped];
    const said = [
      ...(errors > 0
        ? [`${errors.toLocaleString("en-GB")} more error${errors === 1 ? "" : "s"}`]
        : []),
      ...(warnings > 0
        ? [`${warnings.toLocaleString("en-GB")} more warning${warnings === 1 ? "" : "s"}`]
        : []),
    ];
    const like = errors > 0 ? ", all errors of codes that are" : "";
    return problem(
      "MORE_PROBLEMS",
      { line: null },
      `${said.join(" and ")} were found in this file and are not listed${like}; correct the listed ones and read it again.`,
    );
  }
}

/** Sorted by line, those without one last; problems of one line stay as they were found. */
export function inLineOrder(problems: readonly Problem[]): Problem[] {
  if (problems.length < 2) return [...problems];
  const place = (one: Problem) => one.line ?? Number.MAX_SAFE_INTEGER;
  return problems.toSorted((a, b) => place(a) - place(b));
}
