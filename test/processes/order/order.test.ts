import { afterEach, describe, expect, it } from "vitest";
import { refundDue } from "../../../src/processes/order/status.ts";
import { OrderStory, order, shirtsAndMug } from "./order-story.ts";

/** Every story told here is also one that builds can rely on. */
const told: OrderStory[] = [];
afterEach(() => {
  for (const story of told.splice(0)) story.check({ arrivals: 5 });
});
const follow = async (begun: Promise<OrderStory>) => {
  const story = await begun;
  told.push(story);
  return story;
};

describe("an order that goes well", () => {
  it("is requested, paid, picked, packed, collected and delivered", async () => {
    const story = await follow(OrderStory.requested());
    expect(story.status).toBe("requested");
    await story.pays("authorised", "09:03");
    expect(story.status).toBe("pick requested");
    await story.pays("captured", "09:05");
    await story.warehouse("received", "09:40");
    expect(story.status).toBe("with the warehouse");
    await story.warehouse("packing-started", "13:20");
    expect(story.status).toBe("being packed");
    await story.packs("P-1", { 1: 1 }, "14:00");
    expect(story.status).toBe("part packed");
    await story.packs("P-2", { 1: 1, 2: 1 }, "14:05");
    expect(story.status).toBe("packed");
    await story.courier("P-1", "collected", "10T16:00");
    expect(story.status).toBe("part with the courier");
    await story.courier("P-2", "collected", "10T16:00");
    expect(story.status).toBe("with the courier");
    await story.courier("P-1", "delivered", "11T10:21");
    await story.courier("P-2", "delivered", "11T10:22");
    expect(story.status).toBe("delivered");
    expect(story.deadlines).toEqual([]);
    expect(story.sent).toEqual(["PICK pick", "COLLECTION collect P-1", "COLLECTION collect P-2"]);
    expect(story.told).toEqual([
      "CUSTOMER_REQUESTED",
      "PAYMENT_RECEIVED",
      "PICK_REQUESTED",
      "PICK_SENT",
      "PAYMENT_SUCCEEDED",
      "SUCCESS_EMAIL_GENERATED",
      "EMAIL_SENT",
      "WAREHOUSE_RECEIVED",
      "PACKAGING_STARTED",
      "ORDER_PACKAGED",
      "COLLECTION_REQUESTED",
      "COLLECTION_SENT",
      "ORDER_PACKAGED",
      "COLLECTION_REQUESTED",
      "COLLECTION_SENT",
      "COURIER_COLLECTED",
      "COURIER_COLLECTED",
      "PACKAGE_DELIVERED",
      "PACKAGE_DELIVERED",
    ]);
  });

  it("asks the warehouse for what was ordered, where it is to go and by when", async () => {
    const story = await follow(OrderStory.requested());
    await story.pays("captured", "09:05");
    expect(story.files).toEqual([
      {
        kind: "file",
        flow: "PICK",
        to: { role: null, participant: "WAREHOUSE" },
        data: {
          orderNumber: "SO-1",
          pickRequest: "pick",
          requestedAt: "2026-06-10T08:05:00.000Z",
          deliverBy: "2026-06-12",
          customerName: "Ann Bright",
          addressLine1: "1 High Street",
          town: "Leeds",
          postcode: "LS1 4AP",
          lines: [
            { lineNumber: "1", sku: "SHIRT-M", quantity: "2" },
            { lineNumber: "2", sku: "MUG", quantity: "1" },
          ],
        },
      },
    ]);
  });

  it("waits for no payment that is enough", async () => {
    const story = await follow(OrderStory.requested());
    await story.pays("captured", "09:05", { amount: "20.00" });
    expect(story.status).toBe("paid: paid too little");
    expect(story.statesOf("request pick")).toEqual(["skipped"]);
    await story.pays("captured", "09:30", { transaction: "T-2", amount: "27.50" });
    expect(story.status).toBe("pick requested");
    expect(story.sent).toEqual(["PICK pick"]);
  });
});

