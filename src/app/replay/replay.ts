import { setImmediate } from "node:timers/promises";
import { buildPending, type Definitions } from "../../build/build-pending.ts";
import { compareBuild } from "../../core/replay/compare.ts";
import type { ProcessFilter, ProcessName } from "../../store/port/processes/process-store.ts";
import type { Store } from "../../store/port/store.ts";

import { type ReplayReport, ReplayTotals } from "./replay-report.ts";

/** Processes read and built at once. */
const processesAtOnce = 100;

/** Processes asked to be built anew in one transaction. */
const askedAtOnce = 1_000;

/** What is to be replayed, and what is wanted of it. */
export interface ReplayOptions extends ProcessFilter {
  /** Examples kept of each kind of change. */
  readonly examples: number;
  /** Called with how many processes are done, now and then. */
  readonly onProgress?: (processes: number) => void;
  /** Called for each process that today's code builds otherwise, or cannot build. */
  readonly onChange?: (name: ProcessName) => void;
}

/**
 * Builds every process from its first event with today's code, compares it with what is stored, and says
 * what is otherwise. Changes nothing.
 */
export async function compareAll(
  store: Pick<Store, "processes" | "builds" | "actions">,
  definitions: Definitions,
  { examples, onProgress, onChange, ...filter }: ReplayOptions,
): Promise<ReplayReport> {
  const totals = new ReplayTotals(examples);
  for (let after = 0; ; ) {
    const names = await store.processes.after({ after, limit: processesAtOnce, filter });
    const last = names.at(-1);
    if (last === undefined) return totals.report();
    after = last.process;
    await comparePage(store, definitions, names, totals, onChange);
    onProgress?.(totals.processes);
    await setImmediate();
  }
}

async function comparePage(
  store: Pick<Store, "processes" | "builds" | "actions">,
  definitions: Definitions,
  names: readonly ProcessName[],
  totals: ReplayTotals,
  onChange: ReplayOptions["onChange"],
): Promise<void> {
  const processes = names.map(({ process }) => process);
  // The histories first: what is built or declared void meanwhile is then known from the builds.
  const histories = await store.processes.histories(processes);
  const builds = await store.builds.stored(processes);
  const seqs = [...histories.values()].flatMap(({ events }) => events.map(({ seq }) => seq));
  const ledger = await store.actions.ledger(seqs);
  const rowsOf = (event: number) => ledger.get(event) ?? [];
  for (const name of names) {
    const history = histories.get(name.process) ?? { events: [], upTo: 0 };
    const stored = builds.get(name.process);
    const definition = definitions.get(name.type);
    totals.processes += 1;
    totals.events += history.events.length;
    if (definition === undefined) totals.undefined += 1;
    else if (stored === undefined || stored.waits || stored.seq > history.upTo) totals.waiting += 1;
    else {
      // A build that failed holds nothing: then all there is is built.
      const upTo = stored.error === null ? stored.seq : history.upTo;
      const events = history.events.filter(({ seq }) => seq <= upTo);
      const comparison = compareBuild(definition, name.key, stored, events, rowsOf);
      totals.add(name, comparison);
      if (comparison.kind !== "same") onChange?.(name);
    }
  }
}

/**
 * Compares as a dry run does, once everything is built, and then stores what today's code makes of every
 * process that it builds otherwise. Nothing is planned for events that were judged before: verdicts that
 * would be others today are only reported.
 */
export async function replayAll(
  store: Pick<Store, "processes" | "builds" | "actions">,
  definitions: Definitions,
  options: ReplayOptions,
): Promise<ReplayReport> {
  const changed: number[] = [];
  await buildPending(store, definitions);
  const report = await compareAll(store, definitions, {
    ...options,
    onChange: (name) => {
      changed.push(name.process);
      options.onChange?.(name);
    },
  });
  for (let start = 0; start < changed.length; start += askedAtOnce) {
    await store.builds.rebuild(changed.slice(start, start + askedAtOnce));
    await buildPending(store, definitions);
  }
  await buildPending(store, definitions);
  return report;
}
