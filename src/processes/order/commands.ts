import { z } from "zod";
import { isWorkingDay, type WorkingCalendar } from "../../calendar/working-calendar.ts";
import { dateAt } from "../../calendar/working-days.ts";
import { command } from "../../core/define/command.ts";
import { record, refuse } from "../../core/define/effect.ts";
import { hasLeft } from "./parcels.ts";
import type { Order } from "./state.ts";
import { isDelivered } from "./status.ts";

const reason = z.string().trim().min(1).describe("In the customer's words, or yours.");

/** The customer wants it on another day. */
export function doChangeDeliveryDate(calendar: WorkingCalendar) {
  return command({
    name: "do_change_delivery_date",
    about: "Changes the day it is to be delivered on; the day first agreed stays in its history.",
    data: z.object({
      date: z.iso.date().describe("A working day from today on, such as 2026-06-12."),
      reason: reason.optional(),
    }),
    decide(order: Order, data, now) {
      const no = refuseChanges(order);
      if (no !== null) return no;
      if (data.date === order.delivery.date)
        return refuse("SAME_DATE", `It is to be delivered on ${data.date} already.`);
      if (data.date < dateAt(calendar, now))
        return refuse("DATE_HAS_PASSED", `${data.date} has passed.`);
      if (!isWorkingDay(calendar, data.date))
        return refuse("NOT_A_WORKING_DAY", `Nobody delivers on ${data.date}.`);
      return record("DELIVERY_DATE_CHANGED", data);
    },
  });
}

/** The customer does not want it any more. */
export const doCancel = command({
  name: "do_cancel",
  about: "Calls the order off: pick and collection are withdrawn, money taken is due back.",
  data: z.object({ reason }),
  decide: (order: Order, data) => refuseChanges(order) ?? record("ORDER_CANCELLED", data),
});

/** The customer wants e-mail, or none. */
export const doChangeEmailChoice = command({
  name: "do_change_email_choice",
  about: "Notes whether the customer accepts e-mail, and their address if it is another one.",
  data: z.object({
    acceptsEmail: z.boolean(),
    email: z.email().meta({ personal: true }).optional(),
  }),
  decide({ customer }: Order, data) {
    const email = data.email ?? customer?.email ?? null;
    if (customer?.acceptsEmail === data.acceptsEmail && customer.email === email)
      return refuse("SAME_CHOICE", "That is what the customer chose already.");
    if (data.acceptsEmail && email === null)
      return refuse("NO_ADDRESS", "The order has no e-mail address; give one with it.");
    return record("EMAIL_CHOICE_CHANGED", data);
  },
});

/** Why nothing of the order can be changed any more; null while it can. */
function refuseChanges(order: Order) {
  if (order.cancelled !== null) return refuse("ALREADY_CANCELLED", "The order is cancelled.");
  if (isDelivered(order)) return refuse("ALREADY_DELIVERED", "The order is delivered.");
  if (order.parcels.some(hasLeft))
    return refuse("ALREADY_WITH_COURIER", "The courier has collected a parcel of it.");
  return null;
}
