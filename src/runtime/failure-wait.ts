import { backOff } from "./back-off.ts";
import { errorMessage } from "./error-message.ts";

/** Waiting after the store or the disk could not be used: each failure in a row makes it longer. */
export class FailureWait {
  readonly #wait = backOff();
  #reason: string | null = null;
  #until = 0;

  /** What the last failure was; null when nothing is waited for. */
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

  /** It works again. True when that is news: it had failed before. */
  end(): boolean {
    const wasWaiting = this.#reason !== null;
    this.#reason = null;
    this.#wait.worked();
    return wasWaiting;
  }
}
