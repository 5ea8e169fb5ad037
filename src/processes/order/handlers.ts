import { readSentTime } from "../../core/file/sent-time.ts";
import type { OrderEvent } from "./events.ts";
import { takeStatus, withParcel } from "./parcels.ts";
import { goAhead, hundredths, paymentSign, takePayment } from "./payments.ts";
import type { Order, Overdue, Parcel } from "./state.ts";

/** Times without a zone are by the clocks of the shop, the warehouse and the courier. */
const zone = "Europe/London";

type Told = { readonly occurredAt: number };

/** A moment that a file tells; when it cannot be read, when the file was sent. */
function moment(text: string, { occurredAt }: Told): number {
  return readSentTime(text, zone, occurredAt).at;
}

/** What the customer ordered. Sent again, it is only counted: the first counts. */
export function customerRequested(order: Order, event: OrderEvent<"CUSTOMER_REQUESTED">): Order {
  const requests = order.requests + 1;
  if (order.requestedAt !== null) return { ...order, requests };
  const { data } = event;
  const date = data.deliveryDate ?? null;
  const requested: Order = {
    ...order,
    requests,
    requestedAt: moment(data.orderedAt, event),
    customer: {
      name: data.customerName,
      email: data.customerEmail ?? null,
      acceptsEmail: data.acceptsEmail === "true",
    },
    address: {
      line1: data.addressLine1,
      line2: data.addressLine2 ?? null,
      town: data.town ?? null,
      postcode: data.postcode,
      country: data.country ?? null,
    },
    currency: data.currency ?? null,
    lines: data.lines.map(({ lineNumber, sku, description, quantity, unitPrice }) => ({
      line: Number(lineNumber),
      sku,
      description: description ?? null,
      quantity: Number(quantity),
      unitPrice: unitPrice === undefined ? null : hundredths(unitPrice),
    })),
    delivery: { ...order.delivery, original: date, date: order.delivery.date ?? date },
  };
  return goAhead(requested, order.goesAheadOn);
}

/** Anything that was reported of a payment. */
export function paymentTold(
  order: Order,
  event: OrderEvent<
    | "PAYMENT_RECEIVED"
    | "PAYMENT_SUCCEEDED"
    | "PAYMENT_FAILED"
    | "PAYMENT_REFUNDED"
    | "PAYMENT_REPORTED"
  >,
): Order {
  const { transactionId: transaction, status, amount, paidAt } = event.data;
  const told = { transaction, status, amount: hundredths(amount), at: moment(paidAt, event) };
  const payments = takePayment(order.payments, told);
  return goAhead({ ...order, payments }, paymentSign(transaction, status));
}

/** A person cancelled the order. */
export function orderCancelled(
  order: Order,
  { data, occurredAt }: OrderEvent<"ORDER_CANCELLED">,
): Order {
  return { ...order, cancelled: { at: occurredAt, reason: data.reason } };
}

/** The warehouse was asked to pick the order. */
export function pickRequested(order: Order, { occurredAt }: Told): Order {
  return { ...order, pick: { requestedAt: occurredAt, sentAt: null } };
}

/** What we asked of the warehouse was delivered: the pick, or its withdrawal. */
export function pickSent(order: Order, { occurredAt }: Told): Order {
  if (order.pick.requestedAt === null) return order;
  return { ...order, pick: { ...order.pick, sentAt: occurredAt } };
}

/** How far the warehouse is; the first time that it says so counts. */
export function warehouseTold(
  order: Order,
  event: OrderEvent<"WAREHOUSE_RECEIVED" | "PACKAGING_STARTED">,
): Order {
  const which = event.type === "WAREHOUSE_RECEIVED" ? "receivedAt" : "startedAt";
  const at = moment(event.data.stageAt, event);
  const known = order.warehouse[which];
  const first = known === null ? at : Math.min(known, at);
  return { ...order, warehouse: { ...order.warehouse, [which]: first } };
}

/** A parcel was packed; reported again, the newest content counts. */
export function orderPackaged(order: Order, event: OrderEvent<"ORDER_PACKAGED">): Order {
  const { data } = event;
  const packedAt = moment(data.packedAt, event);
  const parcels = withParcel(order.parcels, data.parcelNumber, (parcel) =>
    packedAt < (parcel.packedAt ?? packedAt)
      ? parcel
      : {
          ...parcel,
          packedAt,
          carrier: data.carrier ?? parcel.carrier,
          tracking: data.trackingNumber ?? parcel.tracking,
          weightGrams: data.weightGrams ?? null,
          contents: data.lines.map(({ lineNumber, quantityPacked }) => ({
            line: Number(lineNumber),
            quantity: Number(quantityPacked),
          })),
        },
  );
  const parcelCount = data.parcels === undefined ? order.parcelCount : Number(data.parcels);
  return { ...order, parcels, parcelCount };
}

/** Anything that the courier says of a parcel. */
export function courierTold(
  order: Order,
  event: OrderEvent<
    | "COURIER_COLLECTED"
    | "COURIER_REPORTED"
    | "DELIVERY_FAILED"
    | "PACKAGE_DELIVERED"
    | "PACKAGE_RETURNED"
  >,
): Order {
  const { parcelNumber, trackingNumber, carrier, status, statusAt } = event.data;
  const parcels = withParcel(order.parcels, parcelNumber, (parcel) =>
    takeStatus(
      { ...parcel, tracking: trackingNumber, carrier: carrier ?? parcel.carrier },
      status,
      moment(statusAt, event),
    ),
  );
  return { ...order, parcels };
}

/** The courier was asked to collect parcels, or to leave them. */
export function collectionAsked(
  order: Order,
  event: OrderEvent<"COLLECTION_REQUESTED" | "COLLECTION_WITHDRAWN">,
): Order {
  const collection: Parcel["collection"] =
    event.type === "COLLECTION_REQUESTED" ? "requested" : "withdrawn";
  const { parcels: asked } = event.data;
  const parcels = order.parcels.map((parcel) =>
    asked.includes(parcel.number) ? { ...parcel, collection } : parcel,
  );
  return { ...order, parcels };
}

/** The customer wants another day; one that was late is so no more. */
export function deliveryDateChanged(
  order: Order,
  { data, occurredAt: at }: OrderEvent<"DELIVERY_DATE_CHANGED">,
): Order {
  const change = { from: order.delivery.date, to: data.date, at };
  const { original, changes } = order.delivery;
  return {
    ...order,
    delivery: { original, date: data.date, changes: [...changes, change] },
    overdue: order.overdue.filter((what) => what !== "delivery"),
  };
}

/** The customer chose whether to get e-mail. */
export function emailChoiceChanged(
  order: Order,
  { data }: OrderEvent<"EMAIL_CHOICE_CHANGED">,
): Order {
  if (order.customer === null) return order;
  const { acceptsEmail, email = order.customer.email } = data;
  return { ...order, customer: { ...order.customer, acceptsEmail, email } };
}

/** Something was not there in time. */
export function isOverdue(what: Overdue) {
  return (order: Order): Order => ({ ...order, overdue: [...order.overdue, what] });
}
