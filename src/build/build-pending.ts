import { setImmediate } from "node:timers/promises";
import { compareEvents } from "../core/event/event.ts";
import type { ProcessDefinition } from "../core/process/process.ts";
import { errorStack } from "../runtime/error-stack.ts";
import type { StageProgress } from "../runtime/stage-progress.ts";
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
  /** The newest event that was looked at. */
  readonly builtTo: number;
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
  const builtTo = batch.next;
  if (processes === 0) return { processes, planned: 0, largest: 0, builtTo };
  const outcomes = await buildAll(store, definitions, batch.tasks);
  const failures = outcomes.filter((outcome) => "error" in outcome);
  const builds = outcomes.filter((outcome): outcome is ProcessBuild => !("error" in outcome));
  const planned = await store.builds.save({ batch, builds, failures });
  for (const failure of failures) onFailed(failure);
  const largest = builds.reduce((most, { state }) => Math.max(most, state.length), 0);
  return { processes, planned, largest, builtTo };
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
  onBuilt: StageProgress["built"] = () => {},
): Promise<number> {
  let planned = 0;
  let limit = eventsPerCommit;
  for (;;) {
    const round = await buildSome(store, definitions, limit, onFailed);
    onBuilt(round.builtTo);
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

/** Processes whose events are read together. */
const historiesAtOnce = 100;

type Outcome = ProcessBuild | BuildFailure;

/** Builds processes in their order. Those whose events are to be read from the first on are read many at once. */
async function buildAll(
  store: Pick<Store, "processes">,
  definitions: Definitions,
  tasks: readonly BuildTask[],
): Promise<Outcome[]> {
  const outcomes = tasks.map((task) => {
    const definition = definitions.get(task.type);
    if (definition === undefined) return unknownType(task);
    // A build from the start holds the events of later batches too.
    if (holdsAll(definition, task)) return null;
    return attempt(definition, task, () => buildFromBatch(definition, task));
  });
  const unread = [...tasks.keys()].filter((place) => outcomes[place] === "unread");
  for (let first = 0; first < unread.length; first += historiesAtOnce) {
    const places = unread.slice(first, first + historiesAtOnce);
    const processes = places.flatMap((place) => tasks[place]?.process ?? []);
    const histories = await store.processes.histories(processes);
    for (const place of places) {
      const task = tasks[place];
      const definition = task && definitions.get(task.type);
      if (task === undefined || definition === undefined) continue;
      const history = histories.get(task.process) ?? { events: [], upTo: 0 };
      outcomes[place] = attempt(definition, task, () => buildFromStart(definition, task, history));
    }
  }
  return outcomes.filter((outcome) => outcome !== null && outcome !== "unread");
}

/** `unread` where the process is to be built from its first event, which the batch does not have. */
function buildFromBatch(definition: ProcessDefinition, task: BuildTask): ProcessBuild | "unread" {
  const further = buildFurther(definition, task);
  if (further !== null) return further;
  const history = beginning(task);
  return history === null ? "unread" : buildFromStart(definition, task, history);
}

/** What the definition throws stops this process and no other. */
function attempt<Built>(
  definition: ProcessDefinition,
  task: BuildTask,
  build: () => Built,
): Built | BuildFailure {
  try {
    return build();
  } catch (error) {
    return { task, definitionVersion: definition.version, error: errorStack(error) };
  }
}

function unknownType(task: BuildTask): BuildFailure {
  const error = `No definition of the process type "${task.type}" is known here; add it to \`processes:\` in the configuration.`;
  return { task, definitionVersion: 0, error };
}
