import { setImmediate } from "node:timers/promises";
import type { BuildFailure, BuildStore, BuildTask, ProcessBuild } from "../core/build-store.ts";
import { errorText } from "../core/error-text.ts";
import type { ProcessDefinition } from "../core/process.ts";
import { buildFromStart, buildFurther } from "./build-task.ts";

/** Definitions by their type. */
export type Definitions = ReadonlyMap<string, ProcessDefinition>;

/** Events built in one commit. */
const eventsPerCommit = 1_000;

/** What a round of building came to. */
export interface BuildRound {
  /** Processes and events that were looked at; nothing is left when both are 0. */
  readonly processes: number;
  /** Ledger rows that are to be done. */
  readonly planned: number;
}

/** Told of each process that could not be built. */
export type OnBuildFailed = (failure: BuildFailure) => void;

/** Builds some of what waits: processes whose past changed, and those of the oldest events. */
async function buildSome(
  store: BuildStore,
  definitions: Definitions,
  onFailed: OnBuildFailed,
): Promise<BuildRound> {
  const batch = await store.toBuild(eventsPerCommit);
  const processes = batch.tasks.length;
  if (processes === 0) return { processes, planned: 0 };
  const builds: ProcessBuild[] = [];
  const failures: BuildFailure[] = [];
  for (const task of batch.tasks) {
    const outcome = await buildOne(store, definitions.get(task.type), task);
    if ("error" in outcome) failures.push(outcome);
    else builds.push(outcome);
  }
  const planned = await store.saveBuilds(batch, builds, failures);
  for (const failure of failures) onFailed(failure);
  return { processes, planned };
}

/**
 * Builds all that waits; returns how many ledger rows are to be done. After each commit it lets others
 * have a turn: `rest` resolves when it may go on, false when it is to stop.
 */
export async function buildPending(
  store: BuildStore,
  definitions: Definitions,
  rest: () => Promise<boolean> = () => setImmediate(true),
  onFailed: OnBuildFailed = () => {},
): Promise<number> {
  let planned = 0;
  for (;;) {
    const round = await buildSome(store, definitions, onFailed);
    planned += round.planned;
    if (round.processes === 0 || !(await rest())) return planned;
  }
}

async function buildOne(
  store: BuildStore,
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
      buildFromStart(definition, task, await store.history(task.process))
    );
  } catch (error) {
    if (error instanceof Error && error.name === "StoreError") throw error;
    return { task, definitionVersion: definition.version, error: errorText(error) };
  }
}
