import type { RoutedEvent } from "../../src/core/event/route.ts";
import type { PlannedAction } from "../../src/core/process/plan.ts";
import type {
  ActionRoom,
  ClaimedAction,
  EndedAttempt,
} from "../../src/store/port/actions/action-store.ts";
import type { LedgerEntry } from "../../src/store/port/processes/build-store.ts";
import type { Store } from "../../src/store/port/store.ts";

import { madeFile, route } from "./made-file.ts";

/** One event on a process, and the actions planned because of it. */
export interface PlannedEvent {
  readonly key: string;
  readonly actions: readonly string[];
  /** Of the definition that built its process; 1 when absent. */
  readonly definitionVersion?: number;
  readonly plan?: Partial<Pick<PlannedAction, "state" | "verdicts" | "reason">>;
}

/** Records an event for each wish on the process of that key, and plans its actions, as a build would. */
export async function planActions(
  store: Store,
  wishes: readonly PlannedEvent[],
  processType = "metering-point",
): Promise<void> {
  const messages = wishes.map(({ key }, at) => ({ line: at + 2, key }));
  await store.files.record([madeFile({ messages })]);
  const batches = (await store.routes.waiting({ limit: wishes.length + 1 })).map(route);
  const events = (all: readonly RoutedEvent[]) => all.map((event) => ({ ...event, processType }));
  await store.routes.record(batches.map((batch) => ({ ...batch, events: events(batch.events) })));
  await planFresh(store, wishes);
}

/** Plans an action of that name for every event that no build has looked at yet. */
export async function planAll(store: Store, action: string): Promise<void> {
  const { tasks } = await store.builds.pending(99);
  const brought = tasks.flatMap(({ fresh }) => fresh).toSorted((a, b) => a.seq - b.seq);
  await planFresh(
    store,
    brought.map(({ key }) => ({ key, actions: [action] })),
  );
}

async function planFresh(store: Store, wishes: readonly PlannedEvent[]): Promise<void> {
  const batch = await store.builds.pending(wishes.length + 1);
  const brought = batch.tasks.flatMap(({ fresh }) => fresh.filter((event) => event.file !== null));
  const first = Math.min(...brought.map(({ seq }) => seq));
  const builds = batch.tasks.map((task) => ({
    task,
    definitionVersion: wishes.find(({ key }) => key === task.key)?.definitionVersion ?? 1,
    seq: task.upTo,
    tail: null,
    status: "heard from",
    state: JSON.stringify({ key: task.key }),
    plans: task.fresh.flatMap(({ seq }) => {
      const wish = wishes[seq - first];
      return (wish?.actions ?? []).map(
        (action): LedgerEntry => ({
          event: seq,
          action,
          state: "planned",
          reason: null,
          ...wish?.plan,
          verdicts: wish?.plan?.verdicts === undefined ? null : JSON.stringify(wish.plan.verdicts),
        }),
      );
    }),
    deadlines: [],
    lastAt: 0,
    missesPassed: false,
    superseded: [],
    passed: [],
  }));
  await store.builds.save({ batch, builds, failures: [] });
}

/** Room for so many, whatever they are. */
export function roomFor(inAll: number): ActionRoom {
  return { inAll, others: inAll, queues: [] };
}

/** An attempt of the action that got it done. */
export function done({ id, attempt, process, event }: ClaimedAction): EndedAttempt {
  return { id, attempt, process, event, outcome: "done", effects: [] };
}

/** An attempt that failed. */
export function failed(
  { id, attempt, process, event }: ClaimedAction,
  retryInMs: number | null = null,
): EndedAttempt {
  const base = { id, attempt, process, event };
  return { ...base, outcome: "failed", reason: "no ink", error: null, retryInMs };
}
