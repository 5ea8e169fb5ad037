import { expect, it } from "vitest";
import { compareEvents, type EventRecord } from "../../../src/core/event/event.ts";
import { buildProcess } from "../../../src/core/process/build.ts";
import { refundDue } from "../../../src/processes/order/status.ts";
import { checkDefinition } from "../../../src/testing/check-definition.ts";
import { fc } from "../../property.ts";
import { received } from "../event-received.ts";
import { order, shirtsAndMug } from "./order-story.ts";

const start = Date.UTC(2026, 5, 10, 8);
const moment = fc.integer({ min: 0, max: 8 }).map((hours) => start + hours * 3_600_000);
const iso = (at: number) => new Date(at).toISOString();

const requested = moment.map((at) => ["ORDERS", "CUSTOMER_REQUESTED", at, shirtsAndMug] as const);
const paid = fc
  .record({
    at: moment,
    transactionId: fc.constantFrom("T-1", "T-2"),
    status: fc.constantFrom("authorised", "captured", "declined", "refunded", "odd"),
    amount: fc.constantFrom("47.50", "20.00"),
  })
  .map(({ at, ...told }) => {
    const types: Record<string, string> = {
      authorised: "PAYMENT_RECEIVED",
      captured: "PAYMENT_SUCCEEDED",
      declined: "PAYMENT_FAILED",
      refunded: "PAYMENT_REFUNDED",
    };
    const data = { orderNumber: "SO-1", currency: "GBP", paidAt: iso(at), ...told };
    return ["PAYMENTS", types[told.status] ?? "PAYMENT_REPORTED", at, data] as const;
  });
const packed = fc
  .record({ at: moment, parcelNumber: fc.constantFrom("P-1", "P-2"), shirts: fc.nat(2) })
  .map(({ at, parcelNumber, shirts }) => {
    const line = { lineNumber: "1", sku: "SHIRT-M", quantityOrdered: "2" };
    const lines = [{ ...line, quantityPacked: String(shirts) }];
    const data = { orderNumber: "SO-1", parcelNumber, parcels: "2", packedAt: iso(at), lines };
    return ["PACKING", "ORDER_PACKAGED", at, data] as const;
  });
const tracked = fc
  .record({
    at: moment,
    parcelNumber: fc.constantFrom("P-1", "P-2"),
    status: fc.constantFrom("collected", "in-transit", "delivered", "returned"),
  })
  .map(({ at, parcelNumber, status }) => {
    const types: Record<string, string> = {
      collected: "COURIER_COLLECTED",
      delivered: "PACKAGE_DELIVERED",
      returned: "PACKAGE_RETURNED",
    };
    const told = { orderNumber: "SO-1", parcelNumber, status, trackingNumber: "N1" };
    const type = types[status] ?? "COURIER_REPORTED";
    return ["TRACKING", type, at, { ...told, statusAt: iso(at) }] as const;
  });
const asked = moment.chain((at) =>
  fc.constantFrom(
    [null, "ORDER_CANCELLED", at, { reason: "no" }] as const,
    [null, "DELIVERY_DATE_CHANGED", at, { date: "2026-06-15" }] as const,
    [null, "PICK_REQUESTED", at, { lines: 2 }] as const,
    [null, "PAYMENT_OVERDUE", at, { dueAt: at, anchor: "" }] as const,
  ),
);

/** The life of an order in any order, with messages told long after they were true. */
const lives = fc
  .array(
    fc.tuple(
      fc.oneof(requested, paid, packed, tracked, asked),
      fc.integer({ min: 0, max: 4 }).map((hours) => hours * 3_600_000),
    ),
    { maxLength: 12 },
  )
  .map((told) =>
    told.map(([[flow, type, at, data], later], index): EventRecord => {
      const message = flow === null ? null : index;
      const said = { flow, type, seq: index + 1, line: index + 1, occurredAt: at + later };
      return received("", data, { ...said, processType: "order", key: "SO-1", message });
    }),
  );

it("any life of an order builds the same whatever the order of arrival, twice and in two steps", () => {
  fc.assert(
    fc.property(lives, (events) => checkDefinition(order, "SO-1", events, { arrivals: 3 })),
    { numRuns: 60 },
  );
});

it("what is due back is never more than what was taken, and never less than nothing", () => {
  fc.assert(
    fc.property(lives, (events) => {
      const { state } = buildProcess(order, "SO-1", events);
      const taken = state.payments
        .filter(({ status }) => status === "captured")
        .reduce((total, { amount }) => total + amount, 0);
      expect(refundDue(state)).toBeGreaterThanOrEqual(0);
      expect(refundDue(state)).toBeLessThanOrEqual(taken);
    }),
    { numRuns: 300 },
  );
});

it("the delivery date first agreed never changes once it is known", () => {
  fc.assert(
    fc.property(lives, (events) => {
      const ordered = events.toSorted(compareEvents);
      let known: string | null = null;
      for (let at = 1; at <= ordered.length; at += 1) {
        const { original } = buildProcess(order, "SO-1", ordered.slice(0, at)).state.delivery;
        if (known !== null) expect(original).toBe(known);
        known = original;
      }
    }),
  );
});

it("a word of the courier older than what is known never changes a parcel's status", () => {
  fc.assert(
    fc.property(lives, (events) => {
      const { parcels } = buildProcess(order, "SO-1", events).state;
      for (const { number, status, statusAt } of parcels) {
        const words = events
          .filter(({ flow }) => flow === "TRACKING")
          .map(({ data }) => JSON.parse(data) as Record<string, string>)
          .filter(({ parcelNumber }) => parcelNumber === number);
        const newest = Math.max(...words.map((word) => Date.parse(word["statusAt"] ?? "")));
        if (words.length === 0) expect(status).toBeNull();
        else expect(statusAt).toBe(newest);
      }
    }),
  );
});
