/** Something that is to happen at a moment. */
interface Entry {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly order: number;
  readonly happen: () => void;
}

/** What is to happen, the earliest first; of one moment, what was noted first. */
export class Agenda {
  /** A binary heap. */
  readonly #entries: Entry[] = [];
  #noted = 0;

  /** Has something happen at a moment. */
  note(at: number, happen: () => void): void {
    const entry = { at, order: this.#noted, happen };
    this.#noted += 1;
    let place = this.#entries.length;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const other = this.#entries[above];
      if (other === undefined || !isBefore(entry, other)) break;
      this.#entries[place] = other;
      place = above;
    }
    this.#entries[place] = entry;
  }

  /** When the next thing happens, in milliseconds since 1970; null when nothing is noted. */
  get next(): number | null {
    return this.#entries[0]?.at ?? null;
  }

  /** How much is still to happen. */
  get size(): number {
    return this.#entries.length;
  }

  /** Lets everything happen that is noted up to a moment, also what that brings about by then. */
  pass(until: number): void {
    for (let first = this.#entries[0]; first !== undefined && first.at <= until; ) {
      this.#dropFirst();
      first.happen();
      first = this.#entries[0];
    }
  }

  #dropFirst(): void {
    const last = this.#entries.pop();
    const { length } = this.#entries;
    if (last === undefined || length === 0) return;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      const [left, right] = [this.#entries[below], this.#entries[below + 1]];
      if (left === undefined) break;
      let least = left;
      if (right !== undefined && isBefore(right, left)) {
        least = right;
        below += 1;
      }
      if (!isBefore(least, last)) break;
      this.#entries[place] = least;
      place = below;
    }
    this.#entries[place] = last;
  }
}

function isBefore(one: Entry, other: Entry): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
