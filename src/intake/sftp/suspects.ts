import { errorMessage } from "../../runtime/error-message.ts";

const breaksOn =
  "the connection broke again while this file alone was fetched, so that it is tried alone and less and less often; ask the partner to look at the file at its server, or to send it by another name";

/** The longest wait before a file is tried again on which alone the connection broke, in milliseconds: each try ends a connection. */
export const longestAfterBreakMs = 900_000;

/**
 * Files that were being fetched when the connection broke. One of them may be what the server breaks on:
 * they are fetched after all others and each alone, so that the next break says which it is.
 */
export class Suspects {
  /** How often the connection broke on each while it was fetched alone. */
  readonly #breaks = new Map<string, number>();

  /**
   * The connection broke while it was fetched. Gives words for people when it broke on it before and
   * nothing else was asked of the link this time; else null, and it is tried alone.
   */
  brokeOn(name: string, isAlone: boolean, error: unknown): string | null {
    const before = this.#breaks.get(name);
    const isFound = isAlone && before !== undefined;
    this.#breaks.set(name, (before ?? 0) + (isFound ? 1 : 0));
    return isFound ? `${breaksOn}: ${errorMessage(error)}` : null;
  }

  /** It came through. */
  clear(name: string): void {
    this.#breaks.delete(name);
  }

  has(name: string): boolean {
    return this.#breaks.has(name);
  }

  /** The suspects among some files, those first on which alone the connection broke least often. */
  among<File>(files: readonly File[], nameOf: (file: File) => string): File[] {
    const breaks = (file: File) => this.#breaks.get(nameOf(file)) ?? 0;
    return files.filter((file) => this.has(nameOf(file))).toSorted((a, b) => breaks(a) - breaks(b));
  }

  /**
   * Batches as they are to be taken: those of files beyond suspicion first, then one for each suspect. Those on
   * which alone the connection broke come last: what comes after one of them would wait for another connection.
   */
  *inTurn<File>(
    files: readonly File[],
    nameOf: (file: File) => string,
    batches: (files: readonly File[]) => Iterable<readonly File[]>,
  ): Generator<readonly File[]> {
    yield* batches(files.filter((file) => !this.has(nameOf(file))));
    for (const file of this.among(files, nameOf)) yield [file];
  }
}
