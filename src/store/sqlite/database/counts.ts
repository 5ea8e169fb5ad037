import type { FileState } from "../../../core/file/file.ts";
import type { StuckCounts } from "../../../core/stuck/stuck.ts";
import type { CountLimit } from "../../../core/text/capped-count.ts";
import type { ReportStore } from "../../port/report-store.ts";
import type { Connection } from "./connection.ts";
import { countUpTo, rowsUpTo, type UpTo } from "./count-up-to.ts";

/**
 * Counts without reading wide rows: cheap with millions of them. Events and processes are numbered
 * without gaps and never removed, so that their last number is how many there are.
 */
export const countStatements = {
  recorded: countUpTo("files WHERE state = 'recorded'"),
  others: countUpTo("files WHERE state = @state AND state <> 'recorded'"),
  events: "SELECT max(seq) FROM events",
  processes: "SELECT max(id) FROM processes",
  unrouted: countUpTo("unrouted"),
} as const;

/** The states of files that are not active. */
const otherStates = [
  "recording",
  "duplicate",
  "conflict",
  "rejected",
  "withdrawn",
] as const satisfies readonly FileState[];

/** How much there is of everything. */
export function counts(
  connection: Connection,
  stuckCounts: (limit: CountLimit) => StuckCounts,
): ReportStore["counts"] {
  const { db } = connection;
  const last = (sql: string) => {
    const statement = db.prepare<[], number | null>(sql).pluck();
    return () => statement.get() ?? 0;
  };
  const upTo = <More extends object>(sql: string) => {
    const statement = db.prepare<[UpTo & More], number>(sql).pluck();
    return (given: UpTo & More) => statement.get(given) ?? 0;
  };
  const recorded = upTo<object>(countStatements.recorded);
  const others = upTo<{ state: FileState }>(countStatements.others);
  const events = last(countStatements.events);
  const processes = last(countStatements.processes);
  const unrouted = upTo<object>(countStatements.unrouted);
  return (limit = {}) =>
    connection.read(() => {
      const most = rowsUpTo(limit);
      const all = [
        ["recorded", recorded(most)] as const,
        ...otherStates.map((state) => [state, others({ ...most, state })] as const),
      ];
      return {
        files: Object.fromEntries(all.filter(([, files]) => files > 0)),
        events: events(),
        processes: processes(),
        ...stuckCounts(limit),
        unrouted: unrouted(most),
      };
    });
}
