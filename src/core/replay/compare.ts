import { errorStack } from "../../runtime/error-stack.ts";
import { type EventRecord, foldPlace } from "../event/event.ts";
import { overtakenEvents } from "../event/late-events.ts";
import { buildProcess } from "../process/build.ts";
import { Planner } from "../process/plan.ts";
import type { ProcessDefinition } from "../process/process.ts";
import type { StoredBuild } from "../process/stored-build.ts";
import { errorCause } from "../stuck/cause.ts";
import { stateText } from "../text/state-text.ts";
import { differences, type FieldDifference } from "./difference.ts";
import { type JudgementChange, judgementChanges, type RowsOfEvent } from "./judgement.ts";

/** What building a process with today's code comes to, beside what is stored. */
export type Comparison =
  | { readonly kind: "same"; readonly outdated: readonly JudgementChange[] }
  | {
      readonly kind: "changed";
      readonly fromStatus: string | null;
      readonly toStatus: string;
      readonly fields: readonly FieldDifference[];
      readonly actions: readonly JudgementChange[];
      /**
       * Actions that would be judged otherwise whatever the code: something that happened before their
       * event came, or was fixed, after they were judged. No change of code explains them.
       */
      readonly outdated: readonly JudgementChange[];
      /** Stored was a failure, or nothing. */
      readonly isNew: boolean;
    }
  /** Today's code cannot build it. */
  | { readonly kind: "fails"; readonly error: string; readonly cause: string };

/**
 * Builds a process from the start with today's code and compares it with what is stored. `events` are
 * those that the stored build holds, in folding order; `rowsOf` gives
 * the ledger's rows of each.
 */
export function compareBuild(
  definition: ProcessDefinition,
  key: string,
  stored: StoredBuild,
  events: readonly EventRecord[],
  rowsOf: RowsOfEvent,
): Comparison {
  const planner = new Planner(definition, key, events, () => true);
  let status: string;
  let state: string;
  try {
    const built = buildProcess(definition, key, events, planner);
    status = built.status;
    state = stateText(built.state);
  } catch (error) {
    const text = errorStack(error);
    return { kind: "fails", error: text, cause: errorCause(text) };
  }
  const judged = events.filter(({ seq }) => seq <= stored.seq).map(({ seq }) => seq);
  const changes = judgementChanges(judged, rowsOf, planner.plans);
  const overtaken = changes.length === 0 ? new Set<number>() : overtakenEvents(events);
  const isOutdated = ({ event }: JudgementChange) => stored.revised || overtaken.has(event);
  const outdated = changes.filter(isOutdated);
  const actions = changes.filter((change) => !isOutdated(change));
  const isNew = stored.state === null || stored.error !== null;
  const moved = isNew ? [] : placeDifference(stored, events);
  const isSame = !isNew && actions.length === 0 && moved.length === 0 && stored.status === status;
  if (isSame && stored.state === state) return { kind: "same", outdated };
  const ofState = stored.state === null ? [] : differences(parsed(stored.state), JSON.parse(state));
  const fields = [...ofState, ...moved];
  // The same values in another order of their names are no change.
  if (isSame && fields.length === 0) return { kind: "same", outdated };
  const fromStatus = stored.status;
  return { kind: "changed", fromStatus, toStatus: status, fields, actions, outdated, isNew };
}

/** What comes next is folded from the place of the last event on: a wrong one folds it in the wrong order. */
function placeDifference({ tail }: StoredBuild, events: readonly EventRecord[]): FieldDifference[] {
  const last = events.at(-1);
  const place = last === undefined ? tail : foldPlace(last);
  return tail === place ? [] : [{ path: "place of its last event", from: tail, to: place }];
}

/** What is stored of a build, which is no more than a memory: when its text is damaged, nothing is. */
function parsed(state: string): unknown {
  try {
    return JSON.parse(state);
  } catch {
    return undefined;
  }
}
