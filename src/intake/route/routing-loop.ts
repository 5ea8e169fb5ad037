import { Loop } from "../../runtime/loop.ts";
import type { Signals } from "../../runtime/signals.ts";
import type { IntakeContext } from "../channel/context.ts";
import { type Router, routePending } from "./route.ts";

/** How often to look for messages that somebody else recorded and did not route. */
const pollMs = 2_000;
/** From so many files on that come at once, routing waits for more of them, so that they share commits. */
const manyFiles = 100;
/** For so long after it routed last, in milliseconds. */
const waitForManyMs = 250;

/** What routing works with. */
export interface RoutingContext
  extends Pick<IntakeContext, "store" | "clock" | "log" | "onStep" | "timer" | "turns"> {
  readonly signals: Signals;
}

/** Routes what is recorded, as soon as it is, until told to stop. */
export class RoutingLoop {
  readonly #loop: Loop;

  constructor(context: RoutingContext, definitions: readonly Router[]) {
    const { store, log, onStep, signals } = context;
    this.#loop = new Loop(
      {
        name: "routing",
        everyMs: pollMs,
        // A file is routed as soon as it is recorded; many that come one upon the other share commits.
        gather: { from: manyFiles, gapMs: waitForManyMs },
        hasLastRound: true,
        round: async () => {
          const events = await routePending(store, definitions, () => onStep("routed"));
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
