import { type EventRevision, eventsAt, type Moment } from "../event/as-known.ts";
import type { EventRecord } from "../event/event.ts";
import { type Built, buildProcess } from "./build.ts";
import { type PlannedAction, Planner } from "./plan.ts";
import type { ProcessDefinition } from "./process.ts";

/** A process as it was at a moment, with what its events gave cause to. */
export interface BuiltAt extends Built<unknown> {
  /** Events that counted at the moment, in folding order. */
  readonly events: readonly EventRecord[];
  /** Deadlines that had passed and that the state no longer asked for. */
  readonly superseded: readonly number[];
  /** What today's code plans, skips and holds because of these events. */
  readonly plans: readonly PlannedAction[];
}

/** Builds a process as it was at a moment of either clock, with today's code. */
export function buildAt(
  definition: ProcessDefinition,
  key: string,
  recorded: {
    readonly events: readonly EventRecord[];
    readonly revisions: readonly EventRevision[];
  },
  moment: Moment,
): BuiltAt {
  const events = eventsAt(recorded.events, recorded.revisions, moment);
  const planner = new Planner(definition, key, events, () => true);
  const superseded: number[] = [];
  const built = buildProcess(definition, key, events, {
    onFolded: planner.onFolded,
    onSuperseded: ({ seq }) => superseded.push(seq),
  });
  return { ...built, events, superseded, plans: planner.plans };
}
