import { causeOf } from "../../../core/stuck/cause.ts";
import { advice } from "../../../core/stuck/remedy.ts";
import { problemTitle } from "../found-stuck.ts";
import type { StuckKindRow } from "../kind-row.ts";
import { describeFile, filesWhere, type StuckFileRow } from "../nouns/of-file.ts";

declare module "../../../core/stuck/stuck-kind.ts" {
  interface StuckKinds {
    readonly "awaiting-release": true;
  }
}

/** A file that is not routed before a person releases it. */
export const awaitingRelease: StuckKindRow<StuckFileRow> = {
  noun: "file",
  title: "awaiting release",
  meaning: "The file is recorded whole and is not routed before a person releases it.",
  retries: "no",
  notice: { level: "work", isAwaited: false },
  tryAgain: { by: "reading", freeWhen: "read" },
  trying: ["file is read again", "files are read again"],
  ways: ({ example }) => [
    advice("let each through: {}", { remedy: "release-file", file: example.number }),
  ],
  statements: (sql) => ({
    among: "files WHERE awaiting_release = 1 AND state = 'recorded'",
    keys: "SELECT id FROM files WHERE awaiting_release = 1 AND state = 'recorded' AND id > ? ORDER BY id LIMIT ?",
    ...filesWhere(sql, "files_awaiting_release", "f.awaiting_release = 1 AND f.state = 'recorded'"),
  }),
  describe: (row) => ({
    ...describeFile(row),
    cause: causeOf("awaiting-release", problemTitle(row.problems, row.flow)),
  }),
};
