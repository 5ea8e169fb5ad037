import type { ProcessSummary } from "../../../store/port/processes/process-store.ts";
import { type BroughtFilters, broughtFilterOf } from "../../asked/filters.ts";
import { refuseUnknownType } from "../../asked/known-words.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";
import { type ProcessSummaryView, viewProcessSummary } from "../../views/process-view.ts";
import { type ListQuery, listQuery, numberKey, type Part } from "./list-query.ts";
import { lookWithin } from "./look-within.ts";

/** Which processes are wanted; all when nothing is said. */
export interface ProcessesWanted extends BroughtFilters {
  readonly type?: string;
  readonly status?: string;
}

async function highest({ store }: OpenInstallation): Promise<number> {
  return store.processes.highest();
}

async function rows({ store }: OpenInstallation, wanted: ProcessesWanted, part: Part<number>) {
  const { type, status } = wanted;
  const withEvents = broughtFilterOf(wanted) ?? undefined;
  return store.processes.list({ type, status, withEvents, ...part });
}

/** Every process with how much it knows, the oldest first. */
export const listProcesses: ListQuery<ProcessesWanted, ProcessSummaryView> = listQuery({
  name: "processes",
  key: numberKey,
  start: 0,
  order: () => "oldest",
  rows,
  looked: lookWithin({ way: "oldest", rows, highest }),
  keyOf: ({ process }: ProcessSummary) => process,
  items: async (_, processes) => processes.map(viewProcessSummary),
  onNothing: async (of, { type }) => {
    await refuseUnknownType(of, type);
    return [];
  },
});
