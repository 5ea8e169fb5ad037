import { causeOf } from "../../../core/stuck/cause.ts";
import { problemTitle } from "../found-stuck.ts";
import type { StuckKindRow } from "../kind-row.ts";
import { describeFile, filesWhere, type StuckFileRow } from "../nouns/of-file.ts";
import { refusedFileAdvice } from "../refused-advice.ts";
import { successorOfRefused } from "../successor.ts";

/** A file refused whole, but for one in whose place a corrected one is active. */
export const rejected: StuckKindRow<StuckFileRow> = {
  noun: "file",
  title: "refused",
  meaning: "The file was refused whole, and everything of it is kept.",
  retries: "no",
  notice: { level: "work", isAwaited: false },
  tryAgain: { by: "reading", freeWhen: "read" },
  trying: ["file is read again", "files are read again"],
  ways: refusedFileAdvice,
  statements: (sql) => {
    const indexed = `files f ${sql.indexedBy("files_refused")}`;
    const isAlone = `${successorOfRefused} IS NULL`;
    return {
      among: `${indexed} WHERE f.state = 'rejected' AND ${isAlone}`,
      keys: `
        SELECT f.id FROM ${indexed}
        WHERE f.state = 'rejected' AND f.id > ? AND ${isAlone} ORDER BY f.id LIMIT ?`,
      ...filesWhere(sql, "files_refused", `f.state = 'rejected' AND ${isAlone}`),
    };
  },
  describe: (row) => ({
    ...describeFile(row),
    cause: causeOf("rejected", problemTitle(row.problems, row.flow)),
  }),
};
