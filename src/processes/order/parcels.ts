import type { Order, OrderLine, Parcel } from "./state.ts";

/** What the courier says that we know; what comes after what, where two have the same moment. */
const ranks = [
  "collected",
  "in-transit",
  "out-for-delivery",
  "delivery-failed",
  "delivered",
  "returned",
];

/** A parcel that was reported for the first time. */
function newParcel(number: string): Parcel {
  return {
    number,
    packedAt: null,
    carrier: null,
    tracking: null,
    weightGrams: null,
    contents: [],
    collection: "none",
    status: null,
    statusAt: null,
  };
}

/** Changes one parcel, which may be new; the others stay as they are. */
export function withParcel(
  parcels: readonly Parcel[],
  number: string,
  change: (parcel: Parcel) => Parcel,
): readonly Parcel[] {
  const place = parcels.findIndex((parcel) => parcel.number === number);
  const known = parcels[place];
  if (known === undefined) return [...parcels, change(newParcel(number))];
  return parcels.with(place, change(known));
}

/** Takes in what the courier says of a parcel: the newest by the courier's clock counts, however late another comes. */
export function takeStatus(parcel: Parcel, status: string, statusAt: number): Parcel {
  const later =
    statusAt - (parcel.statusAt ?? Number.NEGATIVE_INFINITY) ||
    ranks.indexOf(status) - ranks.indexOf(parcel.status ?? "");
  return later > 0 ? { ...parcel, status, statusAt } : parcel;
}

/** Whether the courier has it, or had. */
export function hasLeft({ status }: Parcel): boolean {
  return status !== null;
}

/** Whether it is packed at the warehouse. */
export function isWaiting(parcel: Parcel): boolean {
  return parcel.packedAt !== null && !hasLeft(parcel);
}

/** A line of which less was packed than was ordered. */
export interface ShortLine {
  readonly line: number;
  readonly missing: number;
}

/** What is not packed, by line. */
export function missingFrom({ lines, parcels }: Pick<Order, "lines" | "parcels">): ShortLine[] {
  const packed = parcels.flatMap(({ contents }) => contents);
  return lines.flatMap(({ line, quantity }) => {
    const missing = quantity - quantityOf(packed, line);
    return missing > 0 ? [{ line, missing }] : [];
  });
}

/** Whether the warehouse is through: every parcel it counts is packed, or nothing is missing. */
export function isPackingComplete(
  order: Pick<Order, "lines" | "parcels" | "parcelCount" | "requestedAt">,
): boolean {
  const packed = order.parcels.filter(({ packedAt }) => packedAt !== null).length;
  if (packed === 0) return false;
  if (order.parcelCount !== null) return packed >= order.parcelCount;
  return order.requestedAt !== null && missingFrom(order).length === 0;
}

/** What a parcel's content costs, as far as prices are known. */
export function contentValue(
  contents: readonly { readonly line: number; readonly quantity: number }[],
  lines: readonly OrderLine[],
): number {
  return lines.reduce(
    (total, { line, unitPrice }) => total + quantityOf(contents, line) * (unitPrice ?? 0),
    0,
  );
}

function quantityOf(
  contents: readonly { readonly line: number; readonly quantity: number }[],
  line: number,
): number {
  return contents
    .filter((one) => one.line === line)
    .reduce((total, { quantity }) => total + quantity, 0);
}
