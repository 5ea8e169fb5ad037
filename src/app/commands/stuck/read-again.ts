import type { FileRecord } from "../../../core/file/file.ts";
import { hasError } from "../../../core/file/problem.ts";
import type { RecordingContext } from "../../../intake/channel/context.ts";
import { judgeOutcome } from "../../../intake/file/judge.ts";
import { PiecewiseReader } from "../../../intake/file/piecewise-reader.ts";

/** What today's reader makes of a file's kept bytes. */
export interface ReadingToday {
  readonly refused: boolean;
  readonly messages: number;
  readonly invalid: number;
  /** Waits whole for a person. */
  readonly awaitingRelease: boolean;
  /** Its first error in words; null when there is none. */
  readonly error: string | null;
}

/** Reads the kept bytes of a file with today's reader, whatever their size, and changes nothing. */
export async function readToday(
  context: Pick<RecordingContext, "store" | "catalogue" | "live">,
  { id, seenAt }: Pick<FileRecord, "id" | "seenAt">,
): Promise<ReadingToday> {
  const reader = new PiecewiseReader({ catalogue: context.catalogue });
  for await (const piece of context.store.files.stream(id)) reader.push(piece);
  const { outcome } = judgeOutcome(context, reader.end(), seenAt);
  const first = outcome.problems.find((problem) => hasError([problem]));
  return {
    refused: first !== undefined,
    messages: outcome.messages,
    invalid: outcome.invalid,
    awaitingRelease: outcome.awaitsRelease !== null && outcome.awaitsRelease !== undefined,
    error: first === undefined ? null : `${first.message} (${first.code})`,
  };
}
