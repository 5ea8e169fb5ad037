import type { TransactionMemory } from "./connection.ts";

/** Above this many entries the memory is emptied; the tables know them all. */
const mostEntries = 10_000;

/** Row numbers by text, so that what repeats is not looked up again. Forgets what was rolled back. */
export class IdMemory implements TransactionMemory {
  readonly #ids = new Map<string, number>();
  #fresh: string[] = [];

  /** The number of the text: the one remembered, else what `find` gives. */
  async id(text: string, find: () => Promise<number>): Promise<number> {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const id = await find();
    this.#ids.set(text, id);
    this.#fresh.push(text);
    return id;
  }

  keep(): void {
    this.#fresh = [];
    if (this.#ids.size > mostEntries) this.#ids.clear();
  }

  forget(): void {
    for (const text of this.#fresh) this.#ids.delete(text);
    this.#fresh = [];
  }
}
