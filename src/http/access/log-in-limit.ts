import type { Clock } from "../../runtime/clock.ts";
import { HttpRefusal } from "../problem/problem.ts";

/** Failed log-ins of one name, and from one address, in that time; more are refused unread. */
const windowMs = 15 * 60_000;
const mostOfName = 5;
const mostOfAddress = 20;
/** Names and addresses that are remembered; the oldest is forgotten for a new one. */
const mostRemembered = 10_000;
/** Passwords that are checked at once; each takes 64 MiB of memory while it is. */
const mostChecked = 2;

/** A log-in that is being looked at; it counts as failed until it is said how it ended. */
export interface LogInAttempt {
  /** Takes it back, and forgets the failures of the name. */
  succeeded(): void;
  /** Takes it back: whether it fits was not found out. */
  unknown(): void;
}

/** Keeps passwords from being tried one after the other, or at once. */
export class LogInLimit {
  readonly #clock: Pick<Clock, "steady">;
  /** When log-ins failed or began, by name and by address. */
  readonly #attempts = new Map<string, readonly number[]>();
  #checked = 0;

  constructor(clock: Pick<Clock, "steady">) {
    this.#clock = clock;
  }

  /**
   * Counts a log-in before it is looked at, so that those asked at once count too. A code of a link has no name. Throws
   * a refusal when too many failed, or are being looked at, of this name or from this address.
   */
  begin({
    name,
    address,
  }: {
    readonly name: string | null;
    readonly address: string;
  }): LogInAttempt {
    const keys = keysOf(name, address);
    for (const [key, most] of keys) this.#check(key, most);
    const at = this.#clock.steady();
    for (const [key] of keys) this.#set(key, [...this.#recent(key), at]);
    for (const key of this.#attempts.keys()) {
      if (this.#attempts.size <= mostRemembered) break;
      this.#attempts.delete(key);
    }
    const unknown = () => {
      for (const [key] of keys) {
        const all = this.#recent(key);
        const own = all.indexOf(at);
        if (own !== -1) this.#set(key, all.toSpliced(own, 1));
      }
    };
    const succeeded = () => {
      unknown();
      if (name !== null) this.#attempts.delete(nameKey(name));
    };
    return { succeeded, unknown };
  }

  /** Runs the check of a password. Rejects with a refusal when enough are being checked. */
  async checking<Result>(check: () => Promise<Result>): Promise<Result> {
    if (this.#checked >= mostChecked) {
      const message = "Others log in just now; try again in a moment";
      throw new HttpRefusal("TOO_MANY", message, { retryAfter: 1 });
    }
    this.#checked += 1;
    try {
      return await check();
    } finally {
      this.#checked -= 1;
    }
  }

  #check(key: string, most: number): void {
    const recent = this.#recent(key);
    const [first] = recent;
    if (recent.length < most || first === undefined) return;
    const retryAfter = Math.ceil((first + windowMs - this.#clock.steady()) / 1000);
    const message = `Too many log-ins failed; try again in ${Math.ceil(retryAfter / 60)} min`;
    throw new HttpRefusal("TOO_MANY", message, { retryAfter });
  }

  /** The key becomes the last one to be forgotten. */
  #set(key: string, times: readonly number[]): void {
    this.#attempts.delete(key);
    if (times.length > 0) this.#attempts.set(key, times);
  }

  #recent(key: string): readonly number[] {
    const since = this.#clock.steady() - windowMs;
    return (this.#attempts.get(key) ?? []).filter((at) => at > since);
  }
}

function keysOf(name: string | null, address: string): readonly (readonly [string, number])[] {
  const ofAddress = [`address ${address}`, mostOfAddress] as const;
  return name === null ? [ofAddress] : [[nameKey(name), mostOfName], ofAddress];
}

function nameKey(name: string): string {
  return `name ${name}`;
}
