import { z } from "zod";
import type { PlacedMessage } from "../../../store/port/outbound/outbox-store.ts";
import type { Store } from "../../../store/port/store.ts";
import { viewWaitingMessage, type WaitingMessageView } from "../../views/outbound-view.ts";
import { holdOnMessages } from "../kept-outbound.ts";
import { type ListQuery, listQuery, type Part } from "./list-query.ts";

/** A message's lane and number; those that are stuck come before all lanes. */
type Place = readonly [lane: number, id: number];

const place: z.ZodType<Place> = z.tuple([z.int(), z.int()]);

/** Messages that are in no file yet: what is stuck, then lane by lane, each with the hold that keeps it. */
export const listWaiting: ListQuery<object, WaitingMessageView> = listQuery({
  name: "waiting messages",
  key: place,
  order: () => "oldest",
  rows: async ({ store }, _: object, part) => waitingFrom(store, part),
  keyOf: ({ lane, id }: PlacedMessage): Place => [lane, id],
  items: async (of, messages) => {
    const holdOf = await holdOnMessages(await of.store.holds.list(), of);
    return messages.map(({ lane: _, ...message }) => viewWaitingMessage(message, holdOf(message)));
  },
  onNothing: async () => [],
});

const messagesAtOnce = 500;

async function* waitingFrom(store: Store, part: Part<Place>): AsyncGenerator<PlacedMessage> {
  let left = part.limit ?? Number.POSITIVE_INFINITY;
  let after = part.after === undefined ? undefined : { lane: part.after[0], id: part.after[1] };
  while (left > 0) {
    const limit = Math.min(messagesAtOnce, left);
    const found = await store.outbox.waiting({ limit, ...(after !== undefined && { after }) });
    yield* found;
    after = found.at(-1);
    left = found.length < limit ? 0 : left - found.length;
  }
}
