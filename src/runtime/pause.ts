import { backOff } from "./back-off.ts";
import { errorMessage } from "./error-message.ts";

/** A stop because the store or the disk cannot be used, ended by time: each failure in a row makes it longer. */
export class Pause {
  readonly #wait = backOff();
  #reason: string | null = null;
  #until = 0;

  /** Why we pause; null when we do not. */
  get reason(): string | null {
    return this.#reason;
  }

  /** Failures in a row. */
  get failures(): number {
    return this.#wait.failures;
  }

  /** When to try again, on the steady clock. */
  get until(): number {
    return this.#until;
  }

  /** True when the reason is news: worth a log line. */
  begin(error: unknown, steadyNow: number): boolean {
    const reason = errorMessage(error);
    const isNews = reason !== this.#reason;
    this.#reason = reason;
    this.#until = steadyNow + this.#wait.failed();
    return isNews;
  }

  /** It works again. True when there was a pause to end. */
  end(): boolean {
    const paused = this.#reason !== null;
    this.#reason = null;
    this.#wait.worked();
    return paused;
  }
}
