import { explainCode, listProblemCodes } from "../../app/queries/flows/explain.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { pageText } from "../print/page-text.ts";

/** Lines longer than this are hard to read, however wide the terminal is. */
const widest = 88;

/** `busbar explain [CODE]`: what a code means and what to do; without a code, all problems. */
export async function explainProblem(
  context: CommandContext,
  name: string | undefined,
  options: JsonOption,
): Promise<ExitCode> {
  const { output } = context;
  if (name === undefined) await list(context, options);
  else {
    const explained = explainCode(name);
    if (options.json) await output.json(explained.code);
    else if (explained.is === "problem")
      await output.lines(pageText(explained.page, Math.min(output.width ?? widest, widest)));
    else {
      const { code, meaning } = explained.code;
      await output.lines([`${code}: ${meaning}`, "A response code of half-hourly settlement."]);
    }
  }
  return exitCode.good;
}

async function list({ output }: CommandContext, { json }: JsonOption): Promise<void> {
  const codes = listProblemCodes();
  const width = Math.max(...codes.map(({ code }) => code.length));
  for (const problem of codes) {
    const { code, severity, title } = problem;
    if (json) await output.json(problem);
    else await output.line(`${code.padEnd(width)}  ${severity.padEnd(7)}  ${title}`);
  }
}
