import { isHalfHourly } from "../../../core/file/half-hourly.ts";
import { causeOf } from "../../../core/stuck/cause.ts";
import { advice } from "../../../core/stuck/remedy.ts";
import type { StuckKindRow } from "../kind-row.ts";
import { describeFile, filesWhere, type StuckFileRow } from "../nouns/of-file.ts";

declare module "../../../core/stuck/stuck-kind.ts" {
  interface StuckKinds {
    readonly conflict: true;
  }
}

/** A file with the business identity of an active one and other content. */
export const conflict: StuckKindRow<StuckFileRow> = {
  noun: "file",
  title: "in conflict",
  meaning: "The file has the business identity of another and other content.",
  retries: "no",
  notice: { level: "work", isAwaited: false },
  tryAgain: { by: "reading", freeWhen: "read" },
  trying: ["file is read again", "files are read again"],
  ways: ({ example }) => [
    advice("settle each: {}", { remedy: "decide-file", file: example.number }),
  ],
  statements: (sql) => ({
    among: "files WHERE state = 'conflict' AND state <> 'recorded'",
    keys: "SELECT id FROM files WHERE state = 'conflict' AND state <> 'recorded' AND id > ? ORDER BY id LIMIT ?",
    ...filesWhere(
      sql,
      "files_by_state",
      "f.state = 'conflict' AND f.state <> 'recorded'",
      "j.flow",
    ),
  }),
  describe: (row) => ({
    ...describeFile(row),
    cause: causeOf("conflict", `another file of ${row.flow ?? "its kind"} has its identifier`),
    reason: `File ${row.otherFile} is active with the same ${sharedBy(row.flow)} but other bytes.`,
  }),
};

/** What two files in conflict share: references of half-hourly settlement are of all interfaces. */
function sharedBy(flow: string | null): string {
  return flow !== null && isHalfHourly(flow)
    ? "sender and senderUniqueReference, which is one message's, whatever its interface,"
    : "sender, flow and file identifier";
}
