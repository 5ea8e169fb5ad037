import type { IsoDate } from "../../calendar/working-calendar.ts";

/** An order as far as its events have reported. Money is in the currency's hundredths; moments are milliseconds since 1970. */
export interface Order {
  readonly number: string;
  /** Null before the order itself is known. */
  readonly requestedAt: number | null;
  /** How often it was sent to us; the first counts. */
  readonly requests: number;
  readonly customer: Customer | null;
  readonly address: Address | null;
  readonly currency: string | null;
  readonly lines: readonly OrderLine[];
  readonly delivery: OrderDelivery;
  /** One for each transaction and status that was reported. */
  readonly payments: readonly Payment[];
  /** The payment, and what it had become, on which the order went ahead; null while it does not. */
  readonly goesAheadOn: string | null;
  readonly pick: Pick;
  readonly warehouse: Warehouse;
  readonly parcels: readonly Parcel[];
  /** In how many parcels the warehouse says that it goes; null when it does not say. */
  readonly parcelCount: number | null;
  readonly cancelled: Cancellation | null;
  /** What was not there in time, and is not yet. */
  readonly overdue: readonly Overdue[];
  readonly successEmail: "none" | "generated" | "sent";
}

/** What may be late. */
export type Overdue = "payment" | "packing" | "delivery";

/** Who ordered. */
export interface Customer {
  readonly name: string;
  readonly email: string | null;
  /** Only a customer who said so accepts e-mail. */
  readonly acceptsEmail: boolean;
}

/** Where it goes. */
export interface Address {
  readonly line1: string;
  readonly line2: string | null;
  readonly town: string | null;
  readonly postcode: string;
  readonly country: string | null;
}

/** One article of an order. */
export interface OrderLine {
  readonly line: number;
  readonly sku: string;
  readonly description: string | null;
  readonly quantity: number;
  /** Null when the order does not say. */
  readonly unitPrice: number | null;
}

/** When it is to be delivered. */
export interface OrderDelivery {
  /** What was first agreed; null when the order names no date. It never changes. */
  readonly original: IsoDate | null;
  readonly date: IsoDate | null;
  readonly changes: readonly DateChange[];
}

/** The customer changed the date. */
export interface DateChange {
  readonly from: IsoDate | null;
  readonly to: IsoDate;
  readonly at: number;
}

/** The last word on a transaction's getting into one status. */
export interface Payment {
  readonly transaction: string;
  /** `authorised`, `captured`, `declined`, `refunded`; others are kept and count for nothing. */
  readonly status: string;
  readonly amount: number;
  readonly at: number;
}

/** What the warehouse was asked for. */
export interface Pick {
  readonly requestedAt: number | null;
  /** When the request had reached the warehouse. */
  readonly sentAt: number | null;
}

/** What the warehouse has said. */
export interface Warehouse {
  readonly receivedAt: number | null;
  readonly startedAt: number | null;
}

/** A parcel of an order. */
export interface Parcel {
  readonly number: string;
  /** Null while only the courier has reported it. */
  readonly packedAt: number | null;
  readonly carrier: string | null;
  readonly tracking: string | null;
  readonly weightGrams: string | null;
  readonly contents: readonly { readonly line: number; readonly quantity: number }[];
  readonly collection: "none" | "requested" | "withdrawn";
  /** The courier's newest status by its own clock, e.g. `delivered`; null before the first. */
  readonly status: string | null;
  readonly statusAt: number | null;
}

/** The customer, or somebody for them, called it off. */
export interface Cancellation {
  readonly at: number;
  readonly reason: string;
}

/** An order of which nothing is known but its number. */
export function unknownOrder(number: string): Order {
  return {
    number,
    requestedAt: null,
    requests: 0,
    customer: null,
    address: null,
    currency: null,
    lines: [],
    delivery: { original: null, date: null, changes: [] },
    payments: [],
    goesAheadOn: null,
    pick: { requestedAt: null, sentAt: null },
    warehouse: { receivedAt: null, startedAt: null },
    parcels: [],
    parcelCount: null,
    cancelled: null,
    overdue: [],
    successEmail: "none",
  };
}
