import { hasError, type Problem } from "../../core/file/problem.ts";
import type { StuckItem } from "../../core/stuck/stuck.ts";
import { times } from "../../runtime/counted.ts";

/** What is reported about a stuck thing by what a store has of it; what people said about it is added to it. */
export type FoundStuck = Omit<StuckItem, "kind" | "assignee" | "notes" | "said" | "dismissed">;

/** The first error among stored problems, and how many more there are; null without any. */
function firstError(text: string | null): { first: Problem; more: number } | null {
  const [first, ...others] = (text === null ? [] : (JSON.parse(text) as Problem[])).filter(
    (problem) => hasError([problem]),
  );
  return first === undefined ? null : { first, more: others.length };
}

/** Why a file or message is refused, awaits release or is invalid: its first error. */
export function problemReason(text: string | null): string {
  const found = firstError(text);
  if (found === null) return "No reason was recorded.";
  const more = found.more === 0 ? "" : ` and ${found.more} more`;
  return `${found.first.message} (${found.first.code}${more})`;
}

/** What the reason quotes of the file: the value that its first error is about. */
export function problemQuotes(text: string | null): Pick<FoundStuck, "quoted"> {
  return quoting(firstError(text)?.first.value ?? null);
}

/** That the name or reason quotes something of a file or process; nothing where there is none. */
export function quoting(...values: readonly (string | null)[]): Pick<FoundStuck, "quoted"> {
  const said = values.filter((value): value is string => value !== null && value !== "");
  const quoted = [...new Set(said)];
  return quoted.length === 0 ? {} : { quoted };
}

/** The first error without its values, e.g. `BAD_DATE in D0010, group 030, readingDateTime`. */
export function problemTitle(text: string | null, flow: string | null): string {
  const found = firstError(text);
  if (found === null) return "no reason was recorded";
  const { code, group, field, kind } = found.first;
  const place = [
    kind === undefined ? "" : `, ${kind}`,
    flow === null ? "" : ` in ${flow}`,
    group === null ? "" : `, group ${group}`,
    field === null ? "" : `, ${field}`,
  ];
  return code + place.join("");
}

/** The first line of an error's text, without its stack; other words where there is no text. */
export function firstLineOr(text: string | null, other: string): string {
  return text === null ? other : (text.split("\n", 1)[0] ?? "");
}

/** How often something failed, in words. */
export function failedSoFar(count: number): string {
  return `failed ${times(count)} so far`;
}
