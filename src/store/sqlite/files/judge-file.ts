import type { Message } from "../../../core/file/document.ts";
import { fileVerdict, type JudgedFile } from "../../rules/file-verdict.ts";
import { type PreparedReading, withProblem } from "../../rules/files/prepared-file.ts";
import type { Sequences } from "../sequences/sequences.ts";
import type { FileRows } from "./file-rows.ts";
import type { Likeness } from "./same-file.ts";

/** Judges a file beside those that the store has, by its identity and its place in a sequence. */
export function judgeFile(
  { files, sequences }: { readonly files: FileRows; readonly sequences: Sequences },
  file: Likeness,
  reading: PreparedReading,
  messages: readonly Message[],
): JudgedFile<PreparedReading> {
  return fileVerdict(
    {
      identity: (read) => files.judge(file, read),
      sequence: (read) => sequences.judge(read, file),
      noted: (read, problem) => withProblem(read, problem, messages),
    },
    reading,
  );
}
