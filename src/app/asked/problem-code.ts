import { RefusedError } from "../../core/refusal/refused-error.ts";
import { advice } from "../../core/stuck/remedy.ts";
import { nearestWord } from "../../core/text/nearest-word.ts";
import { type ProblemKind, problemCodes } from "../../formats/problem-codes.ts";

/** Most codes that are suggested in place of an unknown one. */
const mostSuggested = 5;

/** Every code that a problem may have. */
export const problemKinds: ReadonlyMap<string, ProblemKind> = new Map(Object.entries(problemCodes));

/** A name as codes are written. */
export function codeOf(name: string): string {
  return name.trim().toUpperCase().replaceAll("-", "_");
}

/** The code that a person names, in capitals or not; throws a refusal that suggests others where there is none. */
export function problemCode(name: string): string {
  const code = codeOf(name);
  if (problemKinds.has(code)) return code;
  const near = nearCodes(code);
  const hint = near.length === 0 ? "" : `, did you mean ${near.join(" or ")}?`;
  throw new RefusedError("invalid", `there is no problem code "${name}"${hint}`, {
    about: "problem",
    remedy: advice("`{}` lists them all", { remedy: "list-codes" }),
  });
}

/** Codes spelt nearly so, then those that share a word. */
function nearCodes(code: string): string[] {
  const spelt = nearestWord(code, [...problemKinds.keys()]);
  const words = code.split("_").filter((word) => word.length > 2);
  const alike = [...problemKinds.keys()].filter((known) =>
    known.split("_").some((word) => words.includes(word)),
  );
  return [...new Set([...(spelt === null ? [] : [spelt]), ...alike])].slice(0, mostSuggested);
}
