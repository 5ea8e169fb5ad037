import type { WorkingCalendar } from "../../calendar/working-calendar.ts";
import { defineProcess } from "../../core/define/define-process.ts";
import {
  generateSuccessEmail,
  requestCollection,
  requestPick,
  requestWaitingCollections,
  sendSuccessEmail,
  withdrawCollection,
  withdrawCollections,
  withdrawPick,
} from "./actions.ts";
import { doCancel, doChangeDeliveryDate, doChangeEmailChoice } from "./commands.ts";
import {
  collectionsCanBeWithdrawn,
  customerAcceptsEmail,
  goesAheadOnIt,
  noPickIsRequested,
  orderIsPaidFor,
  orderStands,
  parcelsWait,
  paymentFellThrough,
  pickCanBeWithdrawn,
  successWasNotTold,
} from "./conditions.ts";
import { deadlinesOf } from "./deadlines.ts";
import { orderEvents, orderTakes } from "./events.ts";
import {
  collectionAsked,
  courierTold,
  customerRequested,
  deliveryDateChanged,
  emailChoiceChanged,
  isOverdue,
  orderCancelled,
  orderPackaged,
  paymentTold,
  pickRequested,
  pickSent,
  warehouseTold,
} from "./handlers.ts";
import { unknownOrder } from "./state.ts";
import { statusOf } from "./status.ts";

/** An order from the customer's request to delivery or return, keyed by its number; by the calendar's working days. */
export function orderProcess(calendar: WorkingCalendar) {
  return defineProcess({
    type: "order",
    version: 1,
    events: orderEvents,
    takes: orderTakes,
    begin: unknownOrder,
    status: statusOf,
    deadlines: (order) => deadlinesOf(order, calendar),
    commands: [doChangeDeliveryDate(calendar), doCancel, doChangeEmailChoice],
  })
    .on("CUSTOMER_REQUESTED", customerRequested)
    .on("DELIVERY_DATE_CHANGED", deliveryDateChanged)
    .on("EMAIL_CHOICE_CHANGED", emailChoiceChanged)

    .on("PAYMENT_RECEIVED", paymentTold)
    .act("PAYMENT_RECEIVED", requestPick, goesAheadOnIt, orderStands, noPickIsRequested)
    .act("PAYMENT_RECEIVED", requestWaitingCollections, goesAheadOnIt, orderStands, parcelsWait)
    .on("PAYMENT_SUCCEEDED", paymentTold)
    .act("PAYMENT_SUCCEEDED", requestPick, goesAheadOnIt, orderStands, noPickIsRequested)
    .act("PAYMENT_SUCCEEDED", requestWaitingCollections, goesAheadOnIt, orderStands, parcelsWait)
    .act(
      "PAYMENT_SUCCEEDED",
      generateSuccessEmail,
      customerAcceptsEmail,
      orderStands,
      successWasNotTold,
    )
    .on("PAYMENT_FAILED", paymentTold)
    .act("PAYMENT_FAILED", withdrawPick, paymentFellThrough, pickCanBeWithdrawn)
    .act("PAYMENT_FAILED", withdrawCollections, paymentFellThrough, collectionsCanBeWithdrawn)
    .on("PAYMENT_REFUNDED", paymentTold)
    .on("PAYMENT_REPORTED", paymentTold)
    .on("PAYMENT_OVERDUE", isOverdue("payment"))

    .on("SUCCESS_EMAIL_GENERATED", (order) => ({ ...order, successEmail: "generated" }))
    .act("SUCCESS_EMAIL_GENERATED", sendSuccessEmail, customerAcceptsEmail)
    .on("EMAIL_SENT", (order) => ({ ...order, successEmail: "sent" }))

    .on("PICK_REQUESTED", pickRequested)
    .on("PICK_SENT", pickSent)
    .on("PICK_WITHDRAWN", (order) => ({ ...order, pick: { requestedAt: null, sentAt: null } }))
    .on("WAREHOUSE_RECEIVED", warehouseTold)
    .on("PACKAGING_STARTED", warehouseTold)
    .on("ORDER_PACKAGED", orderPackaged)
    .act("ORDER_PACKAGED", requestCollection, orderIsPaidFor, orderStands)
    .on("PACKING_OVERDUE", isOverdue("packing"))

    .on("COLLECTION_REQUESTED", collectionAsked)
    .on("COLLECTION_WITHDRAWN", collectionAsked)
    .on("COURIER_COLLECTED", courierTold)
    .on("COURIER_REPORTED", courierTold)
    .on("DELIVERY_FAILED", courierTold)
    .on("PACKAGE_DELIVERED", courierTold)
    .on("PACKAGE_RETURNED", courierTold)
    .on("DELIVERY_OVERDUE", isOverdue("delivery"))

    .on("ORDER_CANCELLED", orderCancelled)
    .act("ORDER_CANCELLED", withdrawPick, pickCanBeWithdrawn)
    .act("ORDER_CANCELLED", withdrawCollections, collectionsCanBeWithdrawn)
    .offer("ORDER_PACKAGED", withdrawCollection);
}
