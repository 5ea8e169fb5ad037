import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { DeliveryLoop } from "../../src/outbound/deliver/delivery-loop.ts";
import { machineClock } from "../../src/runtime/clock.ts";
import type { Log } from "../../src/runtime/log.ts";
import { signals } from "../../src/runtime/signals.ts";
import { until } from "../promises/workplace.ts";
import { StoreFolder } from "../store/sqlite/store-folder.ts";

test("the log has a line for each file that failed for good, and for each that may have arrived or not", async () => {
  using folder = new StoreFolder();
  const store = await folder.open();
  const lines: unknown[] = [];
  const log: Log = {
    debug() {},
    info() {},
    warn: (details) => void lines.push(details),
    error() {},
  };
  const stop = new AbortController();
  const loop = new DeliveryLoop(
    {
      name: "market",
      kind: "folder",
      target: "nowhere",
      retry: { firstMs: 1_000, longestMs: 1_000, attempts: 1 },
      round: async ({ onEnded }) => {
        onEnded?.([
          { id: 1, end: "delivered" },
          { id: 2, end: "failed", problem: "UPCO is a file, not a folder" },
          { id: 3, end: "unknown", problem: "The connection broke" },
          { id: 4, end: "behind" },
        ]);
        return { files: 0, delivered: 0, events: 0 };
      },
      reach: async () => {},
      reachEveryMs: null,
    },
    { store, clock: machineClock, log, signals: signals() },
  );
  const ended = loop.run(stop.signal);
  await until("it tells", () => lines.length >= 2);
  stop.abort();
  await setTimeout(0);
  await ended;
  await store.close();
  expect(lines.slice(0, 2)).toEqual([
    {
      event: "delivery-failed",
      channel: "market",
      outbound: 2,
      reason: "UPCO is a file, not a folder",
    },
    { event: "delivery-unknown", channel: "market", outbound: 3, reason: "The connection broke" },
  ]);
});
