import { setImmediate } from "node:timers/promises";
import { type RoutedEvent, routedBy } from "../../core/event/route.ts";
import type { ProcessDefinition } from "../../core/process/process.ts";
import type {
  RoutedBatch,
  RoutingBatch,
  RoutingFailure,
} from "../../store/port/events/route-store.ts";
import type { Store } from "../../store/port/store.ts";

/** A process definition as far as routing is concerned: whatever its state is. */
export type Router = Pick<ProcessDefinition, "type" | "route"> &
  Partial<Pick<ProcessDefinition, "looksInto">>;

/** Messages routed in one commit. */
const messagesPerCommit = 2_000;

/** Routes all messages that wait, oldest first, and returns how many events that made. */
export async function routePending(
  store: Store,
  definitions: readonly Router[],
  onRouted: () => void = () => {},
): Promise<number> {
  const looksInto = new Set(definitions.flatMap((definition) => [...(definition.looksInto ?? [])]));
  let events = 0;
  while (true) {
    const batches = await store.routes.waiting({ limit: messagesPerCommit, looksInto });
    if (batches.length === 0) return events;
    events += await store.routes.record(batches.map((batch) => routeBatch(batch, definitions)));
    onRouted();
    // The store answers at once: without this, nothing else would be done while millions are routed.
    await setImmediate();
  }
}

/** What each definition says to each message. One that throws fails that message for its type and no other. */
export function routeBatch(batch: RoutingBatch, definitions: readonly Router[]): RoutedBatch {
  const events: RoutedEvent[] = [];
  const failures: RoutingFailure[] = [];
  for (const message of batch.messages) {
    for (const definition of definitions) {
      const processType = definition.type;
      try {
        const about = { message: message.id, processType };
        events.push(...routedBy(definition.route(message), about));
      } catch (error) {
        failures.push({ message: message.id, processType, error: reasonOf(error) });
      }
    }
  }
  return { batch, events, failures };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
