import { z } from "zod";
import { count, id, list, moment } from "../../app/views/parts.ts";
import { notFound, RefusedError } from "../../core/refusal/refused-error.ts";
import { utcTime } from "../../core/text/utc-time.ts";
import { errorMessage } from "../../runtime/error-message.ts";

/** What came of one item of a group. */
export const jobItemView = z.strictObject({
  item: z.string(),
  done: z.boolean(),
  said: z.string(),
});

/** What came of one item of a group. */
export type JobItem = z.infer<typeof jobItemView>;

/** Something that is done for many items, one after the other, in the background. */
export const jobView = z.strictObject({
  id,
  act: z.string(),
  actor: z.string(),
  reason: z.string(),
  state: z.enum(["running", "done", "stopped", "failed"]),
  /** Why it failed. */
  problem: z.string().nullable(),
  /** How many items it has; 0 where that is not known before. */
  total: count,
  done: count,
  refused: count,
  startedAt: moment,
  endedAt: moment.nullable(),
  /** What came of each so far, in order; of very many only the first, and all that were refused early. */
  items: list(jobItemView),
});

/** A job as it is answered. */
export type JobView = z.infer<typeof jobView>;

/** What is to be done in the background. */
export interface NewJob {
  /** What is done, e.g. `POST /stuck/causes/5e4707/retries`. */
  readonly act: string;
  readonly actor: string;
  readonly reason: string;
  readonly total: number;
  /** What is worked on, and which state of it was looked at; the same is never done by two jobs at a time. */
  readonly on?: {
    readonly what: string;
    readonly set: string;
    /** What whoever asked for another set does once this job has ended: not every kind of job can be looked at before. */
    readonly afterwards: "look again with dryRun" | "ask again for yours";
  };
  /** Does it, as what comes of each is asked for. */
  readonly items: AsyncIterable<JobItem>;
}

/** Jobs and items of each that are remembered. */
const mostJobs = 100;
const mostItems = 10_000;

interface Running {
  view: JobView;
  readonly on: NewJob["on"];
  readonly stop: AbortController;
  readonly ended: Promise<void>;
}

/** Jobs, as long as the daemon runs with the same settings; what they did is kept where each act is kept. */
export class Jobs {
  readonly #jobs = new Map<number, Running>();
  readonly #now: () => number;
  #last = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Begins a job. While one works on the same set it is that one; throws a refusal while one works on the same as it
   * was before.
   */
  start({ items, on, ...given }: NewJob): JobView {
    const same = this.#workingOn(on);
    if (same !== null) return same;
    this.#last += 1;
    const view: JobView = {
      ...given,
      id: this.#last,
      state: "running",
      problem: null,
      done: 0,
      refused: 0,
      startedAt: utcTime(this.#now()),
      endedAt: null,
      items: [],
    };
    const stop = new AbortController();
    const kept: JobItem[] = [];
    const running: Running = {
      view,
      on,
      stop,
      ended: Promise.resolve().then(() => this.#run(running, items, kept)),
    };
    this.#jobs.set(view.id, running);
    for (const [number, { view: old }] of this.#jobs)
      if (this.#jobs.size > mostJobs && old.state !== "running") this.#jobs.delete(number);
    return view;
  }

  /** A job as it is now. Throws a refusal when there is none of that number, or none any more. */
  get(job: number): JobView {
    return this.#named(job).view;
  }

  /** Every job, the oldest first, each without what came of its items. */
  list(): readonly JobView[] {
    return [...this.#jobs.values()].map(({ view }) => ({ ...view, items: [] }));
  }

  /** Has a job end before its next item, and waits for that. Throws a refusal when it has ended. */
  async stop(job: number): Promise<JobView> {
    const running = this.#named(job);
    if (running.view.state !== "running")
      throw new RefusedError("conflict", `Job ${job} has ended: ${running.view.state}`, {
        about: `job ${job}`,
      });
    running.stop.abort();
    await running.ended;
    return running.view;
  }

  /** Stops all jobs, and resolves when none does anything any more. */
  async close(): Promise<void> {
    for (const { stop } of this.#jobs.values()) stop.abort();
    await Promise.all([...this.#jobs.values()].map(({ ended }) => ended));
  }

  #workingOn(on: NewJob["on"]): JobView | null {
    if (on === undefined) return null;
    for (const { view, on: its } of this.#jobs.values()) {
      if (view.state !== "running" || its?.what !== on.what) continue;
      if (its.set === on.set) return view;
      throw new RefusedError(
        "conflict",
        `Job ${view.id} is at it: ${view.act}, begun by ${view.actor}. Wait until it has ended, or stop it, and ${its.afterwards}`,
        { code: "JOB_RUNNING", about: `job ${view.id}` },
      );
    }
    return null;
  }

  #named(job: number): Running {
    const running = this.#jobs.get(job);
    if (running === undefined) throw notFound(`job ${job}`);
    return running;
  }

  async #run(running: Running, items: AsyncIterable<JobItem>, kept: JobItem[]): Promise<void> {
    const ends = (state: JobView["state"], problem: string | null) => {
      running.view = { ...running.view, state, problem, endedAt: utcTime(this.#now()) };
    };
    try {
      for await (const item of stoppable(items, running.stop.signal)) {
        if (kept.length < mostItems) kept.push(item);
        const { done, refused } = running.view;
        const counts = item.done ? { done: done + 1 } : { refused: refused + 1 };
        running.view = { ...running.view, ...counts, items: kept };
      }
      ends(running.stop.signal.aborted ? "stopped" : "done", null);
    } catch (error) {
      ends("failed", errorMessage(error));
    }
  }
}

/** The items up to where a stop was asked for: what is begun is finished. */
async function* stoppable(
  items: AsyncIterable<JobItem>,
  signal: AbortSignal,
): AsyncGenerator<JobItem> {
  if (signal.aborted) return;
  for await (const item of items) {
    yield item;
    if (signal.aborted) return;
  }
}
