import type { Catalogue } from "../../catalogue/definition.ts";
import { FolderOutlet } from "../../channels/folder/folder-outlet.ts";
import type { OutboundChannel } from "../../config/outbound-channel.ts";
import { brakeOn } from "../../core/brake.ts";
import type { Store } from "../../core/store.ts";
import type { Clock } from "../../intake/clock.ts";
import type { IntakeLog } from "../../intake/context.ts";
import type { OnStep } from "../../intake/step.ts";
import { StageLoop } from "../stage-loop.ts";
import { composeWaiting } from "./compose-waiting.ts";
import { deliverRound } from "./deliver-round.ts";
import { type Carrier, DeliveryLoop } from "./delivery-loop.ts";
import type { OutboundChannelStatus } from "./outbound-status.ts";

/** What sending works with. */
export interface OutboundContext {
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly channels: readonly OutboundChannel[];
  readonly clock: Clock;
  readonly log: IntakeLog;
  readonly onStep: OnStep;
  /** Deliveries became events. */
  readonly onEvents: () => void;
}

/** How often to look for what waits when nothing wakes us, in milliseconds. */
const pollMs = 2_000;

/** Everything that leaves: what waits is composed, and each channel delivers for itself. */
export class Outbound {
  readonly #composing: StageLoop;
  readonly #deliveries: readonly DeliveryLoop[];

  constructor(context: OutboundContext) {
    this.#deliveries = context.channels.map(
      (channel) => new DeliveryLoop(carrierFor(channel, context), context),
    );
    const work = (signal: AbortSignal) => this.#compose(context, signal);
    this.#composing = new StageLoop({ name: "composing", pollMs, work }, context);
  }

  /** There is something to send. */
  readonly wake = (): void => this.#composing.wake();

  status(): OutboundChannelStatus[] {
    return this.#deliveries.map((delivery) => delivery.status());
  }

  /** Runs until the signal is aborted. What is left undone is done after the next start. */
  async run(signal: AbortSignal): Promise<void> {
    const loops = [this.#composing, ...this.#deliveries];
    await Promise.all(loops.map((loop) => loop.run(signal)));
  }

  async #compose(context: OutboundContext, signal: AbortSignal): Promise<number | null> {
    const { store, catalogue, channels, clock, onStep } = context;
    const now = clock.wall();
    const brakes = await store.brakes();
    const isHeld = (channel: string, flow: string) =>
      brakeOn(brakes, { stage: "outbound", channel, type: flow }) !== null;
    const { files, nextAt } = await composeWaiting(
      { store, catalogue, channels, now, isHeld },
      () => {
        onStep("composed");
        for (const delivery of this.#deliveries) delivery.wake();
        return !signal.aborted;
      },
    );
    if (files > 0) for (const delivery of this.#deliveries) delivery.wake();
    return nextAt === null ? null : Math.max(1, nextAt - now);
  }
}

function carrierFor(channel: OutboundChannel, context: OutboundContext): Carrier {
  const { store, clock, onStep } = context;
  const outlet = new FolderOutlet(channel);
  return {
    name: channel.name,
    kind: channel.kind,
    target: channel.path,
    retry: channel.retry,
    round: (heldFlows) =>
      deliverRound({ store, channel, outlet, heldFlows, onStep, now: () => clock.wall() }),
  };
}