describe("the success e-mail", () => {
  it("goes to a customer who accepts e-mail, once", async () => {
    const story = await follow(OrderStory.requested());
    await story.pays("captured", "09:05");
    await story.pays("captured", "09:06", { transaction: "T-2", amount: "1.00" });
    expect(story.emails).toMatchObject([
      { to: "ann@example.test", subject: "Your payment for order SO-1" },
    ]);
    expect(story.statesOf("generate success e-mail")).toEqual(["done", "skipped"]);
    expect(story.state.successEmail).toBe("sent");
  });

  it("goes to nobody who did not say so; the ledger says why", async () => {
    const story = await follow(OrderStory.requested({ acceptsEmail: "false" }));
    await story.pays("captured", "09:05");
    expect(story.emails).toEqual([]);
    expect(story.actions.find(({ action }) => action === "generate success e-mail")).toMatchObject({
      state: "skipped",
      reason: "not: the customer accepts e-mail",
      verdicts: [{ saw: { acceptsEmail: false, hasAddress: true } }, {}, {}],
    });
  });

  it("goes to a customer who changed their mind before paying", async () => {
    const story = await follow(OrderStory.requested({ acceptsEmail: "false" }));
    expect(await story.command("do_change_email_choice", { acceptsEmail: true })).toBeNull();
    await story.pays("captured", "09:05");
    expect(story.emails).toHaveLength(1);
  });

  it("needs review where the payment comes to light after the order was cancelled", async () => {
    const story = await follow(OrderStory.requested());
    story.now = Date.parse("2026-06-10T10:00:00+01:00");
    await story.command("do_cancel", { reason: "changed my mind" });
    const payment = { orderNumber: "SO-1", transactionId: "T-1", status: "captured" };
    const paid = { ...payment, amount: "47.50", currency: "GBP", paidAt: "2026-06-10 09:05" };
    await story.message("PAYMENTS", paid, "2026-06-10T09:06:00+01:00");
    expect(story.emails).toEqual([]);
    expect(story.statesOf("generate success e-mail")).toEqual(["needs-review"]);
    expect(story.statesOf("request pick")).toEqual(["needs-review"]);
    expect(story.status).toBe("cancelled: refund due");
  });
});

describe("a payment declined after the pick", () => {
  it("stops the warehouse, and a new payment starts it again", async () => {
    const story = await follow(OrderStory.requested());
    await story.pays("authorised", "09:03");
    await story.warehouse("received", "09:40");
    await story.pays("declined", "12:00");
    expect(story.status).toBe("with the warehouse: payment failed");
    expect(story.sent).toEqual(["PICK pick", "PICK withdraw"]);
    await story.pays("captured", "12:30", { transaction: "T-2" });
    expect(story.sent).toEqual(["PICK pick", "PICK withdraw", "PICK pick"]);
    expect(story.status).toBe("with the warehouse");
  });

  it("keeps packed parcels from the courier until it is paid", async () => {
    const story = await follow(OrderStory.requested());
    await story.pays("authorised", "09:03");
    await story.packs("P-1", { 1: 2 }, "11:00", "2");
    await story.pays("declined", "12:00");
    await story.packs("P-2", { 2: 1 }, "12:10", "2");
    expect(story.status).toBe("packed: payment failed");
    expect(story.sent.slice(1)).toEqual(["COLLECTION collect P-1", "COLLECTION withdraw P-1"]);
    expect(story.statesOf("request collection")).toEqual(["done", "skipped"]);
    await story.pays("captured", "12:30", { transaction: "T-2" });
    expect(story.sent.slice(3)).toEqual(["COLLECTION collect P-1", "COLLECTION collect P-2"]);
    expect(story.status).toBe("packed");
  });

  it("is none where another transaction was captured", async () => {
    const story = await follow(OrderStory.requested());
    await story.pays("captured", "09:05", { transaction: "T-2" });
    await story.pays("declined", "09:06");
    expect(story.status).toBe("pick requested");
    expect(story.sent).toEqual(["PICK pick"]);
  });

  it("is none where the word of it is older than the success", async () => {
    const story = await follow(OrderStory.requested());
    await story.pays("captured", "09:05");
    const declined = { orderNumber: "SO-1", transactionId: "T-1", status: "declined" };
    const old = { ...declined, amount: "47.50", currency: "GBP", paidAt: "2026-06-10 09:01" };
    await story.message("PAYMENTS", old);
    expect(story.status).toBe("pick requested");
    expect(story.sent).toEqual(["PICK pick"]);
  });
});

