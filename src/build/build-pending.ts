import { setImmediate } from "node:timers/promises";
import { compareEvents } from "../core/event/event.ts";
import type { ProcessDefinition } from "../core/process/process.ts";
import { errorStack } from "../runtime/error-stack.ts";
import type { BuildFailure, BuildTask, ProcessBuild } from "../store/port/processes/build-store.ts";
import type { ProcessHistory } from "../store/port/processes/process-store.ts";
import type { Store } from "../store/port/store.ts";
import { buildFromStart, buildFurther, holdsAll } from "./build-task.ts";

/** Definitions by their type. */
export type Definitions = ReadonlyMap<string, ProcessDefinition>;

/** Events built in one commit. */
const eventsPerCommit = 1_000;

/** The most of a process whose state is large. */
const mostEventsPerCommit = 16_000;

/** Text of the largest state, in characters, for which the next commit takes one event more. */
const statePerEvent = 50;

/** What a round of building came to. */
interface BuildRound {
  /** Processes that were looked at; nothing is left when there are none. */
  readonly processes: number;
  /** Ledger rows that are to be done. */
  readonly planned: number;
  /** Length of the longest state's text. */
  readonly largest: number;
}

/** Called for each process that could not be built. */
export type OnBuildFailed = (failure: BuildFailure) => void;

/** Builds some of what waits: processes whose past changed, and those of the oldest events. */
async function buildSome(
  store: Pick<Store, "builds" | "processes">,
  definitions: Definitions,
  limit: number,
  onFailed: OnBuildFailed,
): Promise<BuildRound> {
  const batch = await store.builds.pending(limit);
  const processes = batch.tasks.length;
  if (processes === 0) return { processes, planned: 0, largest: 0 };
  const builds: ProcessBuild[] = [];
  const failures: BuildFailure[] = [];
  for (const task of batch.tasks) {
    const definition = definitions.get(task.type);
    // A build from the start holds the events of later batches too.
    if (definition !== undefined && holdsAll(definition, task)) continue;
    const outcome = await buildOne(store, definition, task);
    if ("error" in outcome) failures.push(outcome);
    else builds.push(outcome);
  }
  const planned = await store.builds.save({ batch, builds, failures });
  for (const failure of failures) onFailed(failure);
  const largest = builds.reduce((most, { state }) => Math.max(most, state.length), 0);
  return { processes, planned, largest };
}

/** Called after each commit, with how many ledger rows it planned; resolves when to go on, false when to stop. */
export type AfterBuild = (planned: number) => Promise<boolean>;

/**
 * Builds all that waits; returns how many ledger rows are to be done. After each commit others have a turn,
 * as long as `rest` says.
 */
export async function buildPending(
  store: Pick<Store, "builds" | "processes">,
  definitions: Definitions,
  rest: AfterBuild = () => setImmediate(true),
  onFailed: OnBuildFailed = () => {},
): Promise<number> {
  let planned = 0;
  let limit = eventsPerCommit;
  for (;;) {
    const round = await buildSome(store, definitions, limit, onFailed);
    planned += round.planned;
    limit = eventsFor(round.largest);
    if (round.processes === 0 || !(await rest(round.planned))) return planned;
  }
}

/**
 * Events to build in the next commit. A state is read, checked and written whole in each: of one that grows
 * with its events, commits of the same size would write the square of what it comes to.
 */
function eventsFor(largestState: number): number {
  const events = Math.ceil(largestState / statePerEvent);
  return Math.min(mostEventsPerCommit, Math.max(eventsPerCommit, events));
}

/** All that happened on a process that began in this batch and was never built: it need not be read again. */
function beginning({ isWhole, cached, ticket, fresh, upTo }: BuildTask): ProcessHistory | null {
  if (isWhole !== true || cached !== null || ticket !== null) return null;
  return { events: fresh.toSorted(compareEvents), upTo };
}

async function buildOne(
  store: Pick<Store, "builds" | "processes">,
  definition: ProcessDefinition | undefined,
  task: BuildTask,
): Promise<ProcessBuild | BuildFailure> {
  if (definition === undefined) {
    const error = `No definition of the process type "${task.type}" is known here; add it to \`processes:\` in the configuration.`;
    return { task, definitionVersion: 0, error };
  }
  try {
    return (
      buildFurther(definition, task) ??
      buildFromStart(
        definition,
        task,
        beginning(task) ?? (await store.processes.history(task.process)),
      )
    );
  } catch (error) {
    if (error instanceof Error && error.name === "StoreError") throw error;
    return { task, definitionVersion: definition.version, error: errorStack(error) };
  }
}
