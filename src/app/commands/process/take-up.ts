import { setImmediate } from "node:timers/promises";
import { type RoutableMessage, type RoutedEvent, routedBy } from "../../../core/event/route.ts";
import type { ProcessDefinition } from "../../../core/process/process.ts";

import type { Store } from "../../../store/port/store.ts";

/** Messages looked at in one commit. */
const messagesAtOnce = 2_000;

/** What a type of process took up, or would. */
export interface TakenUp {
  /** Messages looked at that might have been its concern. */
  readonly messages: number;
  /** By event type: how many it takes; the rest is not its concern. */
  readonly events: ReadonlyMap<string, number>;
  /** Of these, how many join a process only if it is there. */
  readonly joining: number;
  /** Events recorded: none in a dry run; those that wait for their process are left out. */
  readonly recorded: number;
  /** Messages whose routing throws, and what the first of them threw. */
  readonly failed: number;
  readonly error: string | null;
}

/**
 * Lets a type of process take up past messages, as history. In batches, each a transaction: what a break
 * leaves is found when it is run again.
 */
export async function takeUpPast(
  store: Pick<Store, "routes">,
  definition: ProcessDefinition,
  since: number | null,
  isDry: boolean,
): Promise<TakenUp> {
  const { type: processType, looksInto } = definition;
  const tally = {
    messages: 0,
    events: new Map<string, number>(),
    joining: 0,
    recorded: 0,
    failed: 0,
    error: null as string | null,
  };

  function routeOf(message: RoutableMessage): RoutedEvent[] {
    tally.messages += 1;
    try {
      const routed = routedBy(definition.route(message), { message: message.id, processType });
      const [first] = routed;
      if (first === undefined) return [];
      const { eventType } = first;
      tally.events.set(eventType, (tally.events.get(eventType) ?? 0) + 1);
      if (first.otherwise !== undefined) tally.joining += 1;
      return routed;
    } catch (error) {
      tally.failed += 1;
      tally.error ??= error instanceof Error ? error.message : String(error);
      return [];
    }
  }

  const selection = { processType, since, looksInto };
  for (let after = 0; ; ) {
    const { messages, last } = await store.routes.past({ selection, after, limit: messagesAtOnce });
    if (last === null) return tally;
    const routed = messages.flatMap(routeOf);
    if (!isDry && routed.length > 0) tally.recorded += await store.routes.takeUp(routed);
    after = last;
    // The store answers at once: without this, nothing else would be done while millions are looked at.
    await setImmediate();
  }
}
