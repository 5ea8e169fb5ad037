import type { ActionQueue, ActionRoom } from "../store/port/actions/action-store.ts";
import type { RuleOf } from "./action-rules.ts";

/** What is known of a queue: how many of it run, and when the last ones were started. */
interface Use {
  readonly queue: ActionQueue;
  running: number;
  /** On the steady clock, the oldest first; only of queues with a limit a second. */
  starts: number[];
}

/** At most `starts` in any window of `windowMs`. */
interface Pace {
  readonly starts: number;
  readonly windowMs: number;
}

/** Counts what runs and what was started, and says how much more may be. Moments are of a clock that never jumps. */
export class ActionLimits {
  readonly #atOnce: number;
  readonly #ruleOf: RuleOf;
  readonly #uses = new Map<string, Use>();
  #running = 0;

  /** `queues` are those with rules of their own; others are met as they come. */
  constructor(atOnce: number, ruleOf: RuleOf, queues: readonly ActionQueue[]) {
    this.#atOnce = atOnce;
    this.#ruleOf = ruleOf;
    for (const queue of queues) this.#use(queue);
  }

  started(queue: ActionQueue, at: number): void {
    const use = this.#use(queue);
    this.#running += 1;
    use.running += 1;
    if (this.#pace(use) !== null) use.starts.push(at);
  }

  ended(queue: ActionQueue): void {
    this.#running -= 1;
    this.#use(queue).running -= 1;
  }

  room(now: number): ActionRoom {
    const inAll = Math.max(0, this.#atOnce - this.#running);
    const queues = [...this.#uses.values()].map((use) => ({
      ...use.queue,
      room: Math.min(inAll, this.#roomOf(use, now)),
    }));
    return { inAll, others: inAll, queues };
  }

  /** Milliseconds until a queue that was started as often as it may be can be started again; null when none waits for that. */
  opensInMs(now: number): number | null {
    let soonest: number | null = null;
    for (const use of this.#uses.values()) {
      const pace = this.#pace(use);
      const first = use.starts.at(-(pace?.starts ?? 0));
      if (pace === null || first === undefined || use.starts.length < pace.starts) continue;
      const opens = Math.max(0, first + pace.windowMs - now);
      soonest = Math.min(soonest ?? opens, opens);
    }
    return soonest;
  }

  #roomOf(use: Use, now: number): number {
    const free = Math.max(0, this.#ruleOf(use.queue).concurrency - use.running);
    const pace = this.#pace(use);
    if (pace === null) return free;
    const since = use.starts.findIndex((at) => at > now - pace.windowMs);
    use.starts = since < 0 ? [] : use.starts.slice(since);
    return Math.min(free, Math.max(0, pace.starts - use.starts.length));
  }

  #pace({ queue }: Use): Pace | null {
    const { perSecond } = this.#ruleOf(queue);
    if (perSecond === null) return null;
    const starts = Math.ceil(perSecond);
    return { starts, windowMs: (starts * 1_000) / perSecond };
  }

  #use(queue: ActionQueue): Use {
    const key = `${queue.processType}\n${queue.name}`;
    let use = this.#uses.get(key);
    if (use === undefined) {
      const { processType, name } = queue;
      use = { queue: { processType, name }, running: 0, starts: [] };
      this.#uses.set(key, use);
    }
    return use;
  }
}
