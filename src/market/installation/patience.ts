import type { OpenInstallation } from "../../app/installation/open-installation.ts";

/** How often to look whether anything got done, in milliseconds. */
const lookEveryMs = 2_000;

/** Patience with an installation that has something to do: it lasts as long as anything gets done. */
export class Patience {
  readonly #installation: Pick<OpenInstallation, "store">;
  readonly #patienceMs: number;
  #done = "";
  #doneAt = performance.now();
  #lookedAt = performance.now();

  /** `patienceMs`: how long a stage may do nothing, in milliseconds. */
  constructor(installation: Pick<OpenInstallation, "store">, patienceMs: number) {
    this.#installation = installation;
    this.#patienceMs = patienceMs;
  }

  /** Whether nothing got done for too long. */
  async isOver(): Promise<boolean> {
    const now = performance.now();
    if (now - this.#lookedAt < lookEveryMs) return false;
    this.#lookedAt = now;
    const { reports, actions, outbound } = this.#installation.store;
    const counts = [await reports.counts(), await actions.counts(), await outbound.counts()];
    const done = JSON.stringify(counts);
    if (done !== this.#done) {
      this.#done = done;
      this.#doneAt = now;
    }
    return now - this.#doneAt > this.#patienceMs;
  }
}
