import type { JudgedOutcome } from "../../core/file/document.ts";
import { hasError } from "../../core/file/problem.ts";
import type { RecordingContext } from "../channel/context.ts";
import { blobPieces } from "./blob.ts";
import { judgeOutcome } from "./judge.ts";
import type { PiecewiseReader } from "./piecewise-reader.ts";
import { withMessageProblems } from "./second-pass.ts";

/** What pass one found of a large file. */
export interface HashedFile {
  readonly outcome: JudgedOutcome;
  readonly occurredAt: number;
}

/** Ends pass one over a large file that was kept at `path`: what is made of it, and when it was sent. */
export async function endFirstPass(
  context: RecordingContext,
  reader: PiecewiseReader,
  { path, seenAt }: { readonly path: string; readonly seenAt: number },
  signal: AbortSignal | null,
): Promise<HashedFile> {
  const { outcome, occurredAt } = judgeOutcome(context, reader.end(), seenAt);
  if (!hasError(outcome.problems)) return { outcome, occurredAt };
  const options = { catalogue: context.catalogue, context: reader.context() };
  const whole = await withMessageProblems(outcome, options, blobPieces(path, signal));
  return { outcome: whole, occurredAt };
}
