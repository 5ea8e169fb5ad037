import { errorMessage } from "../../runtime/error-message.ts";

const breaksOn =
  "the connection broke again while this file alone was fetched, so that it is tried alone and less and less often; ask the partner to look at the file at its server, or to send it by another name";

/**
 * Files that were being fetched when the connection broke. One of them may be what the server breaks on:
 * they are fetched after all others and each alone, so that the next break says which it is.
 */
export class Suspects {
  readonly #names = new Set<string>();

  /**
   * The connection broke while it was fetched. Gives words for people when it broke on it before and
   * nothing else was asked of the link this time; else null, and it is tried alone.
   */
  brokeOn(name: string, isAlone: boolean, error: unknown): string | null {
    if (isAlone && this.#names.has(name)) return `${breaksOn}: ${errorMessage(error)}`;
    this.#names.add(name);
    return null;
  }

  /** It came through. */
  clear(name: string): void {
    this.#names.delete(name);
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }

  /** Batches as they are to be taken: those of files beyond suspicion first, then one for each suspect. */
  *inTurn<File>(
    files: readonly File[],
    nameOf: (file: File) => string,
    batches: (files: readonly File[]) => Iterable<readonly File[]>,
  ): Generator<readonly File[]> {
    yield* batches(files.filter((file) => !this.has(nameOf(file))));
    for (const file of files.filter((one) => this.has(nameOf(one)))) yield [file];
  }
}
