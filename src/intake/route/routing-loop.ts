import { logFailure } from "../../runtime/log-failure.ts";
import { Pause } from "../../runtime/pause.ts";
import { type WakeUp, wakeUp } from "../../runtime/wake-up.ts";
import type { IntakeContext } from "../channel/context.ts";
import { type Router, routePending } from "./route.ts";

/** How often to look for messages that somebody else recorded and did not route. */
const pollMs = 2_000;
/** From so many files on that come at once, routing waits for more of them, so that they share commits. */
const manyFiles = 100;
/** For so long after it routed last, in milliseconds. */
const waitForManyMs = 250;

/** For so long after the last file was recorded, in milliseconds, intake counts as busy. */
const busyMs = 500;

/** What the log calls it. */
const stage = "routing";

/** Routes what is recorded, as soon as it is, until told to stop. */
export class RoutingLoop {
  readonly #context: Pick<IntakeContext, "store" | "clock" | "log" | "onStep">;
  readonly #definitions: readonly Router[];
  readonly #onRouted: () => void;
  readonly #wakeUp: WakeUp = wakeUp();
  readonly #pause = new Pause();
  /** Times woken since routing last began: once for each file recorded. */
  #woken = 0;
  #wokenAt = Number.NEGATIVE_INFINITY;
  #routedAt = Number.NEGATIVE_INFINITY;

  /** `onRouted` is called when messages have become events: there is something to build. */
  constructor(
    context: Pick<IntakeContext, "store" | "clock" | "log" | "onStep">,
    definitions: readonly Router[],
    onRouted: () => void = () => {},
  ) {
    this.#context = context;
    this.#definitions = definitions;
    this.#onRouted = onRouted;
  }

  /** Whether files came in within the last moments. */
  isBusy(): boolean {
    return this.#context.clock.steady() - this.#wokenAt < busyMs;
  }

  /** There is something to route. */
  readonly wake = (): void => {
    this.#woken += 1;
    this.#wokenAt = this.#context.clock.steady();
    this.#wakeUp.ring();
  };

  /** Runs until the signal is aborted and what is recorded by then is routed. */
  async run(signal: AbortSignal): Promise<void> {
    signal.addEventListener("abort", this.wake);
    while (!signal.aborted) {
      await this.#route();
      const { reason, until } = this.#pause;
      const { clock } = this.#context;
      if (reason === null) await this.#waitForWork(signal);
      while (reason !== null && !signal.aborted && clock.steady() < until)
        await this.#wakeUp.sleep(until - clock.steady());
    }
    await this.#route();
    signal.removeEventListener("abort", this.wake);
  }

  /** A file is routed as soon as it is recorded; many that come one upon the other share commits. */
  async #waitForWork(signal: AbortSignal): Promise<void> {
    const { clock } = this.#context;
    if (this.#woken === 0) await this.#wakeUp.sleep(pollMs);
    const until = this.#routedAt + waitForManyMs;
    while (!signal.aborted && this.#woken >= manyFiles && clock.steady() < until)
      await this.#wakeUp.sleep(until - clock.steady());
  }

  async #route(): Promise<void> {
    const { store, clock, log, onStep } = this.#context;
    this.#woken = 0;
    this.#routedAt = clock.steady();
    try {
      const events = await routePending(store, this.#definitions, () => onStep("routed"));
      if (events > 0) log.debug({ event: "routed", events }, "routed");
      if (events > 0) this.#onRouted();
      if (this.#pause.end()) log.info({ event: "stage-resumed", stage }, "routing goes on");
    } catch (error) {
      if (!this.#pause.begin(error, clock.steady())) return;
      logFailure(log, error, "routing paused", { event: "stage-paused", stage });
    }
  }
}
