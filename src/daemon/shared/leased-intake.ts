import type { ChannelStatus } from "../../intake/channel/channel-status.ts";
import type { Signals } from "../../runtime/signals.ts";
import type { Intake } from "../intake.ts";
import type { Work, WorkShared } from "./work-keeper.ts";

/** What the intake of a channel is made with each time that this daemon gets the channel. */
export interface IntakeTurn {
  readonly signals: Signals;
  /** Aborted when the channel is to be finished. */
  readonly signal: AbortSignal;
}

/** The intake of a channel that another daemon may have: it is opened when this one gets it. */
export class LeasedIntake implements Intake {
  readonly #work: Work;
  readonly #signal: AbortSignal;
  #now: Intake | null = null;

  constructor(
    shared: WorkShared,
    { name, signals, signal }: IntakeTurn & { readonly name: string },
    make: (turn: IntakeTurn) => Intake,
  ) {
    this.#signal = signal;
    this.#work = shared.leased(`channel ${name}`, async (turn) => {
      const heard = signalsOfTurn(signals);
      const intake = make({ signals: heard.signals, signal: turn });
      try {
        await intake.open();
        this.#now = intake;
        await intake.run();
      } finally {
        this.#now = null;
        heard.end();
        await intake.close();
      }
    });
  }

  async open(): Promise<void> {}

  async run(): Promise<void> {
    await this.#work(this.#signal);
  }

  async close(): Promise<void> {
    await this.#now?.close();
  }

  status(): ChannelStatus | null {
    return this.#now?.status() ?? null;
  }
}

/** Signals that nobody hears any more once the turn is over. */
function signalsOfTurn({ publish, subscribe }: Signals) {
  const ends: (() => void)[] = [];
  const signals: Signals = {
    publish,
    subscribe: (topic, onSignal) => {
      const end = subscribe(topic, onSignal);
      ends.push(end);
      return end;
    },
  };
  return {
    signals,
    end: () => {
      for (const end of ends) end();
    },
  };
}
