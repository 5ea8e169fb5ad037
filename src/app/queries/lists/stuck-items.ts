import { z } from "zod";
import type { StuckItem } from "../../../core/stuck/stuck.ts";
import type { StuckKind } from "../../../core/stuck/stuck-kind.ts";
import type { Store } from "../../../store/port/store.ts";
import { stuckKinds } from "../../../store/stuck/stuck-kinds.ts";
import { envelopeOfStuck, fitsEnvelope } from "../../asked/envelope-of.ts";
import type { EnvelopeFilters } from "../../asked/filters.ts";
import { type StuckItemView, viewStuckItem } from "../../views/stuck-view.ts";
import { type ListQuery, listQuery, type Part } from "./list-query.ts";

/** Which stuck things are wanted; all that nobody dismissed when nothing is said. */
export interface StuckWanted extends EnvelopeFilters {
  readonly kind?: StuckKind;
  /** Id of a cause. */
  readonly cause?: string;
  /** Whom it is assigned to. */
  readonly assignee?: string;
  /** Only items that a person dismissed. */
  readonly dismissed?: boolean;
}

/** An item's kind and number, and which of those of that number it is: a message may be stuck for several reasons. */
type Place = readonly [kind: StuckKind, number: number, nth: number];

interface Placed {
  readonly item: StuckItem;
  readonly place: Place;
}

const place: z.ZodType<Place> = z.tuple([z.enum(stuckKinds), z.int(), z.int()]);

/** What is stuck, kind by kind, each in the order of its numbers. */
export const listStuck: ListQuery<StuckWanted, StuckItemView> = listQuery({
  name: "stuck items",
  key: place,
  order: () => "oldest",
  rows: async ({ store }, wanted: StuckWanted, part) => placedItems(store, wanted, part),
  keyOf: ({ place: key }: Placed) => key,
  items: async (_, rows) => rows.map(({ item }) => viewStuckItem(item)),
  onNothing: async () => [],
});

async function* placedItems(
  store: Pick<Store, "actions" | "events" | "files" | "outbound" | "stuck">,
  { kind, cause, assignee, dismissed, ...asked }: StuckWanted,
  { after, limit = Number.POSITIVE_INFINITY }: Part<Place>,
): AsyncGenerator<Placed> {
  const items = store.stuck.list({
    ...(kind !== undefined && { kinds: [kind] }),
    ...(cause !== undefined && { cause }),
    ...(assignee !== undefined && { assignee }),
    ...(dismissed === true && { dismissed: "only" }),
    // From the number itself on: more may be behind it under the same number.
    ...(after !== undefined && { after: { kind: after[0], number: after[1] - 1 } }),
  });
  let left = limit;
  let last: Place | null = null;
  for await (const item of items) {
    if (left <= 0) return;
    const isSame: boolean = last !== null && last[0] === item.kind && last[1] === item.number;
    last = [item.kind, item.number, isSame && last !== null ? last[2] + 1 : 0];
    if (after !== undefined && !isBehind(last, after)) continue;
    if (!(await fitsEnvelope(asked, item.since, () => envelopeOfStuck(store, item)))) continue;
    yield { item, place: last };
    left -= 1;
  }
}

/** Whether an item of the same kind and number is behind a place; one of another does. */
function isBehind([kind, number, nth]: Place, [ofKind, ofNumber, ofNth]: Place): boolean {
  return kind !== ofKind || number !== ofNumber || nth > ofNth;
}
