import {
  compareEvents,
  type EventRecord,
  type FoldedEvent,
  foldPlace,
  foldsAfter,
  occurredAt,
} from "../core/event/event.ts";
import { built, type FoldWatcher, foldOn } from "../core/process/build.ts";
import { type PlannedAction, Planner } from "../core/process/plan.ts";
import type { ProcessDefinition } from "../core/process/process.ts";
import { stateText } from "../core/text/state-text.ts";
import type {
  BuildTask,
  CachedBuild,
  LedgerEntry,
  ProcessBuild,
} from "../store/port/processes/build-store.ts";
import type { ProcessHistory } from "../store/port/processes/process-store.ts";

/** Whether what was built before holds every event already, as the definition is now. */
export function holdsAll(definition: ProcessDefinition, task: BuildTask): boolean {
  return goesOn(definition, task) && task.cached.seq >= task.upTo;
}

/**
 * Builds a process on top of what was built before, when its new events all fold after what it holds; null
 * when it has to be built from the start.
 */
export function buildFurther(definition: ProcessDefinition, task: BuildTask): ProcessBuild | null {
  if (!goesOn(definition, task)) return null;
  const { cached, fresh } = task;
  const { state: text } = cached;
  const kept = keptState(text);
  if (kept === null) return null;
  const news = fresh.filter(({ seq }) => seq > cached.seq).sort(compareEvents);
  const [first] = news;
  if (first !== undefined && cached.tail !== null && !foldsAfter(first, cached.tail)) return null;
  // A fold may change a state in place.
  const before = () => JSON.parse(text) as unknown;
  const planner = new Planner(definition, before, news, () => true);
  const watcher = new FoldReport(planner, (type) => definition.isDeadline(type));
  const state = foldOn(definition, kept.state, news, watcher);
  const last = news.at(-1);
  const tail = last === undefined ? cached.tail : foldPlace(last);
  const seq = Math.max(task.upTo, cached.seq);
  return asBuild(definition, task, { state, seq, tail, judged: news }, watcher);
}

/** A task whose last build can be built on. */
interface GoingOn extends BuildTask {
  readonly cached: CachedBuild & { readonly state: string };
}

function goesOn(definition: ProcessDefinition, task: BuildTask): task is GoingOn {
  const { ticket, cached, unjudged } = task;
  if (ticket !== null || unjudged !== undefined) return false;
  if (cached === null || cached.state === null || cached.failed) return false;
  return cached.definitionVersion === definition.version;
}

/** The state that a build left; null when its text is damaged: the events tell what it was. */
function keptState(text: string): { readonly state: unknown } | null {
  try {
    return { state: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

/** Builds a process from its first event. Actions are planned for the events that no build had before. */
export function buildFromStart(
  definition: ProcessDefinition,
  task: BuildTask,
  { events, upTo }: ProcessHistory,
): ProcessBuild {
  const judgedTo = task.cached?.seq ?? 0;
  const unjudged = new Set(task.unjudged);
  const isNew = ({ seq }: Pick<EventRecord, "seq">) => seq > judgedTo || unjudged.has(seq);
  const planner = new Planner(definition, task.key, events, isNew);
  const watcher = new FoldReport(planner, (type) => definition.isDeadline(type));
  const state = foldOn(definition, definition.begin(task.key), events, watcher);
  const last = events.at(-1);
  const tail = last === undefined ? null : foldPlace(last);
  const folded = { state, seq: upTo, tail, judged: events.filter(isNew) };
  return asBuild(definition, task, folded, watcher);
}

/** What a fold tells that is to be saved beside the state. */
class FoldReport implements FoldWatcher<unknown> {
  readonly superseded: number[] = [];
  /** Events of deadlines that count. */
  readonly passed: number[] = [];
  readonly #planner: Planner<unknown>;
  readonly #isDeadline: (type: string) => boolean;

  constructor(planner: Planner<unknown>, isDeadline: (type: string) => boolean) {
    this.#planner = planner;
    this.#isDeadline = isDeadline;
  }

  get plans() {
    return this.#planner.plans;
  }

  onFolded(event: FoldedEvent, state: unknown): void {
    if (this.#isDeadline(event.type)) this.passed.push(event.seq);
    this.#planner.onFolded(event, state);
  }

  onSuperseded({ seq }: FoldedEvent): void {
    this.superseded.push(seq);
  }
}

/** What a fold came to, and the events that it was the first to judge. */
interface Folded {
  readonly state: unknown;
  readonly seq: number;
  readonly tail: string | null;
  readonly judged: readonly EventRecord[];
}

function asBuild(
  definition: ProcessDefinition,
  task: BuildTask,
  { state, seq, tail, judged }: Folded,
  { plans, superseded, passed }: FoldReport,
): ProcessBuild {
  const { status, deadlines } = built(definition, state);
  return {
    task,
    definitionVersion: definition.version,
    seq,
    tail,
    status,
    state: stateText(state),
    plans: plans.map(asLedgerEntry),
    superseded,
    passed,
    deadlines,
    lastAt: tail === null ? 0 : occurredAt(tail),
    missesPassed: isHistoryOnly(judged),
  };
}

/** What a condition saw comes from its definition: what JSON cannot hold stops this process and no other. */
function asLedgerEntry({ verdicts, ...plan }: PlannedAction): LedgerEntry {
  return { ...plan, verdicts: verdicts.length === 0 ? null : JSON.stringify(verdicts) };
}

/** A build that only past things led to: nothing new happened, or only history was taken in. */
function isHistoryOnly(judged: readonly EventRecord[]): boolean {
  return judged.every((event) => event.history === true);
}
