import type { WorkingCalendar } from "../../calendar/working-calendar.ts";
import { addWorkingDays, dateAt, instantAt } from "../../calendar/working-days.ts";
import { type Deadline, deadline } from "../../core/define/deadline.ts";
import { isPackingComplete } from "./parcels.ts";
import { isPaidFor, paymentStanding } from "./payments.ts";
import type { Order } from "./state.ts";
import { isDelivered } from "./status.ts";

/** The working day on which each ends, after the day it begins; all end at this time. */
const days = { payment: 2, packing: 1, delivery: 5 } as const;
const closingTime = "18:00";

/**
 * What an order waits for: its payment two working days long, its packing until the end of the next after
 * the warehouse has the request, its delivery until the day agreed, or five working days where none is.
 * What has passed once is not waited for again unless something moves it.
 */
export function deadlinesOf(order: Order, calendar: WorkingCalendar): readonly Deadline[] {
  const { requestedAt, cancelled, overdue, payments, pick } = order;
  if (requestedAt === null || cancelled !== null) return [];
  const by = (date: string) => instantAt(calendar, date, closingTime);
  const after = (instant: number, count: number) =>
    by(addWorkingDays(calendar, dateAt(calendar, instant), count));
  const found: Deadline[] = [];
  const standing = paymentStanding(payments);
  if ((standing === "none" || standing === "failed") && !overdue.includes("payment"))
    found.push(deadline("PAYMENT_OVERDUE", after(requestedAt, days.payment)));
  if (!isPaidFor(order)) return found;
  if (pick.sentAt !== null && !isPackingComplete(order) && !overdue.includes("packing"))
    found.push(deadline("PACKING_OVERDUE", after(pick.sentAt, days.packing)));
  if (!isDelivered(order) && !overdue.includes("delivery")) {
    const { date } = order.delivery;
    const dueAt = date === null ? after(requestedAt, days.delivery) : by(date);
    found.push(deadline("DELIVERY_OVERDUE", dueAt));
  }
  return found;
}
