import {
  type JudgedOutcome,
  type Message,
  mostNamedLines,
  type NamedLine,
} from "../../core/file/document.ts";
import type { ReaderOptions } from "../../formats/family.ts";
import { PiecewiseReader } from "./piecewise-reader.ts";

/** Input read between two commits of messages: bounds the memory and the time of each. */
const bytesPerCommit = 1 << 18;

/** What the second reading of a large file builds on: the first one's context. */
type SecondPass = Pick<ReaderOptions, "catalogue" | "context">;

/** The bytes of a file, piece by piece. */
type Pieces = AsyncIterable<Uint8Array>;

/**
 * Reads a large file's messages and hands them on in batches of bounded size, one at a time, with how
 * many bytes are read by then.
 */
export async function readInBatches(
  options: SecondPass,
  pieces: Pieces,
  onBatch: (messages: readonly Message[], readBytes: number) => Promise<void>,
): Promise<void> {
  let batch: Message[] = [];
  let pending = 0;
  let readBytes = 0;
  const flush = async () => {
    const full = batch;
    batch = [];
    pending = 0;
    if (full.length > 0) await onBatch(full, readBytes);
  };
  const onMessage = (message: Message) => void batch.push(message);
  const reader = new PiecewiseReader({ ...options, onMessage });
  for await (const piece of pieces) {
    reader.push(piece);
    pending += piece.length;
    readBytes += piece.length;
    if (pending >= bytesPerCommit) await flush();
  }
  reader.end();
  await flush();
}

/**
 * The outcome of a refused file with the problems of its messages, which are not stored: whoever corrects
 * the file needs all of them. The reader bounds their number. The subjects that it names are given as well.
 */
export async function withMessageProblems(
  outcome: JudgedOutcome,
  options: SecondPass,
  pieces: Pieces,
): Promise<JudgedOutcome> {
  const problems = [...outcome.problems];
  const named: NamedLine[] = [];
  const onMessage = ({ line, subject, problems: own }: Message) => {
    problems.push(...own);
    if (subject !== null && named.length < mostNamedLines) named.push({ line, key: subject.key });
  };
  const reader = new PiecewiseReader({ ...options, onMessage });
  for await (const piece of pieces) reader.push(piece);
  reader.end();
  const inOrder = problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { ...outcome, problems: inOrder, named };
}