describe("a short pick", () => {
  it("is packed and delivered short, with the difference due to the customer", async () => {
    const story = await follow(OrderStory.requested());
    await story.pays("captured", "09:05");
    await story.packs("P-1", { 1: 1, 2: 1 }, "14:00", "1");
    expect(story.status).toBe("packed short: refund due");
    expect(refundDue(story.state)).toBe(2000);
    await story.courier("P-1", "delivered", "11T10:00");
    expect(story.status).toBe("delivered short: refund due");
    await story.pays("refunded", "15:00", { transaction: "R-1", amount: "-20.00" });
    expect(story.status).toBe("delivered short");
  });

  it("is no short pick while parcels are to come", async () => {
    const story = await follow(OrderStory.requested());
    await story.pays("captured", "09:05");
    await story.packs("P-1", { 1: 1 }, "14:00", "2");
    expect(story.status).toBe("part packed");
  });
});

describe("what the courier says", () => {
  it("of one parcel of two leaves the order part delivered", async () => {
    const story = await follow(OrderStory.packed());
    await story.courier("P-1", "collected", "10T16:00");
    await story.courier("P-2", "collected", "10T16:00");
    await story.courier("P-1", "delivered", "11T10:00");
    expect(story.status).toBe("part delivered");
    expect(story.deadlines).toEqual(["DELIVERY_OVERDUE 2026-06-12T17:00:00.000Z"]);
  });

  it("late and older changes nothing", async () => {
    const story = await follow(OrderStory.packed());
    await story.courier("P-1", "delivered", "11T10:00");
    await story.courier("P-2", "delivered", "11T10:00");
    await story.courier("P-1", "in-transit", "11T07:00", "11T15:00");
    await story.courier("P-2", "collected", "10T16:00", "11T15:00");
    expect(story.status).toBe("delivered");
    expect(story.told.slice(-2)).toEqual(["COURIER_REPORTED", "COURIER_COLLECTED"]);
  });

  it("may be a failed delivery, tried again", async () => {
    const story = await follow(OrderStory.packed());
    await story.courier("P-1", "delivered", "11T10:00");
    await story.courier("P-2", "delivery-failed", "11T10:00");
    expect(story.status).toBe("part delivered: delivery failed");
    await story.courier("P-2", "delivered", "12T10:00");
    expect(story.status).toBe("delivered");
  });

  it("may be a return, of a part and then of all", async () => {
    const story = await follow(OrderStory.packed());
    await story.courier("P-1", "delivered", "11T10:00");
    await story.courier("P-2", "delivered", "11T10:00");
    await story.courier("P-1", "returned", "15T10:00");
    expect(story.status).toBe("part returned: refund due");
    expect(refundDue(story.state)).toBe(2000);
    await story.courier("P-2", "returned", "16T10:00");
    expect(story.status).toBe("returned: refund due");
    expect(refundDue(story.state)).toBe(4750);
    await story.pays("refunded", "20:00", { transaction: "R-1" });
    expect(story.status).toBe("returned");
  });

  it("may come before the warehouse's confirmation", async () => {
    const story = await follow(OrderStory.requested());
    await story.pays("captured", "09:05");
    await story.courier("P-1", "collected", "10T16:00");
    expect(story.status).toBe("part with the courier");
    await story.packs("P-1", { 1: 2, 2: 1 }, "14:00", "1");
    expect(story.status).toBe("with the courier");
  });

  it("may be words that we do not know", async () => {
    const story = await follow(OrderStory.packed());
    await story.courier("P-1", "held-at-depot", "11T10:00");
    expect(story.status).toBe("part with the courier");
    expect(story.told.at(-1)).toBe("COURIER_REPORTED");
  });
});

