import type { Message } from "../../../core/file/document.ts";
import { hasNumberToJudge, type JudgedFile, withNumber } from "../../rules/file-verdict.ts";
import { type PreparedReading, withProblem } from "../../rules/files/prepared-file.ts";
import type { Sequences } from "../sequences/sequences.ts";
import type { FileRows } from "./file-rows.ts";
import type { Likeness } from "./same-file.ts";

/** Judges a file beside those that the store has, by its identity and its place in a sequence. */
export async function judgeFile(
  { files, sequences }: { readonly files: FileRows; readonly sequences: Sequences },
  file: Likeness,
  reading: PreparedReading,
  messages: readonly Message[],
): Promise<JudgedFile<PreparedReading>> {
  const verdict = await files.judge(file, reading);
  if (!hasNumberToJudge(verdict, reading)) return { verdict, reading, fills: false };
  const problem = await sequences.judge(reading, file);
  const judged = withNumber({ verdict, reading, problem }, (read, found) =>
    withProblem(read, found, messages),
  );
  if (!judged.isRefused) return judged;
  return { ...judged, verdict: await files.judge(file, judged.reading) };
}
