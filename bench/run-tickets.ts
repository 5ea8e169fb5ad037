import { z } from "zod";
import { ActionRunner } from "../src/actions/action-runner.ts";
import { actionDefaults } from "../src/config/action-settings.ts";
import { action } from "../src/core/define/action.ts";
import { defineProcess } from "../src/core/define/define-process.ts";
import { record } from "../src/core/define/effect.ts";
import { ownEvent } from "../src/core/define/event-type.ts";
import { machineClock } from "../src/runtime/clock.ts";
import { signals } from "../src/runtime/signals.ts";
import type { Store } from "../src/store/port/store.ts";

const events = {
  TICKET_OPENED: ownEvent("Ticket opened", z.object({ seat: z.string() })),
  TICKET_NOTED: ownEvent("Ticket noted", z.object({ seat: z.string() })),
};

/** What each kind of action does: nothing, nothing but a promise, an event. */
export const ticketActions = {
  "no-op": action("punch", () => []),
  "no-op, 50 at once as by default": action("punch", () => []),
  "no-op, asynchronous": action("punch", async () => []),
  "with a follow-up event": action("punch", () => record("TICKET_NOTED", { seat: "12A" })),
} as const;

/** Runs actions by the daemon's own runner until so many are done; returns how many it ran. */
export async function runTickets(
  store: Store,
  kind: keyof typeof ticketActions,
  count: number,
): Promise<number> {
  const ticket = defineProcess({
    type: "ticket",
    version: 1,
    events,
    takes: {},
    begin: () => ({ seat: "", events: 0 }),
    status: () => "open",
  }).offer("TICKET_OPENED", ticketActions[kind]);
  const stop = new AbortController();
  let ran = 0;
  let ended = 0;
  const silent = () => undefined;
  const running = new ActionRunner({
    store,
    definitions: new Map([[ticket.type, ticket]]),
    settings: {
      ...actionDefaults,
      usual: kind.includes("50 at once")
        ? actionDefaults.usual
        : { ...actionDefaults.usual, concurrency: actionDefaults.atOnce },
    },
    checkFile: () => null,
    clock: machineClock,
    log: { debug: silent, info: silent, warn: complain, error: complain },
    onStep: (step) => {
      if (step === "action-ran") ran += 1;
      if (step === "actions-ended") ended = ran;
      if (ended >= count) stop.abort();
    },
    signals: signals(),
  });
  await running.run(stop.signal);
  return ran;
}

function complain(details: object, message: string): void {
  process.stdout.write(`${message} ${JSON.stringify(details)}\n`);
}
