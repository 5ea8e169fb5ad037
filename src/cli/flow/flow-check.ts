import { type CheckedFile, viewCheckedFile } from "../../app/views/flow-view.ts";
import type { Catalogue } from "../../catalogue/definition.ts";
import { hasError } from "../../core/file/problem.ts";
import { inLineOrder, ProblemLog, problem } from "../../formats/problem-log.ts";
import { judgeOutcome } from "../../intake/read/judge.ts";
import { PiecewiseReader } from "../../intake/read/piecewise-reader.ts";
import { packedKind } from "../../packed/packed-kind.ts";
import { counted } from "../../runtime/counted.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { filePieces, UnreadableFile } from "../file/file-bytes.ts";
import { aboutCodes, problemLines } from "../file/problem-lines.ts";
import { visible } from "../print/visible.ts";
import { catalogueOf } from "./catalogue.ts";
import { checkArray } from "./check-array.ts";

/**
 * `busbar flow check FILE…`: whether files are right, without a store. Each is read in pieces, so that
 * its size does not matter; of an array of messages that are files of their own, each message is. Fails
 * when one of them has a problem of level error.
 */
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
      if (hasError(checked.problems)) code = exitCode.failed;
      told ||= checked.problems.length > 0;
      if (options.json) await output.json(viewCheckedFile(checked));
      else await output.lines(asLines(checked));
    }
    await output.flush();
  }
  if (told && !options.json) await output.line(aboutCodes);
  return code;
}

async function check(catalogue: Catalogue, file: string): Promise<readonly CheckedFile[]> {
  const pieces = filePieces(file);
  try {
    const { value: head } = await pieces.next();
    const all = head === undefined ? pieces : from(head, pieces);
    if (head !== undefined && packedKind(head) === "json-list")
      return await checkArray(catalogue, file, all);
    return [await checkWhole(catalogue, file, all)];
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const unread = problem("NOT_READ", { line: null }, `The file was not read: ${error.message}.`);
    return [{ file, envelope: null, messages: 0, invalid: 0, problems: [unread] }];
  }
}

async function* from(first: Buffer, others: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* others;
}

async function checkWhole(
  catalogue: Catalogue,
  file: string,
  pieces: AsyncIterable<Buffer>,
): Promise<CheckedFile> {
  // A reader keeps the first error of every message, however many there are: it decides what becomes of
  // the message. Here the messages are let go, and their problems told within the limits of one file.
  const log = new ProblemLog();
  const reader = new PiecewiseReader({
    catalogue,
    onMessage: ({ problems }) => {
      for (const one of problems) log.keep(log.file, one);
    },
  });
  for await (const piece of pieces) reader.push(piece);
  const { outcome } = judgeOutcome({ catalogue, live: false }, reader.end(), Date.now());
  const { envelope, messages, invalid } = outcome;
  const problems = inLineOrder([...outcome.problems, ...log.finish()]);
  return { file, envelope, messages, invalid, problems };
}

function asLines(checked: CheckedFile): string[] {
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

function contentOf({ envelope, messages, invalid }: CheckedFile): string {
  if (envelope === null) return "";
  const flow = [envelope.flow, envelope.version].filter((part) => part !== null).join(" ");
  const bad = invalid === 0 ? "" : `, ${invalid} with errors`;
  return `; ${visible(flow)}, ${counted(messages, "message")}${bad}`;
}
