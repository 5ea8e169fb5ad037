import { z } from "zod";
import type { AwaitedAnswer } from "../../../core/process/expected.ts";
import type { Store } from "../../../store/port/store.ts";
import { type AwaitedAnswerView, viewAwaitedAnswer } from "../../views/expected-view.ts";
import { type ListQuery, listQuery, type Part } from "./list-query.ts";

/** When an answer is due, and the event of the delivery that it answers. */
type Place = readonly [dueAt: number, event: number];

const place: z.ZodType<Place> = z.tuple([z.int(), z.int()]);

/** Answers that are awaited or overdue, by when they are due. */
export const listAwaitedAnswers: ListQuery<object, AwaitedAnswerView> = listQuery({
  name: "awaited answers",
  key: place,
  order: () => "oldest",
  rows: async ({ store }, _: object, part) => awaitedFrom(store, part),
  keyOf: ({ dueAt, event }: AwaitedAnswer): Place => [dueAt, event],
  items: async (_, answers) => answers.map(viewAwaitedAnswer),
  onNothing: async () => [],
});

const answersAtOnce = 500;

async function* awaitedFrom(
  store: Pick<Store, "awaited">,
  { after, limit = Number.POSITIVE_INFINITY }: Part<Place>,
): AsyncGenerator<AwaitedAnswer> {
  let from = after === undefined ? undefined : { dueAt: after[0], event: after[1] };
  for (let left = limit; left > 0; ) {
    const wanted = Math.min(answersAtOnce, left);
    const found = await store.awaited.list(wanted, from);
    yield* found;
    from = found.at(-1);
    left = found.length < wanted ? 0 : left - found.length;
  }
}
