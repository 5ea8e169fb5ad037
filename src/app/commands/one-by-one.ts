import { RefusedError } from "../../core/refusal/refused-error.ts";

/** What came of one of several things that were asked for. */
export type OneDone<Result> =
  | { readonly id: number; readonly done: Result; readonly refused: null }
  | { readonly id: number; readonly done: null; readonly refused: RefusedError };

/** Does the same with each separately: one that is refused leaves the others. Rejects when the store is broken. */
export async function* oneByOne<Result>(
  ids: Iterable<number> | AsyncIterable<number>,
  work: (id: number) => Promise<Result>,
): AsyncGenerator<OneDone<Result>> {
  for await (const id of ids) {
    let answer: OneDone<Result>;
    try {
      answer = { id, done: await work(id), refused: null };
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      answer = { id, done: null, refused: error };
    }
    yield answer;
  }
}
