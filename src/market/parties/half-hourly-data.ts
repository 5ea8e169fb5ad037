import type { IsoDate } from "../../calendar/working-calendar.ts";
import type { FlowMessage } from "../../catalogue/flow-message.ts";
import { us } from "../plan/participants.ts";
import type { PlannedSwitch } from "../plan/switches.ts";
import { flowDate, halfHoursOf } from "./text-forms.ts";

/** What a half-hourly meter measured on a day: more by day than by night. */
export function halfHourlyData(plan: PlannedSwitch, date: IsoDate): FlowMessage<"D0036001"> {
  const base = (plan.reading % 90) + 10;
  const hhPeriods = Array.from({ length: halfHoursOf(date) }, (_, period) => ({
    actualEstimatedIndicator: "A" as const,
    periodMeteredConsumption: (period < 14 || period > 44 ? base / 4 : base).toFixed(1),
  }));
  return {
    mpanCore: plan.mpan,
    measurementQuantityId: "AI",
    supplierId: us.participant,
    settlementDate: [{ settlementDate: flowDate(date), hhPeriods }],
  };
}
