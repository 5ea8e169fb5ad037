import { englandAndWales } from "../../../src/calendar/england-and-wales.ts";
import type { FlowMessage } from "../../../src/catalogue/flow-message.ts";
import { orderProcess } from "../../../src/processes/order/build.ts";
import type { Order } from "../../../src/processes/order/state.ts";
import { ProcessStory } from "../../../src/testing/process-story.ts";

export const order = orderProcess(englandAndWales);

/** An order of two shirts and a mug, Wednesday morning, to be delivered on Friday. */
export const shirtsAndMug: FlowMessage<"ORDERS001"> = {
  orderNumber: "SO-1",
  orderedAt: "2026-06-10T09:00:00+01:00",
  customerName: "Ann Bright",
  customerEmail: "ann@example.test",
  addressLine1: "1 High Street",
  town: "Leeds",
  postcode: "LS1 4AP",
  deliveryDate: "2026-06-12",
  acceptsEmail: "true",
  lines: [
    { lineNumber: "1", sku: "SHIRT-M", quantity: "2", unitPrice: "20.00" },
    { lineNumber: "2", sku: "MUG", quantity: "1", unitPrice: "7.50" },
  ],
};

/** Fills in what a test does not care about. */
export class OrderStory extends ProcessStory<Order> {
  constructor(at = "2026-06-10T09:00:00+01:00") {
    super(order, "SO-1", at);
  }

  static async requested(changes: Partial<FlowMessage<"ORDERS001">> = {}): Promise<OrderStory> {
    const story = new OrderStory();
    await story.message("ORDERS", { ...shirtsAndMug, ...changes });
    return story;
  }

  static async packed(): Promise<OrderStory> {
    const story = await OrderStory.requested();
    await story.pays("captured", "09:05");
    await story.packs("P-1", { 1: 1 }, "14:00", "2");
    await story.packs("P-2", { 1: 1, 2: 1 }, "14:05", "2");
    return story;
  }

  /** On Wednesday at that time, by the shop's clock. */
  pays(
    status: string,
    time: string,
    { transaction = "T-1", amount = "47.50" } = {},
  ): Promise<void> {
    return this.#come("PAYMENTS", time, {
      orderNumber: "SO-1",
      transactionId: transaction,
      status,
      amount,
      currency: "GBP",
      paidAt: `2026-06-10 ${time}`,
    });
  }

  /** What the warehouse has got to. */
  warehouse(stage: string, time: string): Promise<void> {
    const stageAt = `2026-06-10 ${time}`;
    return this.#come("WAREHOUSE", time, {
      orderNumber: "SO-1",
      warehouse: "Leeds",
      stage,
      stageAt,
    });
  }

  /** A parcel with so many of each line. */
  packs(
    parcelNumber: string,
    quantities: Readonly<Record<number, number>>,
    time: string,
    parcels?: string,
  ): Promise<void> {
    return this.#come("PACKING", time, {
      orderNumber: "SO-1",
      parcelNumber,
      packedAt: `2026-06-10 ${time}`,
      ...(parcels !== undefined && { parcels }),
      lines: Object.entries(quantities).map(([lineNumber, quantity]) => ({
        lineNumber,
        sku: lineNumber === "1" ? "SHIRT-M" : "MUG",
        quantityOrdered: lineNumber === "1" ? "2" : "1",
        quantityPacked: String(quantity),
      })),
    });
  }

  /** What the courier says on a day of June 2026; it may reach us later than it happened. */
  courier(parcelNumber: string, status: string, at: string, toldAt = at): Promise<void> {
    this.now = Math.max(this.now, Date.parse(`2026-06-${toldAt}:00+01:00`));
    return this.message("TRACKING", {
      orderNumber: "SO-1",
      parcelNumber,
      trackingNumber: `N${parcelNumber}`,
      status,
      statusAt: `2026-06-${at}:00+01:00`,
    });
  }

  /** What was sent, as `PICK pick` and `COLLECTION withdraw P-1`. */
  get sent(): string[] {
    return this.files.map(({ flow, data }) => {
      const said: Readonly<Record<string, unknown>> = { ...data };
      return [flow, said["pickRequest"] ?? said["collectionRequest"], said["parcelNumber"]]
        .filter((word) => word !== undefined)
        .join(" ");
    });
  }

  #come(flow: string, time: string, data: object): Promise<void> {
    this.now = Math.max(this.now, Date.parse(`2026-06-10T${time}:00+01:00`));
    return this.message(flow, data);
  }
}
