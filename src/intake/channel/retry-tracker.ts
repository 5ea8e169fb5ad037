import { type BackOff, backOff } from "../../runtime/back-off.ts";

/** Something that failed and is tried again later. */
export interface Trouble {
  readonly name: string;
  readonly reason: string;
  /** When it first failed, in milliseconds since 1970. */
  readonly since: number;
}

interface Entry extends Trouble {
  readonly wait: BackOff;
  /** On the steady clock. */
  readonly dueAt: number;
}

/** What failed, by key, each with its own growing wait before the next try. */
export class RetryTracker {
  readonly #entries = new Map<string, Entry>();

  /**
   * Notes a failure; `longestMs` is the longest wait before a next try. True when it is a new one or its reason
   * is another than before: worth a log line.
   */
  fail(
    key: string,
    name: string,
    reason: string,
    now: { wall: number; steady: number },
    longestMs?: number,
  ): boolean {
    const before = this.#entries.get(key);
    const wait = before?.wait ?? backOff(undefined, longestMs);
    const dueAt = now.steady + wait.failed();
    this.#entries.set(key, { name, reason, since: before?.since ?? now.wall, wait, dueAt });
    return before?.reason !== reason;
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  /** Whether it must not be tried yet. */
  isBackingOff(key: string, steadyNow: number): boolean {
    return (this.#entries.get(key)?.dueAt ?? 0) > steadyNow;
  }

  /** True when there was a trouble to forget. */
  forget(key: string): boolean {
    return this.#entries.delete(key);
  }

  /** Forgets those that are none of the keys. */
  keepOnly(keys: ReadonlySet<string>): void {
    for (const key of this.#entries.keys()) if (!keys.has(key)) this.#entries.delete(key);
  }

  /** When the next is due, on the steady clock; null when there is none. */
  get nextAt(): number | null {
    if (this.#entries.size === 0) return null;
    return Math.min(...[...this.#entries.values()].map((entry) => entry.dueAt));
  }

  get size(): number {
    return this.#entries.size;
  }

  list(): Trouble[] {
    return [...this.#entries.values()];
  }
}
