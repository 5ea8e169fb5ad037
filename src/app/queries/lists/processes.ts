import type { ProcessSummary } from "../../../store/port/processes/process-store.ts";
import { type BroughtFilters, broughtFilterOf } from "../../asked/filters.ts";
import { refuseUnknownType } from "../../asked/known-words.ts";
import { type ProcessSummaryView, viewProcessSummary } from "../../views/process-view.ts";
import { type ListQuery, listQuery, numberKey } from "./list-query.ts";

/** Which processes are wanted; all when nothing is said. */
export interface ProcessesWanted extends BroughtFilters {
  readonly type?: string;
  readonly status?: string;
}

/** Every process with how much it knows, the oldest first. */
export const listProcesses: ListQuery<ProcessesWanted, ProcessSummaryView> = listQuery({
  name: "processes",
  key: numberKey,
  start: 0,
  order: () => "oldest",
  rows: async ({ store }, wanted: ProcessesWanted, { after, limit }) => {
    const { type, status } = wanted;
    const withEvents = broughtFilterOf(wanted) ?? undefined;
    return store.processes.list({ type, status, withEvents, after, limit });
  },
  keyOf: ({ process }: ProcessSummary) => process,
  items: async (_, processes) => processes.map(viewProcessSummary),
  onNothing: async (of, { type }) => {
    await refuseUnknownType(of, type);
    return [];
  },
});
