import { nearestWord } from "../core/text/nearest-word.ts";
import { type ProblemKind, problemCodes } from "../formats/problem-codes.ts";
import { CommandFailure, exitCode } from "./failure.ts";

/** Most codes that are suggested in place of an unknown one. */
const mostSuggested = 5;

/** Every code that a problem may have. */
export const problemKinds: ReadonlyMap<string, ProblemKind> = new Map(Object.entries(problemCodes));

/** A name as codes are written. */
export function codeOf(name: string): string {
  return name.trim().toUpperCase().replaceAll("-", "_");
}

/** The code that a person names, in capitals or not; a failure that suggests others where there is none. */
export function problemCode(name: string): string {
  const code = codeOf(name);
  if (problemKinds.has(code)) return code;
  throw new CommandFailure(sayUnknown(name, code), exitCode.usage);
}

function sayUnknown(name: string, code: string): string {
  const near = nearCodes(code);
  const hint = near.length === 0 ? "" : `, did you mean ${near.join(" or ")}?`;
  return `there is no problem code "${name}"${hint === "" ? ";" : hint} \`busbar explain\` lists them all`;
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
