import { z } from "zod";
import type { StuckCause } from "../../../store/stuck/stuck-causes.ts";
import { isFailing } from "../../../store/stuck/stuck-kinds.ts";
import { type StuckCauseView, viewStuckCause } from "../../views/stuck-view.ts";
import { type ListQuery, listQuery } from "./list-query.ts";

/** What a cause is listed by: whether it is retried automatically, then how many, the most first, since when, and its id. */
type Place = readonly [failing: 0 | 1, fewer: number, since: number, id: string];

const place: z.ZodType<Place> = z.tuple([
  z.union([z.literal(0), z.literal(1)]),
  z.int(),
  z.int(),
  z.string(),
]);

/**
 * What is stuck by its cause, the largest first; then what fails and is retried automatically. Causes of which
 * everything was dismissed are left out. A cause that grows or shrinks between two pages may be on both, or none.
 */
export const listStuckCauses: ListQuery<object, StuckCauseView> = listQuery({
  name: "stuck causes",
  key: place,
  order: () => "oldest",
  rows: async ({ store }, _: object, { after, limit }) => {
    const open = (await store.stuck.causes()).filter(({ count }) => count > 0);
    const sorted = open.toSorted((a, b) => inOrder(placeOf(a), placeOf(b)));
    const behind =
      after === undefined ? sorted : sorted.filter((cause) => inOrder(placeOf(cause), after) > 0);
    return each(behind.slice(0, limit));
  },
  keyOf: placeOf,
  items: async (_, causes) => causes.map(viewStuckCause),
  onNothing: async () => [],
});

function placeOf({ kind, count, since, id }: StuckCause): Place {
  return [isFailing(kind) ? 1 : 0, -count, since, id];
}

function inOrder(a: Place, b: Place): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || (a[3] < b[3] ? -1 : Number(a[3] > b[3]));
}

async function* each(causes: readonly StuckCause[]): AsyncGenerator<StuckCause> {
  yield* causes;
}
