import type { Clock } from "../../src/runtime/clock.ts";
import type { Timer } from "../../src/runtime/timer.ts";

interface Call {
  readonly at: number;
  readonly onTime: () => void;
}

/** A clock with its timers that goes on only when told. */
export class OwnTime {
  #now = 0;
  readonly #calls = new Set<Call>();

  readonly clock: Clock = { wall: () => this.#now, steady: () => this.#now };

  readonly timer: Timer = (ms, onTime) => {
    const call = { at: this.#now + Math.max(0, ms), onTime };
    this.#calls.add(call);
    return () => void this.#calls.delete(call);
  };

  /** Lets what is under way go as far as it can without time. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  }

  /** Lets so much time pass, and calls back on the way. */
  async pass(ms: number): Promise<void> {
    const until = this.#now + ms;
    await this.settle();
    for (;;) {
      const due = [...this.#calls].filter(({ at }) => at <= until);
      const [next] = due.toSorted((a, b) => a.at - b.at);
      if (next === undefined) break;
      this.#now = Math.max(this.#now, next.at);
      this.#calls.delete(next);
      next.onTime();
      await this.settle();
    }
    this.#now = until;
    await this.settle();
  }
}