describe("deadlines", () => {
  it("pass for a payment two working days after the request, at six in London", async () => {
    const story = await follow(OrderStory.requested());
    expect(story.deadlines).toEqual(["PAYMENT_OVERDUE 2026-06-12T17:00:00.000Z"]);
    await story.until("2026-06-12T16:59:59Z");
    expect(story.status).toBe("requested");
    await story.until("2026-06-12T17:00:00Z");
    expect(story.status).toBe("requested: payment overdue");
    expect(story.deadlines).toEqual([]);
  });

  it("go over weekends and bank holidays", async () => {
    const orderedAt = "2026-08-27T09:00:00+01:00";
    const story = await follow(Promise.resolve(new OrderStory(orderedAt)));
    await story.message("ORDERS", { ...shirtsAndMug, orderedAt });
    expect(story.deadlines).toEqual(["PAYMENT_OVERDUE 2026-09-01T17:00:00.000Z"]);
  });

  it("pass for packing a working day after the warehouse has the request", async () => {
    const story = await follow(OrderStory.requested({ deliveryDate: "2026-06-19" }));
    await story.pays("captured", "09:05");
    expect(story.deadlines).toEqual([
      "PACKING_OVERDUE 2026-06-11T17:00:00.000Z",
      "DELIVERY_OVERDUE 2026-06-19T17:00:00.000Z",
    ]);
    await story.until("2026-06-11T18:00:00Z");
    expect(story.status).toBe("pick requested: packing overdue");
    await story.packs("P-1", { 1: 2, 2: 1 }, "14:00");
    expect(story.status).toBe("packed");
  });

  it("move with the delivery date, and one that passed counts no more", async () => {
    const story = await follow(OrderStory.requested());
    await story.pays("captured", "09:05");
    await story.until("2026-06-12T17:00:00Z");
    expect(story.status).toBe("pick requested: delivery overdue");
    expect(await story.command("do_change_delivery_date", { date: "2026-06-15" })).toBeNull();
    expect(story.status).toBe("pick requested: packing overdue");
    expect(story.deadlines).toEqual(["DELIVERY_OVERDUE 2026-06-15T17:00:00.000Z"]);
    await story.until("2026-06-15T17:00:00Z");
    expect(story.status).toBe("pick requested: delivery overdue");
  });

  it("are five working days where no delivery date was agreed", async () => {
    const { deliveryDate: _, ...dateless } = shirtsAndMug;
    const story = await follow(Promise.resolve(new OrderStory()));
    await story.message("ORDERS", dateless);
    await story.pays("captured", "09:05");
    expect(story.deadlines).toContain("DELIVERY_OVERDUE 2026-06-17T17:00:00.000Z");
  });
});

