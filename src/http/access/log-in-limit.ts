import type { Clock } from "../../runtime/clock.ts";
import { HttpRefusal } from "../problem/problem.ts";

/** Failed log-ins of one name, and from one address, in that time; more are refused unread. */
const windowMs = 15 * 60_000;
const mostOfName = 5;
const mostOfAddress = 20;
/** Names and addresses that are remembered; the oldest is forgotten for a new one. */
const mostRemembered = 10_000;

/** Keeps passwords from being tried one after the other. */
export class LogInLimit {
  readonly #clock: Pick<Clock, "steady">;
  readonly #failures = new Map<string, number[]>();

  constructor(clock: Pick<Clock, "steady">) {
    this.#clock = clock;
  }

  /** Throws a refusal when too many failed of this name or from this address. */
  check(name: string, address: string): void {
    for (const [key, most] of keysOf(name, address)) {
      const recent = this.#recent(key);
      const [first] = recent;
      if (recent.length < most || first === undefined) continue;
      const retryAfter = Math.ceil((first + windowMs - this.#clock.steady()) / 1000);
      const message = `Too many log-ins failed; try again in ${Math.ceil(retryAfter / 60)} min`;
      throw new HttpRefusal("TOO_MANY", message, { retryAfter });
    }
  }

  /** Notes a log-in that failed. */
  failed(name: string, address: string): void {
    for (const [key] of keysOf(name, address)) {
      const recent = this.#recent(key);
      this.#failures.delete(key);
      this.#failures.set(key, [...recent, this.#clock.steady()]);
    }
    for (const key of this.#failures.keys()) {
      if (this.#failures.size <= mostRemembered) return;
      this.#failures.delete(key);
    }
  }

  /** Forgets the failures of a name that logged in. */
  succeeded(name: string): void {
    this.#failures.delete(`name ${name}`);
  }

  #recent(key: string): readonly number[] {
    const since = this.#clock.steady() - windowMs;
    return (this.#failures.get(key) ?? []).filter((at) => at > since);
  }
}

function keysOf(name: string, address: string): readonly (readonly [string, number])[] {
  return [
    [`name ${name}`, mostOfName],
    [`address ${address}`, mostOfAddress],
  ];
}
