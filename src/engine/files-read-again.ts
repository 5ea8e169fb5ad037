import type { Store } from "../core/store.ts";
import type { StuckItem } from "../core/stuck.ts";

/**
 * Files that are read again, each once however many of its messages are stuck. A message without an
 * event has another number after that: its line in the file tells which it is.
 */
export class FilesReadAgain {
  readonly #store: Pick<Store, "message" | "messages">;
  readonly #items: readonly StuckItem[];
  /** By file: where its stuck messages are, by their numbers before it was read again. */
  readonly #lines = new Map<number, Map<number, number>>();
  /** By file: the numbers that those lines have now. */
  readonly #numbers = new Map<number, Map<number, number>>();

  constructor(store: Pick<Store, "message" | "messages">, items: readonly StuckItem[]) {
    this.#store = store;
    this.#items = items;
  }

  /** Reads a file again unless it was. */
  async once(file: number, readAgain: () => Promise<unknown>): Promise<void> {
    if (this.#lines.has(file)) return;
    const lines = new Map<number, number>();
    this.#lines.set(file, lines);
    for (const { message } of this.#items.filter((item) => item.file === file)) {
      const found = message === null ? null : await this.#store.message(message);
      if (found !== null) lines.set(found.id, found.line);
    }
    await readAgain();
    const wanted = new Set(lines.values());
    const numbers = new Map<number, number>();
    this.#numbers.set(file, numbers);
    if (wanted.size === 0) return;
    for await (const { id, line } of this.#store.messages(file))
      if (wanted.has(line)) numbers.set(line, id);
  }

  /** The number that what was stuck has now; null when the file has it no longer. */
  numberNow({ file, message, number }: StuckItem): number | null {
    const lines = file === null || message === null ? undefined : this.#lines.get(file);
    if (lines === undefined || file === null) return number;
    const line = lines.get(number);
    return line === undefined ? null : (this.#numbers.get(file)?.get(line) ?? null);
  }
}
