import type { Order, OrderLine, Payment } from "./state.ts";

/** Where the payment of an order is, over all its transactions. */
export type PaymentStanding = "none" | "failed" | "authorised" | "paid";

/** What comes after what, where two have the same moment. */
const ranks = ["authorised", "declined", "captured", "refunded"];

/** Takes in what was reported about a transaction; an older word on the same changes nothing. */
export function takePayment(payments: readonly Payment[], told: Payment): readonly Payment[] {
  const same = payments.findIndex(
    ({ transaction, status }) => transaction === told.transaction && status === told.status,
  );
  const known = payments[same];
  if (known === undefined) return [...payments, told];
  return known.at >= told.at ? payments : payments.with(same, told);
}

/**
 * Each transaction counts as what it became last by its own clock, so that an older status that arrives
 * late undoes nothing. Money taken by one transaction stays taken when another fails.
 */
export function paymentStanding(payments: readonly Payment[]): PaymentStanding {
  const last = lastOfEach(payments).map(({ status }) => status);
  if (last.includes("captured")) return "paid";
  if (last.includes("authorised")) return "authorised";
  return last.includes("declined") ? "failed" : "none";
}

/** What the customer has been charged, or may be. */
function promised(payments: readonly Payment[]): number {
  return sum(
    lastOfEach(payments).filter(({ status }) => status === "captured" || status === "authorised"),
  );
}

/** What we hold: what was charged less what was given back. */
export function moneyHeld(payments: readonly Payment[]): number {
  const captured = lastOfEach(payments).filter(({ status }) => status === "captured");
  return sum(captured) - sum(payments.filter(({ status }) => status === "refunded"));
}

/** What the order costs; null when it does not say of every line. */
export function priceOf(lines: readonly OrderLine[]): number | null {
  let total = 0;
  for (const { quantity, unitPrice } of lines) {
    if (unitPrice === null) return null;
    total += quantity * unitPrice;
  }
  return lines.length === 0 ? null : total;
}

/** Whether the payment is confirmed and is enough for the order, as far as that is known. */
export function isPaidFor({ payments, lines }: Pick<Order, "payments" | "lines">): boolean {
  const standing = paymentStanding(payments);
  if (standing !== "paid" && standing !== "authorised") return false;
  return promised(payments) >= (priceOf(lines) ?? 0);
}

/** The name of a transaction's getting into a status. */
export function paymentSign(transaction: string, status: string): string {
  return `${transaction} ${status}`;
}

/** Notes whether the order goes ahead, and on which payment; `sign` is what was reported just now. */
export function goAhead(order: Order, sign: string | null): Order {
  if (!isPaidFor(order)) return { ...order, goesAheadOn: null };
  return { ...order, goesAheadOn: order.goesAheadOn ?? sign };
}

/** Text such as `47.48` or `-5` in hundredths. */
export function hundredths(text: string): number {
  return Math.round(Number(text) * 100);
}

/** Refunds are no status of the money taken: they are counted beside it. */
function lastOfEach(payments: readonly Payment[]): readonly Payment[] {
  const told = payments.filter(({ status }) => status !== "refunded" && ranks.includes(status));
  const last = new Map<string, Payment>();
  for (const one of told) {
    const known = last.get(one.transaction);
    if (known === undefined || isLater(one, known)) last.set(one.transaction, one);
  }
  return [...last.values()];
}

function isLater(one: Payment, other: Payment): boolean {
  return (one.at - other.at || ranks.indexOf(one.status) - ranks.indexOf(other.status)) > 0;
}

/** A refund is reported with a minus by some and without by others. */
function sum(payments: readonly Payment[]): number {
  return payments.reduce((total, { amount }) => total + Math.abs(amount), 0);
}
