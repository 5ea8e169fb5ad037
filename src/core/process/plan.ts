import type { Verdict } from "../define/condition.ts";
import type { EventRecord, FoldedEvent } from "../event/event.ts";
import { lateEvents } from "../event/late-events.ts";
import { foldOn } from "./build.ts";
import type { ProcessDefinition } from "./process.ts";

/** A ledger row to be: one action because of one event, with why or why not. */
export interface PlannedAction {
  /** Recording number of the event. */
  readonly event: number;
  readonly action: string;
  /**
   * `planned`: to be done. `skipped`: a condition said no, or the event is history. `needs-review`: the event
   * came late, and the conditions say one thing of the state then and another of the state now.
   */
  readonly state: "planned" | "skipped" | "needs-review";
  /** What each condition said of the state at the event. */
  readonly verdicts: readonly Verdict[];
  /** Why it is not planned, in words; null when it is. */
  readonly reason: string | null;
}

/**
 * Judges the actions of events as each is folded. Made for one build: `onFolded` is its watcher. An event
 * counts as late when one recorded before it folds after it.
 */
export class Planner<State> {
  readonly plans: PlannedAction[] = [];
  readonly #definition: ProcessDefinition<State>;
  readonly #before: () => State;
  readonly #all: readonly EventRecord[];
  readonly #isNew: (event: FoldedEvent) => boolean;
  /** Numbers of the late ones; null until first asked for. */
  #late: ReadonlySet<number> | null = null;

  /**
   * `all` are the events of the process in folding order; actions are planned for those that are new. `before`
   * makes, anew each time, the state that they are folded onto: that of a process of this key when it begins,
   * or, where `all` are only its last events, what those before them led to.
   */
  constructor(
    definition: ProcessDefinition<State>,
    before: string | (() => State),
    all: readonly EventRecord[],
    isNew: (event: FoldedEvent) => boolean,
  ) {
    this.#definition = definition;
    this.#before = typeof before === "string" ? () => definition.begin(before) : before;
    this.#all = all;
    this.#isNew = isNew;
  }

  readonly onFolded = (event: FoldedEvent, state: State): void => {
    if (!this.#isNew(event)) return;
    let now: State | null = null;
    for (const { action, conditions } of this.#definition.subscriptions(event.type)) {
      let verdicts = conditions.map((condition) => condition.judge(state, event));
      let today = verdicts;
      if (verdicts.length > 0 && event.history !== true && this.#isLate(event)) {
        now ??= this.#stateNow(event);
        const known = now;
        today = conditions.map((condition) => condition.judge(known, event));
        // What is asked of now has one answer.
        verdicts = verdicts.map((verdict, at) =>
          verdict.now === true ? (today[at] ?? verdict) : verdict,
        );
      }
      const decided = event.history === true ? asHistory : decide(verdicts, today);
      this.plans.push({
        event: event.seq,
        action: action.name,
        verdicts: verdicts.map(asItWas),
        ...decided,
      });
    }
  };

  /** The state that later events, recorded before this one, had led to. */
  #stateNow(event: FoldedEvent): State {
    const known = this.#all.filter(({ seq }) => seq <= event.seq);
    return foldOn(this.#definition, this.#before(), known);
  }

  #isLate({ seq }: FoldedEvent): boolean {
    this.#late ??= lateEvents(this.#all);
    return this.#late.has(seq);
  }
}

/** A verdict that stays as it is: parts of the state that it saw may change with the next event. */
function asItWas(verdict: Verdict): Verdict {
  const { saw } = verdict;
  const isFlat = Object.values(saw).every((value) => typeof value !== "object" || value === null);
  return isFlat ? verdict : { ...verdict, saw: JSON.parse(JSON.stringify(saw)) as object };
}

type Decided = Pick<PlannedAction, "state" | "reason">;

const asHistory: Decided = { state: "skipped", reason: "history" };

/** What becomes of an action, by what its conditions say of the state at its event and of the state now. */
function decide(atEvent: readonly Verdict[], today: readonly Verdict[]): Decided {
  const changed = atEvent.find((verdict, place) => verdict.holds !== today[place]?.holds);
  if (changed !== undefined) {
    const said = changed.holds ? "was true then and is not now" : "was not true then and is now";
    return { state: "needs-review", reason: `the event came late: "${changed.condition}" ${said}` };
  }
  const no = atEvent.find((verdict) => !verdict.holds);
  if (no === undefined) return { state: "planned", reason: null };
  return { state: "skipped", reason: `not: ${no.condition}` };
}
