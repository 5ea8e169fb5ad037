import { expect, test } from "vitest";
import { ActionRunner } from "../../src/actions/action-runner.ts";
import { ActionLease } from "../../src/actions/lease.ts";
import { machineClock } from "../../src/runtime/clock.ts";
import type { Log } from "../../src/runtime/log.ts";
import { signals } from "../../src/runtime/signals.ts";
import type { Store } from "../../src/store/port/store.ts";
import { StoreError } from "../../src/store/port/store-error.ts";
import { until } from "../promises/workplace.ts";
import { quick } from "./print-shop.ts";

const full = new StoreError("full", "The disk is full.");

/** What is logged above level debug. */
class Heard implements Log {
  readonly lines: [object, string][] = [];
  readonly info = () => {};
  readonly debug = () => {};
  readonly warn = (details: object, message: string) => void this.lines.push([details, message]);
  readonly error = this.warn;
}

const fullStore = {
  leases: {
    take: async () => ({ token: 1, takenOver: 0 }),
    renew: () => Promise.reject(full),
    end: () => Promise.reject(full),
  },
  actions: { claim: () => Promise.reject(full) },
} as unknown as Store;

test("a full disk is one line with its code, and no stack, while actions are run and when they end", async () => {
  const log = new Heard();
  const runner = new ActionRunner({
    store: fullStore,
    definitions: new Map(),
    settings: quick,
    checkFile: () => null,
    clock: machineClock,
    log,
    onStep: () => {},
    signals: signals(),
  });
  const stop = new AbortController();
  const ran = runner.run(stop.signal);
  await until("it pauses", () => log.lines.length > 0);
  stop.abort();
  await ran;
  expect(log.lines).toEqual([
    [
      {
        event: "stage-failing",
        stage: "running actions",
        reason: "The disk is full.",
        code: "full",
      },
      "running actions waits: The disk is full.",
    ],
    [
      { event: "actions-not-noted", reason: "The disk is full.", code: "full" },
      "actions that ended could not be noted, and are run again: The disk is full.",
    ],
  ]);
});

test("so is a lease that cannot be renewed", async () => {
  const log = new Heard();
  const lease = new ActionLease(fullStore, log, () => {}, { goodMs: 30 });
  await lease.token();
  const stop = new AbortController();
  const kept = lease.keep(stop.signal);
  await until("it is said", () => log.lines.length > 0);
  stop.abort();
  await kept;
  expect(log.lines[0]).toEqual([
    { event: "lease-not-renewed", reason: "The disk is full.", code: "full" },
    "the lease on actions could not be renewed and is tried again: The disk is full.",
  ]);
});
