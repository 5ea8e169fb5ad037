import type { RawLine } from "../../raw-lines.ts";
import { splitQuoted } from "../read/lines/split-quoted.ts";
import { delimiterOf } from "../read/lines/unquoted-lines.ts";
import { planFor } from "../read/plan.ts";
import type { Seen } from "../read/seen.ts";
import { quoteRule } from "../write/quote-rule.ts";

/** How often a position was in quotes and not, with a value and without. */
interface Tally {
  quoted: number;
  plain: number;
  quotedEmpty: number;
  plainEmpty: number;
}

/** Which positions of each record are in quotes, of those records where the usual rule is not kept. */
export function seeQuotes(
  { frame, envelope, definition, recorder }: SeenQuotes,
  lines: readonly RawLine[],
): ReadonlyMap<string, string> {
  const rule = quoteRule(frame, envelope, planFor(definition, frame.delimiter));
  const delimiter = delimiterOf(lines[recorder.header - 1]?.text ?? "");
  const tallies = new Map<string, Tally[]>();
  const unusual = new Set<string>();
  for (const { text } of lines) {
    if (text === "") continue;
    const { fields, quoted } = splitQuoted(text, delimiter);
    const [code = ""] = fields;
    const own = tallies.get(code) ?? [];
    tallies.set(code, own);
    for (const [position, value] of fields.entries()) {
      const isQuoted = quoted[position] === true;
      const needed = value.includes('"') || value.includes(delimiter);
      if (!needed && isQuoted !== rule(code, position, value)) unusual.add(code);
      own[position] ??= { quoted: 0, plain: 0, quotedEmpty: 0, plainEmpty: 0 };
      if (!needed) count(own[position], value === "", isQuoted);
    }
  }
  return new Map([...unusual].map((code) => [code, (tallies.get(code) ?? []).map(mark).join("")]));
}

type SeenQuotes = Pick<Seen, "frame" | "envelope" | "definition" | "recorder">;

function count(tally: Tally, empty: boolean, quoted: boolean): void {
  if (empty) tally[quoted ? "quotedEmpty" : "plainEmpty"] += 1;
  else tally[quoted ? "quoted" : "plain"] += 1;
}

function mark({ quoted, plain, quotedEmpty, plainEmpty }: Tally): string {
  if (quotedEmpty > plainEmpty) return "Q";
  return quoted > plain ? "q" : "-";
}
