import type { Catalogue } from "../../../catalogue/definition.ts";
import { hasError } from "../../../core/file/problem.ts";
import { inLineOrder, ProblemLog, problem } from "../../../formats/problem-log.ts";
import { judgeOutcome } from "../../../intake/file/judge.ts";
import { PiecewiseReader } from "../../../intake/file/piecewise-reader.ts";
import { packedKind } from "../../../packed/packed-kind.ts";
import { type CheckedFile, type CheckedFileView, viewCheckedFile } from "../../views/flow-view.ts";
import { checkArray } from "./check-array.ts";

/**
 * Whether a file is right, without a store. It is read in pieces, so that its size does not matter; of an array of
 * messages that are files of their own, each message is judged. The first piece is long enough to tell the family by.
 */
export async function checkFile(
  catalogue: Catalogue,
  file: string,
  pieces: AsyncGenerator<Buffer>,
): Promise<readonly CheckedFileView[]> {
  const { value: head } = await pieces.next();
  const all = head === undefined ? pieces : from(head, pieces);
  const checked =
    head !== undefined && packedKind(head) === "json-list"
      ? await checkArray(catalogue, file, all)
      : [await checkWhole(catalogue, file, all)];
  return checked.map(viewCheckedFile);
}

/** What checking a file gives that could not be read; `why` is the end of a sentence. */
export function notRead(file: string, why: string): CheckedFileView {
  const unread = problem("NOT_READ", { line: null }, `The file was not read: ${why}.`);
  return viewCheckedFile({
    file,
    refused: true,
    envelope: null,
    messages: 0,
    invalid: 0,
    problems: [unread],
  });
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
  // the message. Here the messages are let go, and their problems reported within the limits of one file.
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
  const refused = hasError(outcome.problems);
  return { file, refused, envelope, messages, invalid, problems };
}
