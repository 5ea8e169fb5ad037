import { contentValue, hasLeft, isPackingComplete, missingFrom } from "./parcels.ts";
import { isPaidFor, moneyHeld, paymentStanding, priceOf } from "./payments.ts";
import type { Order } from "./state.ts";

/** Where an order is, and what is wrong with it: `packed`, or `packed short: refund due`. */
export function statusOf(order: Order): string {
  const trouble = troubleOf(order);
  return trouble === null ? stageOf(order) : `${stageOf(order)}: ${trouble}`;
}

/** What we hold of the customer's money and do not need, in hundredths. */
export function refundDue(order: Order): number {
  const paid = moneyHeld(order.payments);
  if (order.cancelled !== null) return Math.max(0, paid);
  const price = priceOf(order.lines);
  if (price === null) return 0;
  const missing = isPackingComplete(order)
    ? missingFrom(order).map(({ line, missing }) => ({ line, quantity: missing }))
    : [];
  const returned = order.parcels
    .filter(({ status }) => status === "returned")
    .flatMap(({ contents }) => contents);
  const due = paid - price + contentValue([...missing, ...returned], order.lines);
  // More may come back than was ordered, when more was packed: what was not taken is not due back.
  return Math.max(0, Math.min(paid, due));
}

/** Whether everything that will be delivered is. */
export function isDelivered(order: Order): boolean {
  return (
    isPackingComplete(order) &&
    order.parcels.every(({ status }) => status === "delivered" || status === "returned")
  );
}

function stageOf(order: Order): string {
  if (order.cancelled !== null) return "cancelled";
  return courierStage(order) ?? packingStage(order) ?? paymentStage(order);
}

function courierStage(order: Order): string | null {
  const { parcels } = order;
  const complete = isPackingComplete(order);
  const count = (status: string) => parcels.filter((parcel) => parcel.status === status).length;
  const left = parcels.filter(hasLeft).length;
  if (left === 0) return null;
  const returned = count("returned");
  if (returned > 0) return complete && returned === parcels.length ? "returned" : "part returned";
  const delivered = count("delivered");
  if (delivered > 0 && !(complete && delivered === parcels.length)) return "part delivered";
  if (delivered > 0) return missingFrom(order).length > 0 ? "delivered short" : "delivered";
  return complete && left === parcels.length ? "with the courier" : "part with the courier";
}

function packingStage(order: Order): string | null {
  if (isPackingComplete(order)) return missingFrom(order).length > 0 ? "packed short" : "packed";
  if (order.parcels.length > 0) return "part packed";
  if (order.warehouse.startedAt !== null) return "being packed";
  if (order.warehouse.receivedAt !== null) return "with the warehouse";
  return order.pick.requestedAt === null ? null : "pick requested";
}

function paymentStage({ payments, requestedAt }: Order): string {
  const standing = paymentStanding(payments);
  if (standing === "paid") return "paid";
  if (standing === "authorised") return "payment received";
  return requestedAt === null ? "not requested" : "requested";
}

function troubleOf(order: Order): string | null {
  const troubles = order.cancelled === null ? troublesUnderWay(order) : troublesOfCancelled(order);
  return troubles.find(([is]) => is)?.[1] ?? null;
}

type Troubles = readonly (readonly [is: boolean, words: string])[];

/** The first is what needs a person first. */
function troublesUnderWay(order: Order): Troubles {
  const standing = paymentStanding(order.payments);
  const isOverdue = (what: Order["overdue"][number]) => order.overdue.includes(what);
  return [
    [standing === "failed", "payment failed"],
    [standing === "none" && isOverdue("payment"), "payment overdue"],
    [standing !== "none" && !isPaidFor(order), "paid too little"],
    [order.requests > 1, "requested twice"],
    [order.parcels.some(({ status }) => status === "delivery-failed"), "delivery failed"],
    [isOverdue("delivery") && !isDelivered(order), "delivery overdue"],
    [isOverdue("packing") && !isPackingComplete(order), "packing overdue"],
    [refundDue(order) > 0, "refund due"],
  ];
}

function troublesOfCancelled(order: Order): Troubles {
  const out = order.parcels.some((parcel) => hasLeft(parcel) && parcel.status !== "returned");
  return [
    [out, "with the courier"],
    [refundDue(order) > 0, "refund due"],
  ];
}
