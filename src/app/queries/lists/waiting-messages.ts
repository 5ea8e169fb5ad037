import { z } from "zod";
import type { PlacedMessage } from "../../../store/port/outbound/outbound-message-store.ts";
import type { Store } from "../../../store/port/store.ts";
import { viewWaitingMessage, type WaitingMessageView } from "../../views/outbound-view.ts";
import { holdOnMessages } from "../kept-outbound.ts";
import { type ListQuery, listQuery, type Part } from "./list-query.ts";

/** A message's queue and number; those that are stuck come before all queues. */
type Place = readonly [queue: number, id: number];

const place: z.ZodType<Place> = z.tuple([z.int(), z.int()]);

/** Messages that are in no file yet: what is stuck, then queue by queue, each with the hold that keeps it. */
export const listWaiting: ListQuery<object, WaitingMessageView> = listQuery({
  name: "waiting messages",
  key: place,
  order: () => "oldest",
  rows: async ({ store }, _: object, part) => waitingFrom(store, part),
  keyOf: ({ queue, id }: PlacedMessage): Place => [queue, id],
  items: async (of, messages) => {
    const holdOf = await holdOnMessages(await of.store.holds.list(), of);
    return messages.map(({ queue: _, ...message }) => viewWaitingMessage(message, holdOf(message)));
  },
  onNothing: async () => [],
});

const messagesAtOnce = 500;

async function* waitingFrom(store: Store, part: Part<Place>): AsyncGenerator<PlacedMessage> {
  let left = part.limit ?? Number.POSITIVE_INFINITY;
  let after = part.after === undefined ? undefined : { queue: part.after[0], id: part.after[1] };
  while (left > 0) {
    const limit = Math.min(messagesAtOnce, left);
    const found = await store.outboundMessages.waiting({
      limit,
      ...(after !== undefined && { after }),
    });
    yield* found;
    after = found.at(-1);
    left = found.length < limit ? 0 : left - found.length;
  }
}
