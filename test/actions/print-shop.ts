import { pino } from "pino";
import { onTestFinished } from "vitest";
import { z } from "zod";
import { ActionRunner } from "../../src/actions/action-runner.ts";
import type { CheckFile } from "../../src/actions/ready-effects.ts";
import { type ActionSettings, actionDefaults } from "../../src/config/action-settings.ts";
import type { ActionInput, ActionOptions } from "../../src/core/define/action.ts";
import { action } from "../../src/core/define/action.ts";
import { defineProcess } from "../../src/core/define/define-process.ts";
import type { Effect, Refusal } from "../../src/core/define/effect.ts";
import { flowEvent, ownEvent } from "../../src/core/define/event-type.ts";
import type { FoldedEvent } from "../../src/core/event/event.ts";
import { machineClock } from "../../src/runtime/clock.ts";
import { signals } from "../../src/runtime/signals.ts";
import type { Store } from "../../src/store/port/store.ts";
import { type PlannedEvent, planActions } from "../store/planned-actions.ts";
import { StoreFolder } from "../store/sqlite/store-folder.ts";

/** What a test's action does. */
export type Doing = (
  input: ActionInput<{ readonly key: string }, FoldedEvent>,
) => Effect | readonly Effect[] | Refusal | Promise<Effect | readonly Effect[] | Refusal>;

/** How a test's actions are run: soon again when they fail. */
export const quick: ActionSettings = {
  ...actionDefaults,
  stopWithinMs: 2_000,
  usual: { ...actionDefaults.usual, retry: { firstMs: 5, longestMs: 20, attempts: 3 } },
};

/** A store with planned actions, and whoever runs them. */
export class PrintShop {
  readonly store: Store;
  readonly log: string[] = [];
  readonly #actions = new Map<string, { run: Doing; options: ActionOptions }>();

  private constructor(store: Store) {
    this.store = store;
  }

  static async open(): Promise<PrintShop> {
    const folder = new StoreFolder();
    const shop = new PrintShop(await folder.open({ now: Date.now }));
    onTestFinished(async () => {
      await shop.store.close();
      folder[Symbol.dispose]();
    });
    return shop;
  }

  /** Defines what an action does. */
  knows(name: string, run: Doing, options: ActionOptions = {}): this {
    this.#actions.set(name, { run, options });
    return this;
  }

  plan(...wishes: PlannedEvent[]): Promise<void> {
    return planActions(this.store, wishes);
  }

  /** Starts running; stops when the test ends, or when told. */
  start(settings: ActionSettings = quick, checkFile: CheckFile = () => null): () => Promise<void> {
    const process = defineProcess({
      type: "metering-point",
      version: 1,
      events: {
        D0010_RECEIVED: flowEvent<object>("Received"),
        PRINTED: ownEvent("Printed", z.object({ pages: z.number() })),
      },
      takes: {},
      begin: (key): { readonly key: string; readonly pages?: number } => ({ key }),
      status: () => "open",
    }).on("PRINTED", (state, { data }) => ({ ...state, pages: (state.pages ?? 0) + data.pages }));
    for (const [name, { run, options }] of this.#actions)
      process.offer("D0010_RECEIVED", action(name, run as never, options));
    const runner = new ActionRunner({
      store: this.store,
      definitions: new Map([[process.type, process]]),
      settings,
      checkFile,
      clock: machineClock,
      log: pino({ level: "trace" }, { write: (line) => void this.log.push(line) }),
      onStep: () => {},
      signals: signals(),
      chance: () => 0.5,
    });
    const stop = new AbortController();
    const ran = runner.run(stop.signal);
    const end = async () => {
      stop.abort();
      await ran;
    };
    onTestFinished(end);
    return end;
  }

  /** Every action by its state. */
  async states(): Promise<string[]> {
    const rows = await Array.fromAsync(this.store.actions.list());
    return rows.map(({ key, name, state }) => `${key} ${name} ${state}`);
  }

  /** Whether nothing is left that will be run. */
  async isIdle(): Promise<boolean> {
    const { planned = 0, running = 0 } = await this.store.actions.counts();
    return planned + running === 0;
  }
}
