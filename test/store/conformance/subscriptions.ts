import { describe, expect, it } from "vitest";
import type { Bench } from "../conformance.ts";
import { composed } from "./outbound-files.ts";

const at = (event: number, revision = 0) => ({ event, revision });

/** Webhook subscriptions: how far each has come in all that happened. */
export function keepsSubscriptions(bench: Bench): void {
  const webhook = (number: number, from: number, to: number) =>
    composed(number, {
      queue: 1,
      channel: "erp",
      envelope: null,
      given: { series: "channel erp", number },
      folder: "https://erp.example.com",
      name: `erp-${number}-00`,
      temporary: "",
      follows: { from: at(from), to: at(to) },
    });
  const open = async () => {
    const known = await bench.store.subscriptions.get("erp");
    return known === null ? null : [known.place.event, known.isOpen];
  };

  describe("keeps subscriptions", () => {
    it("begins one once, and moves it only from where it is", async () => {
      const { subscriptions } = bench.store;
      expect(await subscriptions.get("erp")).toBeNull();
      await subscriptions.begin({ channel: "erp", place: at(3, 2) });
      await subscriptions.begin({ channel: "erp", place: at(0) });
      const begun = { queue: 1, place: at(3, 2), isOpen: false };
      expect(await subscriptions.get("erp")).toEqual(begun);
      expect(await subscriptions.move({ channel: "erp", from: at(3), to: at(9) })).toBe(false);
      expect(await subscriptions.move({ channel: "erp", from: at(3, 2), to: at(9) })).toBe(true);
      await bench.reopen();
      expect(await bench.store.subscriptions.get("erp")).toEqual({ ...begun, place: at(9) });
    });

    it("moves on with what it records, or neither happens", async () => {
      await bench.store.subscriptions.begin({ channel: "erp", place: at(0) });
      expect(await bench.store.outbound.record([webhook(1, 0, 4)])).toEqual([1]);
      expect(await open()).toEqual([4, true]);
      // Another daemon was first: neither its number is taken nor its place left.
      expect(await bench.store.outbound.record([webhook(2, 0, 4)])).toBeNull();
      expect(await bench.store.numbers.last("channel erp")).toBe(1);
      expect(await bench.store.outbound.record([webhook(2, 4, 5)])).toEqual([2]);
      await bench.store.deliveries.end([
        { id: 1, end: "delivered" },
        { id: 2, end: "failed", problem: "no" },
      ]);
      expect(await open()).toEqual([5, true]);
      expect(await bench.store.deliveries.lastDelivered()).toEqual(new Map([["erp", bench.now]]));
      const by = { actor: "ann", reason: "gone" };
      await bench.store.outbound.decide({ id: 2, decision: "cancel", ...by });
      expect(await open()).toEqual([5, false]);
    });

    it("has what was being sent when a program ended sent again", async () => {
      await bench.store.subscriptions.begin({ channel: "erp", place: at(0) });
      await bench.store.outbound.record([webhook(1, 0, 4)]);
      await bench.store.deliveries.begin({ ids: [1], state: "sending" });
      await bench.reopen();
      expect(await bench.store.deliveries.abandonSending("erp")).toBe(1);
      const filter = { now: bench.now, inOrder: true, flowsOnHold: [], limit: 9 };
      expect(await bench.store.deliveries.due({ channel: "erp", filter })).toMatchObject([
        { id: 1, state: "ready", attempts: 0 },
      ]);
    });
  });
}
