import type { FlowMessage } from "../../catalogue/flow-message.ts";
import { type ActionInput, action } from "../../core/define/action.ts";
import { record, sendEmail, sendFile } from "../../core/define/effect.ts";
import type { OrderEvent } from "./events.ts";
import { isWaiting } from "./parcels.ts";
import { isPaidFor } from "./payments.ts";
import type { Order, Parcel } from "./state.ts";

type Input = ActionInput<Order, unknown>;

const warehouse = { role: null, participant: "WAREHOUSE" };
const courier = { role: null, participant: "COURIER" };

/** Asks the warehouse to pick. Nothing when it has been overtaken: asked already, called off, unpaid. */
export const requestPick = action(
  "request pick",
  ({ state, now }: Input) => {
    if (state.pick.requestedAt !== null || state.cancelled !== null || !isPaidFor(state)) return [];
    return [
      sendFile({ flow: "PICK", to: warehouse, data: pickMessage(state, "pick", now) }),
      record("PICK_REQUESTED", { lines: state.lines.length }),
    ];
  },
  { opposite: "withdraw pick" },
);

/** Tells the warehouse to leave it. */
export const withdrawPick = action("withdraw pick", ({ state, now }: Input) => {
  if (state.pick.requestedAt === null) return [];
  const why = state.cancelled === null ? "payment failed" : "cancelled";
  return [
    sendFile({ flow: "PICK", to: warehouse, data: pickMessage(state, "withdraw", now) }),
    record("PICK_WITHDRAWN", { reason: why }),
  ];
});

/** Asks the courier to collect the parcel that was packed. */
export const requestCollection = action(
  "request collection",
  ({ state, event, now }: ActionInput<Order, OrderEvent<"ORDER_PACKAGED">>) => {
    const parcel = state.parcels.find(({ number }) => number === event.data.parcelNumber);
    if (parcel === undefined || !isToBeCollected(parcel)) return [];
    if (state.cancelled !== null || !isPaidFor(state)) return [];
    return collections(state, [parcel], "collect", now);
  },
  { opposite: "withdraw collection" },
);

/** Tells the courier to leave that parcel: it was not packed after all. */
export const withdrawCollection = action(
  "withdraw collection",
  ({ state, event, now }: ActionInput<Order, OrderEvent<"ORDER_PACKAGED">>) => {
    const { parcelNumber: number, carrier = null, trackingNumber: tracking = null } = event.data;
    return collections(state, [{ number, carrier, tracking, weightGrams: null }], "withdraw", now);
  },
);

/** Asks the courier to collect the parcels that waited for the payment. */
export const requestWaitingCollections = action(
  "request collection of waiting parcels",
  ({ state, now }: Input) => {
    if (state.cancelled !== null || !isPaidFor(state)) return [];
    return collections(state, state.parcels.filter(isToBeCollected), "collect", now);
  },
);

/** Tells the courier to leave every parcel that has not been collected. */
export const withdrawCollections = action("withdraw collections", ({ state, now }: Input) => {
  const requested = state.parcels.filter(
    (parcel) => isWaiting(parcel) && parcel.collection === "requested",
  );
  return collections(state, requested, "withdraw", now);
});

/** Writes the e-mail that says that the payment succeeded, so that what it says is on record. */
export const generateSuccessEmail = action("generate success e-mail", ({ state }: Input) => {
  const { customer, delivery } = state;
  if (customer?.email == null || state.successEmail !== "none") return [];
  const when = delivery.date === null ? "" : ` We deliver it on ${delivery.date}.`;
  return record("SUCCESS_EMAIL_GENERATED", {
    to: customer.email,
    subject: `Your payment for order ${state.number}`,
    text: `Dear ${customer.name},\n\nwe have received your payment for order ${state.number}.${when}\n`,
  });
});

/** Sends it. */
export const sendSuccessEmail = action(
  "send success e-mail",
  ({ event }: ActionInput<Order, OrderEvent<"SUCCESS_EMAIL_GENERATED">>) => sendEmail(event.data),
);

function isToBeCollected(parcel: Parcel): boolean {
  return isWaiting(parcel) && parcel.collection !== "requested";
}

function collections(
  state: Order,
  parcels: readonly Pick<Parcel, "number" | "carrier" | "tracking" | "weightGrams">[],
  request: "collect" | "withdraw",
  now: number,
) {
  if (parcels.length === 0) return [];
  const files = parcels.map((parcel) => {
    const data: FlowMessage<"COLLECTION001"> = {
      orderNumber: state.number,
      parcelNumber: parcel.number,
      collectionRequest: request,
      ...recipientOf(state, now),
      ...given("carrier", parcel.carrier),
      ...given("trackingNumber", parcel.tracking),
      ...given("weightGrams", parcel.weightGrams),
    };
    return sendFile({ flow: "COLLECTION", to: courier, data });
  });
  const numbers = { parcels: parcels.map(({ number }) => number) };
  const noted =
    request === "collect"
      ? record("COLLECTION_REQUESTED", numbers)
      : record("COLLECTION_WITHDRAWN", numbers);
  return [...files, noted];
}

function pickMessage(
  state: Order,
  request: "pick" | "withdraw",
  now: number,
): FlowMessage<"PICK001"> {
  return {
    orderNumber: state.number,
    pickRequest: request,
    ...recipientOf(state, now),
    lines: state.lines.map(({ line, sku, description, quantity }) => ({
      lineNumber: String(line),
      sku,
      ...given("description", description),
      quantity: String(quantity),
    })),
  };
}

/** What every request says: when it was made, until when and to whom it is to be delivered. */
function recipientOf({ customer, address, delivery }: Order, now: number) {
  return {
    requestedAt: new Date(now).toISOString(),
    ...given("deliverBy", delivery.date),
    customerName: customer?.name ?? "",
    addressLine1: address?.line1 ?? "",
    ...given("addressLine2", address?.line2 ?? null),
    ...given("town", address?.town ?? null),
    postcode: address?.postcode ?? "",
    ...given("country", address?.country ?? null),
  };
}

/** A field that is left out when it is empty, as a reader of the flow does. */
function given<Name extends string>(
  name: Name,
  value: string | null,
): { readonly [Each in Name]?: string } {
  return value === null ? {} : ({ [name]: value } as { [Each in Name]: string });
}
