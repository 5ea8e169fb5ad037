import type { Comparison } from "../../core/replay/compare.ts";
import type { Judgement, JudgementChange } from "../../core/replay/judgement.ts";
import type { ProcessName } from "../../store/port/processes/process-store.ts";

/** Something that happens to many processes in the same way, with some of them as examples. */
export interface Tally {
  count: number;
  /** Keys of processes. */
  readonly examples: string[];
}

/** Processes of a type that are of another status today. */
export interface StatusTally extends Tally {
  readonly type: string;
  readonly from: string | null;
  readonly to: string;
}

/** A field of the state that is otherwise today. */
export interface FieldTally extends Tally {
  readonly type: string;
  readonly path: string;
  /** Of the first example. */
  readonly from: unknown;
  readonly to: unknown;
}

/** An action that is judged otherwise today. */
export interface ActionTally extends Tally {
  readonly type: string;
  readonly action: string;
  readonly from: Judgement;
  readonly to: Judgement;
}

/** Why processes cannot be built today. */
export interface FailureTally extends Tally {
  readonly type: string;
  /** What went wrong without its values, and the error of the first example. */
  readonly cause: string;
  readonly error: string;
}

/** What building every process with today's code came to, beside what is stored. */
export interface ReplayReport {
  readonly processes: number;
  readonly events: number;
  readonly changed: number;
  /** Processes that the builder has not come to, or that changed while they were looked at. */
  readonly waiting: number;
  /** Processes of types that are not defined here. */
  readonly undefined: number;
  readonly failing: number;
  readonly statuses: readonly StatusTally[];
  readonly fields: readonly FieldTally[];
  readonly actions: readonly ActionTally[];
  /** Actions that would be judged otherwise whatever the code: see `Comparison`. They change nothing. */
  readonly outdated: readonly ActionTally[];
  readonly failures: readonly FailureTally[];
}

/** Adds up what each process came to; of any number of processes it keeps as much as there are kinds of change. */
export class ReplayTotals {
  processes = 0;
  events = 0;
  changed = 0;
  waiting = 0;
  undefined = 0;
  failing = 0;
  readonly #limit: number;
  readonly #statuses = new Map<string, StatusTally>();
  readonly #fields = new Map<string, FieldTally>();
  readonly #actions = new Map<string, ActionTally>();
  readonly #outdated = new Map<string, ActionTally>();
  readonly #failures = new Map<string, FailureTally>();

  /** `limit`: examples kept of each kind of change. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  add({ type, key }: ProcessName, comparison: Comparison): void {
    if (comparison.kind !== "fails")
      this.#judgements(this.#outdated, type, key, comparison.outdated);
    if (comparison.kind === "same") return;
    if (comparison.kind === "fails") {
      const { cause, error } = comparison;
      this.failing += 1;
      this.#tally(this.#failures, [type, cause], key, { type, cause, error });
      return;
    }
    this.changed += 1;
    const { fromStatus: from, toStatus: to, fields, actions } = comparison;
    if (from !== to) this.#tally(this.#statuses, [type, from, to], key, { type, from, to });
    const seen = new Set<string>();
    for (const field of fields) {
      if (seen.has(field.path)) continue;
      seen.add(field.path);
      this.#tally(this.#fields, [type, field.path], key, { type, ...field });
    }
    this.#judgements(this.#actions, type, key, actions);
  }

  #judgements(
    rows: Map<string, ActionTally>,
    type: string,
    key: string,
    changes: readonly JudgementChange[],
  ): void {
    for (const { action, from, to } of changes)
      this.#tally(rows, [type, action, from, to], key, { type, action, from, to });
  }

  report(): ReplayReport {
    const { processes, events, changed, waiting, failing } = this;
    return {
      processes,
      events,
      changed,
      waiting,
      undefined: this.undefined,
      failing,
      statuses: largestFirst(this.#statuses),
      fields: largestFirst(this.#fields),
      actions: largestFirst(this.#actions),
      outdated: largestFirst(this.#outdated),
      failures: largestFirst(this.#failures),
    };
  }

  #tally<Row extends Tally>(
    rows: Map<string, Row>,
    names: readonly unknown[],
    key: string,
    said: Omit<Row, keyof Tally>,
  ): void {
    const name = JSON.stringify(names);
    const row = rows.get(name) ?? ({ ...said, count: 0, examples: [] } as unknown as Row);
    rows.set(name, row);
    row.count += 1;
    if (row.examples.length < this.#limit) row.examples.push(key);
  }
}

function largestFirst<Row extends Tally>(rows: ReadonlyMap<string, Row>): Row[] {
  return [...rows.values()].sort((a, b) => b.count - a.count);
}
