import type { Clock } from "../../runtime/clock.ts";

/** Work that waits behind intake: when it grows too long, intake waits for it. */
export interface Backlog {
  /** What waits, as the end of a sentence that begins with a number, e.g. `messages wait to be routed`. */
  readonly what: string;
  /** Intake stops above this many, and goes on below half of it. */
  readonly stopAbove: number;
  /** How many wait now, about. */
  count(): Promise<number>;
}

/** Counted at most so often, in milliseconds. */
const countEveryMs = 250;

/** Watches one backlog. */
export class BacklogWatch {
  readonly #backlog: Backlog;
  readonly #clock: Clock;
  #countedAt = Number.NEGATIVE_INFINITY;
  #closed: string | null = null;

  constructor(backlog: Backlog, clock: Clock) {
    this.#backlog = backlog;
    this.#clock = clock;
  }

  /** Why intake has to wait, in words; null when it need not. */
  async closed(): Promise<string | null> {
    const now = this.#clock.steady();
    if (now - this.#countedAt < countEveryMs) return this.#closed;
    this.#countedAt = now;
    const { what, stopAbove } = this.#backlog;
    const resumeBelow = Math.floor(stopAbove / 2);
    const count = await this.#backlog.count();
    const most = this.#closed === null ? stopAbove : resumeBelow;
    this.#closed =
      count <= most
        ? null
        : `About ${count} ${what}, more than the ${stopAbove} that \`backlog\` in busbar.yaml allows. Intake resumes when there are ${resumeBelow} or fewer.`;
    return this.#closed;
  }
}
