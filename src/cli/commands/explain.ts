import { responseMeaning } from "../../catalogue/half-hourly/response-codes.ts";
import { nearestWord } from "../../config/spelling.ts";
import { type ProblemKind, problemCodes } from "../../formats/problem-codes.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import { pageText } from "../print/page-text.ts";
import { problemPage } from "../problem-pages.ts";

/** Lines longer than this are hard to read, however wide the terminal is. */
const widest = 88;
/** Most codes that are suggested in place of an unknown one. */
const mostSuggested = 5;

const kinds: ReadonlyMap<string, ProblemKind> = new Map(Object.entries(problemCodes));

/** `busbar explain [CODE]`: what a problem's code means and what to do, or what a response code of half-hourly
 * settlement says; without a code, all problems. */
export async function explainProblem(
  context: CommandContext,
  name: string | undefined,
  options: JsonOption,
): Promise<ExitCode> {
  const { output } = context;
  if (name === undefined) await list(context, options);
  else {
    const code = name.trim().toUpperCase().replaceAll("-", "_");
    const kind = kinds.get(code);
    const meaning = responseMeaning(code);
    if (meaning !== null) return explainResponse(context, code, meaning, options);
    if (kind === undefined) throw new CommandFailure(sayUnknown(name, code), exitCode.usage);
    const page = problemPage(code);
    if (options.json) await output.json({ code, ...kind, page });
    else await output.lines(pageText(page, Math.min(output.width ?? widest, widest)));
  }
  return exitCode.good;
}

/** A code that answers to half-hourly settlement messages bear. */
async function explainResponse(
  { output }: CommandContext,
  code: string,
  meaning: string,
  { json }: JsonOption,
): Promise<ExitCode> {
  if (json) await output.json({ code, meaning });
  else await output.lines([`${code}: ${meaning}`, "A response code of half-hourly settlement."]);
  return exitCode.good;
}

async function list({ output }: CommandContext, { json }: JsonOption): Promise<void> {
  const width = Math.max(...[...kinds.keys()].map((code) => code.length));
  for (const [code, { severity, title }] of [...kinds].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (json) await output.json({ code, severity, title });
    else await output.line(`${code.padEnd(width)}  ${severity.padEnd(7)}  ${title}`);
  }
}

function sayUnknown(name: string, code: string): string {
  const near = nearCodes(code);
  const hint = near.length === 0 ? "" : `, did you mean ${near.join(" or ")}?`;
  return `there is no problem code "${name}"${hint === "" ? ";" : hint} \`busbar explain\` lists them all`;
}

/** Codes spelt nearly so, then those that share a word. */
function nearCodes(code: string): string[] {
  const spelt = nearestWord(code, [...kinds.keys()]);
  const words = code.split("_").filter((word) => word.length > 2);
  const alike = [...kinds.keys()].filter((known) =>
    known.split("_").some((word) => words.includes(word)),
  );
  return [...new Set([...(spelt === null ? [] : [spelt]), ...alike])].slice(0, mostSuggested);
}
