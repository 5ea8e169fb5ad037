import { HttpRefusal } from "../problem/problem.ts";

/** Readers that may follow the feed at once, by a stream or a request that waits: of one name, and of all. */
const mostOfName = 6;
const mostReaders = 60;

/** Counts who follows the feed, so that nobody takes every connection. */
export class OpenReaders {
  readonly #open = new Map<string, number>();

  /** Counts a reader until it goes; gives what counts it down, once however often that is called. Throws a refusal when there are too many. */
  add(name: string, gone: AbortSignal): () => void {
    const own = this.#open.get(name) ?? 0;
    const all = [...this.#open.values()].reduce((sum, count) => sum + count, 0);
    if (own >= mostOfName || all >= mostReaders) {
      const message =
        own >= mostOfName
          ? `${own} readers of ${name} follow the feed already; close one`
          : `${all} readers follow the feed already; try again later`;
      throw new HttpRefusal("TOO_MANY", message, { retryAfter: 10 });
    }
    this.#open.set(name, own + 1);
    let isOpen = true;
    const closed = () => {
      if (!isOpen) return;
      isOpen = false;
      gone.removeEventListener("abort", closed);
      const left = (this.#open.get(name) ?? 1) - 1;
      if (left === 0) this.#open.delete(name);
      else this.#open.set(name, left);
    };
    // A reader may leave before anything of its stream is asked for: then nothing else tells.
    if (gone.aborted) closed();
    else gone.addEventListener("abort", closed);
    return closed;
  }
}
