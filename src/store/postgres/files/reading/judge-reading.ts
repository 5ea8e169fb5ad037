import type { Message } from "../../../../core/file/document.ts";
import { isSequenceProblem } from "../../../../core/file/sequence.ts";
import type { JudgedFile } from "../../../rules/files/file-verdict.ts";
import {
  type PreparedReading,
  problemsFrom,
  withProblem,
} from "../../../rules/files/prepared-file.ts";
import { judgeFile } from "../add-file.ts";
import type { RecordTables } from "../record-files.ts";
import type { Likeness } from "../same-file.ts";

/** What of a file's row its new reading is judged by. */
interface JudgedRow extends Likeness {
  /** A person took it in beside the file that it repeats or clashes with. */
  readonly kept: 0 | 1;
}

/** Judging a file by its new reading. */
export function judgingReading(tables: RecordTables) {
  /** A file whose number has come keeps what was said of it then: later ones have come since. */
  async function withPlace(
    file: number,
    problems: string | null,
    reading: PreparedReading,
  ): Promise<PreparedReading> {
    if (!(await tables.sequences.isFilled(file))) return reading;
    const found = problemsFrom(problems).filter(isSequenceProblem);
    const kept = found.reduce((all, one) => withProblem(all, one, []), reading);
    return { ...kept, sequence: null };
  }

  /** A file that a person accepted beside another is active beside it. */
  async function judge(
    row: JudgedRow,
    read: PreparedReading,
    messages: readonly Message[],
  ): Promise<JudgedFile<PreparedReading>> {
    const judged = await judgeFile(tables, row, read, messages);
    const { state } = judged.verdict;
    if (row.kept === 0 || (state !== "duplicate" && state !== "conflict")) return judged;
    const verdict = { state: read.refused ? "rejected" : "recorded", otherFile: null } as const;
    return { ...judged, verdict };
  }

  return { withPlace, judge };
}
