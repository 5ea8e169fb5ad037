import { z } from "zod";
import type { FlowMessage } from "../../catalogue/flow-message.ts";
import { deadlineEvent, type EventOf, flowEvent, ownEvent } from "../../core/define/event-type.ts";
import { sentEvent } from "../../core/define/sent-event.ts";
import {
  handle,
  handleWithData,
  ignored,
  joinsOrWaits,
  opens,
  type Taker,
} from "../../core/define/take.ts";
import type { RoutableMessage, Route } from "../../core/event/route.ts";

type Payment = FlowMessage<"PAYMENTS001">;
type Progress = FlowMessage<"WAREHOUSE001">;
type Tracking = FlowMessage<"TRACKING001">;

const parcels = z.object({ parcels: z.array(z.string()).min(1) });
const reason = z.string().trim().min(1);

/** What may happen to an order. */
export const orderEvents = {
  CUSTOMER_REQUESTED: flowEvent<FlowMessage<"ORDERS001">>("Customer requested"),

  PAYMENT_RECEIVED: flowEvent<Payment>("Payment received"),
  PAYMENT_SUCCEEDED: flowEvent<Payment>("Payment succeeded"),
  PAYMENT_FAILED: flowEvent<Payment>("Payment failed"),
  PAYMENT_REFUNDED: flowEvent<Payment>("Payment refunded"),
  PAYMENT_REPORTED: flowEvent<Payment>("Payment reported, with a status not known here"),
  PAYMENT_OVERDUE: deadlineEvent("Payment overdue"),

  SUCCESS_EMAIL_GENERATED: ownEvent(
    "Success e-mail generated",
    z.object({
      to: z.string().meta({ personal: true }),
      subject: z.string(),
      text: z.string().meta({ personal: true }),
    }),
  ),
  EMAIL_SENT: sentEvent("Success e-mail sent"),

  PICK_REQUESTED: ownEvent("Pick requested", z.object({ lines: z.number().int() })),
  // A withdrawal goes as the same flow as the request, and its delivery brings the same event.
  PICK_SENT: sentEvent("Pick request or its withdrawal sent to the warehouse"),
  PICK_WITHDRAWN: ownEvent("Pick withdrawn", z.object({ reason })),
  WAREHOUSE_RECEIVED: flowEvent<Progress>("Warehouse received"),
  PACKAGING_STARTED: flowEvent<Progress>("Packaging started"),
  WAREHOUSE_REPORTED: flowEvent<Progress>("Warehouse reported, with a stage not known here"),
  ORDER_PACKAGED: flowEvent<FlowMessage<"PACKING001">>("Order packaged, a parcel of it"),
  PACKING_OVERDUE: deadlineEvent("Packing overdue"),

  COLLECTION_REQUESTED: ownEvent("Courier collection requested", parcels),
  COLLECTION_SENT: sentEvent("Collection request or its withdrawal sent to the courier"),
  COLLECTION_WITHDRAWN: ownEvent("Courier collection withdrawn", parcels),
  COURIER_COLLECTED: flowEvent<Tracking>("Courier collected"),
  COURIER_REPORTED: flowEvent<Tracking>("Courier reported"),
  DELIVERY_FAILED: flowEvent<Tracking>("Delivery failed"),
  PACKAGE_DELIVERED: flowEvent<Tracking>("Package delivered"),
  PACKAGE_RETURNED: flowEvent<Tracking>("Package returned"),
  DELIVERY_OVERDUE: deadlineEvent("Delivery overdue"),

  DELIVERY_DATE_CHANGED: ownEvent(
    "Delivery date changed by the customer",
    z.object({ date: z.iso.date(), reason: reason.optional() }),
  ),
  EMAIL_CHOICE_CHANGED: ownEvent(
    "Customer chose whether to get e-mail",
    z.object({ acceptsEmail: z.boolean(), email: z.email().meta({ personal: true }).optional() }),
  ),
  ORDER_CANCELLED: ownEvent("Order cancelled", z.object({ reason })),
};

/** The event types of an order. */
export type OrderEvents = typeof orderEvents;

/** An event of an order, of one of the types named. */
export type OrderEvent<Name extends keyof OrderEvents> = EventOf<OrderEvents, Name>;

/** How messages of the order's flows are taken: the order opens it, the others wait until it is there. */
export const orderTakes: Readonly<Record<string, Taker>> = {
  ORDERS: handle((message) =>
    message.subjectKey === null ? ignored : opens(message.subjectKey, "CUSTOMER_REQUESTED"),
  ),
  PAYMENTS: handleWithData<Payment>((message, { status }) =>
    join(message, paymentEvents[status] ?? "PAYMENT_REPORTED"),
  ),
  WAREHOUSE: handleWithData<Progress>((message, { stage }) =>
    join(message, warehouseEvents[stage] ?? "WAREHOUSE_REPORTED"),
  ),
  PACKING: handle((message) => join(message, "ORDER_PACKAGED")),
  TRACKING: handleWithData<Tracking>((message, { status }) =>
    join(message, trackingEvents[status] ?? "COURIER_REPORTED"),
  ),
};

const paymentEvents: Readonly<Record<string, keyof OrderEvents>> = {
  authorised: "PAYMENT_RECEIVED",
  captured: "PAYMENT_SUCCEEDED",
  declined: "PAYMENT_FAILED",
  refunded: "PAYMENT_REFUNDED",
};

const warehouseEvents: Readonly<Record<string, keyof OrderEvents>> = {
  received: "WAREHOUSE_RECEIVED",
  "packing-started": "PACKAGING_STARTED",
};

const trackingEvents: Readonly<Record<string, keyof OrderEvents>> = {
  collected: "COURIER_COLLECTED",
  delivered: "PACKAGE_DELIVERED",
  "delivery-failed": "DELIVERY_FAILED",
  returned: "PACKAGE_RETURNED",
};

function join({ subjectKey }: RoutableMessage, eventType: keyof OrderEvents): Route {
  return subjectKey === null ? ignored : joinsOrWaits(subjectKey, eventType);
}
