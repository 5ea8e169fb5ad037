import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { DeliveryLoop } from "../../src/outbound/deliver/delivery-loop.ts";
import { machineClock } from "../../src/runtime/clock.ts";
import type { Log } from "../../src/runtime/log.ts";
import { signals } from "../../src/runtime/signals.ts";
import { until } from "../promises/workplace.ts";
import { composed, message } from "../store/conformance/outbound-files.ts";
import { StoreFolder } from "../store/sqlite/store-folder.ts";

test("the log has a line for each file that failed for good, and for each that may have arrived or not", async () => {
  using folder = new StoreFolder();
  const store = await folder.open();
  await store.outboundMessages.send({ identity: "one", outgoing: message });
  await store.outbound.record([composed(1, { messages: [1] })]);
  const lines: unknown[] = [];
  const took: unknown[] = [];
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
    {
      store,
      clock: machineClock,
      log,
      signals: signals(),
      meter: { count() {}, observe: (name, labels) => void took.push([name, labels]) },
    },
  );
  const ended = loop.run(stop.signal);
  await until("it tells and measures", () => lines.length >= 2 && took.length > 0);
  stop.abort();
  await setTimeout(0);
  await ended;
  await store.close();
  expect(took[0]).toEqual(["busbar_delivery_seconds", { channel: "market" }]);
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