describe("what people ask", () => {
  it("changes the delivery date; the first stays in its history", async () => {
    const story = await follow(OrderStory.requested());
    expect(await story.command("do_change_delivery_date", { date: "2026-06-15" })).toBeNull();
    expect(await story.command("do_change_delivery_date", { date: "2026-06-16" })).toBeNull();
    expect(story.state.delivery).toMatchObject({
      original: "2026-06-12",
      date: "2026-06-16",
      changes: [
        { from: "2026-06-12", to: "2026-06-15" },
        { from: "2026-06-15", to: "2026-06-16" },
      ],
    });
  });

  it.each([
    ["2026-06-12", "SAME_DATE"],
    ["2026-06-09", "DATE_HAS_PASSED"],
    ["2026-06-13", "NOT_A_WORKING_DAY"],
    ["2026-08-31", "NOT_A_WORKING_DAY"],
  ])("does not change it to %s: %s", async (date, code) => {
    const story = await follow(OrderStory.requested());
    expect(await story.command("do_change_delivery_date", { date })).toMatchObject({ code });
    expect(story.told).toEqual(["CUSTOMER_REQUESTED"]);
  });

  it("does not call a withdrawal that was sent a request: both go as the same flow", () => {
    expect(order.aboutEvent("PICK_SENT")).toMatch(/request or its withdrawal sent/);
    expect(order.aboutEvent("COLLECTION_SENT")).toMatch(/request or its withdrawal sent/);
  });

  it("cancels: pick and collection are withdrawn, the money is due back", async () => {
    const story = await follow(OrderStory.packed());
    expect(await story.command("do_cancel", { reason: "too late" })).toBeNull();
    expect(story.sent.slice(3)).toEqual(["COLLECTION withdraw P-1", "COLLECTION withdraw P-2"]);
    expect(story.status).toBe("cancelled: refund due");
    expect(story.deadlines).toEqual([]);
    await story.pays("refunded", "16:00");
    expect(story.status).toBe("cancelled");
    expect(await story.command("do_cancel", { reason: "again" })).toMatchObject({
      code: "ALREADY_CANCELLED",
    });
  });

  it("cancels nothing that the courier has, or that is delivered", async () => {
    const story = await follow(OrderStory.packed());
    await story.courier("P-1", "collected", "10T16:00");
    const cancel = () => story.command("do_cancel", { reason: "too late" });
    expect(await cancel()).toMatchObject({ code: "ALREADY_WITH_COURIER" });
    await story.courier("P-1", "delivered", "11T10:00");
    await story.courier("P-2", "delivered", "11T10:00");
    expect(await cancel()).toMatchObject({ code: "ALREADY_DELIVERED" });
    expect(await story.command("do_change_delivery_date", { date: "2026-06-15" })).toMatchObject({
      code: "ALREADY_DELIVERED",
    });
  });

  it("cancels, and shows where the courier came first", async () => {
    const story = await follow(OrderStory.packed());
    await story.command("do_cancel", { reason: "too late" });
    await story.courier("P-1", "collected", "10T16:00");
    expect(story.status).toBe("cancelled: with the courier");
    await story.courier("P-1", "returned", "12T16:00");
    expect(story.status).toBe("cancelled: refund due");
  });

  it("notes an e-mail choice only where it is one", async () => {
    const { customerEmail: _, ...unreachable } = shirtsAndMug;
    const story = await follow(Promise.resolve(new OrderStory()));
    await story.message("ORDERS", { ...unreachable, acceptsEmail: "false" });
    const choose = (data: object) => story.command("do_change_email_choice", data);
    expect(await choose({ acceptsEmail: false })).toMatchObject({ code: "SAME_CHOICE" });
    expect(await choose({ acceptsEmail: true })).toMatchObject({ code: "NO_ADDRESS" });
    const choice = { acceptsEmail: true, email: "ann@example.test" };
    expect(await choose(choice)).toBeNull();
    expect(story.state.customer).toMatchObject(choice);
  });
});

it("an order sent twice is as it was sent first, and is shown", async () => {
  const story = await follow(OrderStory.requested());
  await story.message("ORDERS", { orderNumber: "SO-1", lines: [] });
  expect(story.status).toBe("requested: requested twice");
  expect(story.state.lines).toHaveLength(2);
});

it("an order whose packing event never was is as if the parcel were none", async () => {
  const story = await follow(OrderStory.packed());
  expect(story.without("ORDER_PACKAGED").status).toBe("pick requested");
});
