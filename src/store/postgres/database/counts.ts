import type { FileState } from "../../../core/file/file.ts";
import type { StuckCounts } from "../../../core/stuck/stuck.ts";
import type { ReportStore } from "../../port/report-store.ts";
import type { Connection } from "./connection.ts";

/**
 * Counts without reading wide rows. Events and processes are numbered in the order of recording and never
 * removed, so that their last number is how many there are but for those of transactions that failed.
 */
const countStatements = {
  recorded: "SELECT count(*) FROM files WHERE state = 'recorded'",
  others: "SELECT state, count(*) AS files FROM files WHERE state <> 'recorded' GROUP BY state",
  events: "SELECT max(seq) FROM events",
  processes: "SELECT max(id) FROM processes",
  unrouted: "SELECT count(*) FROM unrouted",
} as const;

/** How much there is of everything. */
export function counts(
  connection: Connection,
  stuckCounts: () => Promise<StuckCounts>,
): ReportStore["counts"] {
  const { db } = connection;
  const count = (sql: string) => {
    const statement = db.prepare<[], number | null>(sql).pluck();
    return async () => (await statement.get()) ?? 0;
  };
  const recorded = count(countStatements.recorded);
  const others = db.prepare<[], { state: FileState; files: number }>(countStatements.others);
  const events = count(countStatements.events);
  const processes = count(countStatements.processes);
  const unrouted = count(countStatements.unrouted);
  return () =>
    connection.read(async () => {
      const files: Partial<Record<FileState, number>> = {};
      const standing = await recorded();
      if (standing > 0) files.recorded = standing;
      for (const row of await others.all()) files[row.state] = row.files;
      return {
        files,
        events: await events(),
        processes: await processes(),
        ...(await stuckCounts()),
        unrouted: await unrouted(),
      };
    });
}
