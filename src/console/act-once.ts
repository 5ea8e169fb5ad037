import { createHash } from "node:crypto";
import type { FormFields } from "./read-form.ts";

/** How long an act is known by its form, and how many are. */
const knownMs = 300_000;
const mostKnown = 1_000;

interface Known {
  readonly at: number;
  readonly to: Promise<string>;
}

/**
 * The acts of the last minutes, so that a form sent twice, as by a double click, is done once: the second is led
 * where the first was, also while that is still at work. An act that was refused may be asked again.
 */
export class ActsOnce {
  readonly #now: () => number;
  readonly #known = new Map<string, Known>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Where to go on after an act, which is done where it is not known by its key. */
  do(key: string, act: () => Promise<string>): Promise<string> {
    this.#forget();
    const known = this.#known.get(key);
    if (known !== undefined) return known.to;
    const to = act();
    this.#known.set(key, { at: this.#now(), to });
    to.catch(() => this.#known.delete(key));
    return to;
  }

  #forget(): void {
    const since = this.#now() - knownMs;
    // They lie in the order in which they were asked.
    for (const [key, { at }] of this.#known) {
      if (at >= since && this.#known.size < mostKnown) return;
      this.#known.delete(key);
    }
  }
}

/**
 * What a form that was sent is known by: who sent it where, and all that is in it. Null where it bears no key of its
 * own, as when it was not sent from one of our pages. A form that is corrected and sent again is another.
 */
export function keyOfSent(who: string, path: string, fields: FormFields): string | null {
  if ((fields["once"] ?? "") === "") return null;
  const said = JSON.stringify([who, path, Object.entries(fields).toSorted()]);
  return createHash("sha256").update(said).digest("hex");
}
