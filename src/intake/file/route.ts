import { setImmediate } from "node:timers/promises";
import { type RoutedEvent, routedBy } from "../../core/event/route.ts";
import type { ProcessDefinition } from "../../core/process/process.ts";
import type { Clock } from "../../runtime/clock.ts";
import { Loop } from "../../runtime/loop.ts";
import type { Signals } from "../../runtime/signals.ts";
import type { StageProgress } from "../../runtime/stage-progress.ts";
import type {
  RoutedBatch,
  RoutingBatch,
  RoutingFailure,
} from "../../store/port/events/route-store.ts";
import type { Store } from "../../store/port/store.ts";
import type { IntakeContext } from "../channel/context.ts";

/** A process definition as far as routing is concerned: whatever its state is. */
export type Router = Pick<ProcessDefinition, "type" | "route"> &
  Partial<Pick<ProcessDefinition, "looksInto">>;

/** Messages routed in one commit. */
const messagesPerCommit = 2_000;

/** Routes all messages that wait, oldest first, and returns how many events that made. */
export async function routePending(
  store: Store,
  definitions: readonly Router[],
  onRouted: (files: readonly number[]) => void = () => {},
): Promise<number> {
  const looksInto = new Set(definitions.flatMap((definition) => [...(definition.looksInto ?? [])]));
  let events = 0;
  while (true) {
    const batches = await store.routes.waiting({ limit: messagesPerCommit, looksInto });
    if (batches.length === 0) return events;
    events += await store.routes.record(batches.map((batch) => routeBatch(batch, definitions)));
    onRouted(batches.flatMap(({ file, nextLine }) => (nextLine === null ? file : [])));
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

/** How often to look for messages that somebody else recorded and did not route. */
const pollMs = 2_000;
/** From so many files on that come at once, routing waits for more of them, so that they share commits. */
const manyFiles = 100;
/** For so long after it routed last, in milliseconds. */
const waitForManyMs = 250;

/** What routing works with. */
export interface RoutingContext
  extends Pick<IntakeContext, "store" | "clock" | "log" | "onStep" | "taking" | "timer" | "turns"> {
  readonly signals: Signals;
  readonly progress?: StageProgress;
}

/** Routes what is recorded, as soon as it is, until it is stopped. */
export class RoutingLoop {
  readonly #loop: Loop;

  constructor(context: RoutingContext, definitions: readonly Router[]) {
    const { store, log, onStep, signals, taking, progress } = context;
    this.#loop = new Loop(
      {
        name: "routing",
        everyMs: pollMs,
        // A file is routed as soon as it is recorded; many that come one upon the other share commits.
        gather: { from: manyFiles, gapMs: waitForManyMs },
        hasLastRound: true,
        round: async () => {
          // What is recorded and not routed yet still counts as being taken in: building takes second place until it is.
          const taken = taking?.();
          const routed = routePending(store, definitions, (files) => {
            onStep("routed");
            progress?.routed(files);
          });
          const events = await routed.finally(() => taken?.());
          if (events === 0) return null;
          log.debug({ event: "routed", events }, "routed");
          signals.publish("appended", { events });
          return null;
        },
      },
      context,
    );
    signals.subscribe("recorded", ({ files }) => this.#loop.wake(files));
  }

  /** Runs until the signal is aborted and what is recorded by then is routed. */
  async run(signal: AbortSignal): Promise<void> {
    await this.#loop.run(signal);
  }
}

/** For so long after the last file was recorded, in milliseconds, intake counts as busy. */
const busyMs = 100;

/** Whether files are being taken in at this moment: what is not urgent takes second place then. */
export class IntakeLoad {
  readonly #clock: Pick<Clock, "steady">;
  #recordedAt = Number.NEGATIVE_INFINITY;
  #taking = 0;

  constructor(signals: Signals, clock: Pick<Clock, "steady">) {
    this.#clock = clock;
    signals.subscribe("recorded", () => {
      this.#recordedAt = clock.steady();
    });
  }

  /** Files are being taken in until the function it returns is called. */
  readonly taking = (): (() => void) => {
    this.#taking += 1;
    return () => {
      this.#taking -= 1;
    };
  };

  /** Whether files are being taken in, or came in within the last moments. */
  readonly isBusy = (): boolean =>
    this.#taking > 0 || this.#clock.steady() - this.#recordedAt < busyMs;
}
