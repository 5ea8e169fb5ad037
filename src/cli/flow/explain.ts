import { codeOf, problemCode, problemKinds } from "../../app/asked/problem-code.ts";
import { responseMeaning } from "../../catalogue/half-hourly/response-codes.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { pageText } from "../print/page-text.ts";
import { problemPage } from "./problem-pages.ts";

/** Lines longer than this are hard to read, however wide the terminal is. */
const widest = 88;
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
    const response = responseMeaning(codeOf(name));
    if (response !== null) return explainResponse(context, codeOf(name), response, options);
    const code = problemCode(name);
    const page = problemPage(code);
    if (options.json) await output.json({ code, ...problemKinds.get(code), page });
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
  const width = Math.max(...[...problemKinds.keys()].map((code) => code.length));
  for (const [code, { severity, title }] of [...problemKinds].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    if (json) await output.json({ code, severity, title });
    else await output.line(`${code.padEnd(width)}  ${severity.padEnd(7)}  ${title}`);
  }
}
