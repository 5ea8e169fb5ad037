/** Rings and changes within this time share one look. */
const leastGapMs = 25;
/** When looks at an inbox come; all times in milliseconds on the steady clock. */
export class LookSchedule {
  readonly #pollMs: number;
  #began = 0;
  #lasted = 0;

  constructor(pollMs: number) {
    this.#pollMs = pollMs;
  }

  /** A look began and ended. A folder of many entries takes long: it is looked at less often. */
  looked(began: number, ended: number): void {
    this.#began = began;
    this.#lasted = ended - began;
  }

  /** The next look, at the latest: by the poll, or earlier when one of the moments is due before. */
  nextAt(moments: readonly (number | null)[]): number {
    const due = moments.filter((moment) => moment !== null);
    return Math.min(this.#began + this.#pollMs, ...due.map((at) => Math.max(at, this.rungAt)));
  }

  /** The earliest a look may follow when something happened in the inbox. */
  get rungAt(): number {
    return this.#began + Math.max(leastGapMs, 3 * this.#lasted);
  }

  /** Whether so much time went into taking files that it is time to look again. */
  isOverdue(now: number): boolean {
    return now - this.#began > Math.max(this.#pollMs, 5 * this.#lasted);
  }
}
