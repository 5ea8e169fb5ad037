import { condition } from "../../core/define/condition.ts";
import type { OrderEvent } from "./events.ts";
import { isWaiting } from "./parcels.ts";
import { isPaidFor, paymentSign, paymentStanding } from "./payments.ts";
import type { Order } from "./state.ts";

/** The customer said that we may write to them. */
export const customerAcceptsEmail = condition(
  "the customer accepts e-mail",
  ({ customer }: Order) => ({
    acceptsEmail: customer?.acceptsEmail ?? false,
    hasAddress: customer?.email != null,
  }),
  ({ acceptsEmail, hasAddress }) => acceptsEmail && hasAddress,
);

/** Nobody called it off. */
export const orderStands = condition(
  "the order is not cancelled",
  ({ cancelled }: Order) => ({ cancelled: cancelled?.reason ?? null }),
  ({ cancelled }) => cancelled === null,
);

/** This very payment is the one: those that follow on the same order change nothing. */
export const goesAheadOnIt = condition(
  "the order goes ahead on this payment",
  ({ goesAheadOn }: Order, { data }: OrderEvent<"PAYMENT_RECEIVED" | "PAYMENT_SUCCEEDED">) => ({
    goesAheadOn,
    payment: paymentSign(data.transactionId, data.status),
  }),
  ({ goesAheadOn, payment }) => goesAheadOn === payment,
);

/** Money, or the promise of it, is there and is enough. */
export const orderIsPaidFor = condition(
  "the order is paid for",
  (order: Order) => ({ payment: paymentStanding(order.payments), enough: isPaidFor(order) }),
  ({ enough }) => enough,
);

/** What was there is there no longer. */
export const paymentFellThrough = condition(
  "no other payment is recorded",
  (order: Order) => ({ payment: paymentStanding(order.payments), enough: isPaidFor(order) }),
  ({ enough }) => !enough,
);

/** The customer was not notified yet. */
export const successWasNotTold = condition(
  "the customer is not notified yet",
  ({ successEmail }: Order) => ({ successEmail }),
  ({ successEmail }) => successEmail === "none",
);

/** The warehouse has nothing to do yet, and has not done it unasked. */
export const noPickIsRequested = condition(
  "no pick is requested and nothing packed",
  ({ pick, parcels }: Order) => ({ requestedAt: pick.requestedAt, parcels: parcels.length }),
  ({ requestedAt, parcels }) => requestedAt === null && parcels === 0,
);

/** The warehouse was asked, and can be stopped. */
export const pickCanBeWithdrawn = condition(
  "a pick is requested and nothing packed",
  ({ pick, parcels }: Order) => ({ requestedAt: pick.requestedAt, parcels: parcels.length }),
  ({ requestedAt, parcels }) => requestedAt !== null && parcels === 0,
);

/** Parcels were packed while nobody was to collect them. */
export const parcelsWait = condition(
  "packed parcels wait for a collection",
  ({ parcels }: Order) => ({
    waiting: parcels
      .filter((parcel) => isWaiting(parcel) && parcel.collection !== "requested")
      .map(({ number }) => number),
  }),
  ({ waiting }) => waiting.length > 0,
);

/** The courier was asked, and has not come. */
export const collectionsCanBeWithdrawn = condition(
  "a collection is requested and still to come",
  ({ parcels }: Order) => ({
    requested: parcels
      .filter((parcel) => isWaiting(parcel) && parcel.collection === "requested")
      .map(({ number }) => number),
  }),
  ({ requested }) => requested.length > 0,
);
