import { expect, test } from "vitest";
import { DeliveryLoop } from "../../src/outbound/deliver/delivery-loop.ts";
import { machineClock } from "../../src/runtime/clock.ts";
import { signals } from "../../src/runtime/signals.ts";
import { until } from "../promises/workplace.ts";
import { StoreFolder } from "../store/sqlite/store-folder.ts";

test("a try that began before it was asked for does not answer for the one asked for", async () => {
  using folder = new StoreFolder();
  const store = await folder.open();
  let now = 1_000;
  const asked = signals();
  const underWay = Promise.withResolvers<void>();
  const fails = Promise.withResolvers<void>();
  let rounds = 0;
  const loop = new DeliveryLoop(
    {
      name: "partner",
      kind: "sftp",
      target: "nowhere",
      retry: { firstMs: 60_000, longestMs: 60_000, attempts: null },
      round: async () => {
        rounds += 1;
        if (rounds > 1) return { files: rounds === 2 ? 1 : 0, delivered: 1, events: 0 };
        underWay.resolve();
        await fails.promise;
        throw new Error("nobody answers");
      },
      reach: async () => {},
      reachEveryMs: null,
    },
    {
      store,
      clock: { ...machineClock, wall: () => now },
      log: { debug() {}, info() {}, warn() {}, error() {} },
      signals: asked,
    },
  );
  const stop = new AbortController();
  const ended = loop.run(stop.signal);
  await underWay.promise;
  now = 2_000;
  fails.resolve();
  await until("it waits", () => loop.status().state === "waiting");
  expect(loop.status().triedAt).toBe(1_000);
  asked.publish("poll", { channel: "partner" });
  await until("it works", () => loop.status().delivered > 0);
  expect(loop.status()).toMatchObject({ state: "working", problem: null, triedAt: 2_000 });
  stop.abort();
  asked.publish("poll", { channel: "partner" });
  await ended;
  await store.close();
});
