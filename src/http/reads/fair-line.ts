/** What waits, of several people: each has a turn after the other, whoever asks for more. */
export class FairLine<Item> {
  readonly #lines = new Map<string, Item[]>();

  /** How many wait. */
  get size(): number {
    return [...this.#lines.values()].reduce((sum, { length }) => sum + length, 0);
  }

  /** Puts something behind what waits of the same person. */
  push(whose: string, item: Item): void {
    const line = this.#lines.get(whose);
    if (line === undefined) this.#lines.set(whose, [item]);
    else line.push(item);
  }

  /** The next, and its person is last in turn then; undefined where nothing waits. */
  shift(): Item | undefined {
    for (const [whose, line] of this.#lines) {
      this.#lines.delete(whose);
      const item = line.shift();
      if (line.length > 0) this.#lines.set(whose, line);
      return item;
    }
    return undefined;
  }
}
