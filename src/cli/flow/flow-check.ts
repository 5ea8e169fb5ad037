import { checkFile, notRead } from "../../app/queries/flows/check-file.ts";
import type { CheckedFileView } from "../../app/views/flow-view.ts";
import type { Catalogue } from "../../catalogue/definition.ts";
import { hasError } from "../../core/file/problem.ts";
import { counted } from "../../runtime/counted.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { filePieces, UnreadableFile } from "../file/file-bytes.ts";
import { aboutCodes, problemLines } from "../file/taken-in.ts";
import { visible } from "../output.ts";
import { catalogueOf } from "./catalogue.ts";

/** `busbar flow check FILE…`: whether files are right, without a store. Fails when one has a problem of level error. */
export async function flowCheck(
  context: CommandContext,
  paths: readonly string[],
  options: JsonOption,
): Promise<ExitCode> {
  const { output } = context;
  const catalogue = await catalogueOf(context);
  let code: ExitCode = exitCode.good;
  let told = false;
  for (const path of paths) {
    for (const checked of await check(catalogue, path)) {
      if (!checked.valid) code = exitCode.failed;
      told ||= checked.problems.length > 0;
      if (options.json) await output.json(checked);
      else await output.lines(asLines(checked));
    }
    await output.flush();
  }
  if (told && !options.json) await output.line(aboutCodes);
  return code;
}

async function check(catalogue: Catalogue, file: string): Promise<readonly CheckedFileView[]> {
  try {
    return await checkFile(catalogue, file, filePieces(file));
  } catch (error) {
    if (error instanceof UnreadableFile) return [notRead(file, error.message)];
    throw error;
  }
}

function asLines(checked: CheckedFileView): string[] {
  const { problems, file, element } = checked;
  const place = element === undefined ? "" : `, message ${element} of its array`;
  const errors = problems.filter((one) => hasError([one])).length;
  const listed = problems.filter(({ code }) => code !== "MORE_PROBLEMS");
  const warnings = listed.length - errors;
  const many = listed.length < problems.length ? "at least " : "";
  const verdict = errors === 0 ? "valid" : `not valid, ${many}${counted(errors, "error")}`;
  const noted = warnings === 0 ? "" : `, ${many}${counted(warnings, "warning")}`;
  const elsewhere = "--json shows them all";
  return [
    `${visible(file)}${place}: ${verdict}${noted}${contentOf(checked)}`,
    ...problemLines(problems, { indent: "    ", limit: Number.POSITIVE_INFINITY, elsewhere }),
  ];
}

function contentOf({ envelope, messages, invalid }: CheckedFileView): string {
  if (envelope === null) return "";
  const flow = [envelope.flow, envelope.version].filter((part) => part !== null).join(" ");
  const bad = invalid === 0 ? "" : `, ${invalid} with errors`;
  return `; ${visible(flow)}, ${counted(messages, "message")}${bad}`;
}
