import type { WorkingCalendar } from "../../calendar/working-calendar.ts";
import { instantAt } from "../../calendar/working-days.ts";
import { isCalledOff } from "./at-odds.ts";
import { endOfSwitch, isLive, isRejected } from "./conditions.ts";
import { sendable } from "./sending.ts";
import type { Gainer } from "./settings.ts";
import type { Switch } from "./state.ts";

/** What we send to the switching service. */
export function switchingServiceSendings({ us, settings }: Gainer, calendar: WorkingCalendar) {
  const css = { role: null, participant: settings.switchingService };

  /** What every message to it has. */
  function message(state: Switch, eventType: string, mark: string, now: number, data: object) {
    const reference = state.request?.reference ?? "";
    return {
      eventId: `${us}-${reference}-${mark}`,
      eventType,
      version: "1.0",
      eventDate: new Date(now).toISOString(),
      data: {
        supplierMpid: us,
        supplierGeneratedReference: reference,
        mpxn: state.point,
        fuelType: state.request?.fuel ?? "E",
        ...data,
      },
    };
  }

  const registered = ({ registrationId }: Switch) =>
    registrationId === null ? {} : { registrationId };

  return {
    askForSwitch: sendable({
      name: "ask for the switch",
      flow: "CSS01800",
      anchor: ({ request }) => request?.reference ?? "",
      to: (state) => (isLive(state) ? [css] : []),
      data: (state, _, now) =>
        message(state, "SwitchRequest", "REQUEST", now, {
          supplyStartDate: new Date(instantAt(calendar, state.startDate, "00:00")).toISOString(),
          domesticPremisesInd: state.request?.domestic ?? false,
          changeOfOccupancyInd: state.request?.changeOfOccupier ?? false,
          erroneousSwitchResolutionInd: state.request?.returns ?? false,
        }),
      opposite: "withdraw the switch",
    }),

    withdraw: sendable({
      name: "withdraw the switch",
      flow: "CSS-WITHDRAW",
      to: (state) => (isToBeWithdrawn(state) ? [css] : []),
      data: (state, _, now) =>
        message(state, "SwitchWithdrawalRequest", "WITHDRAW", now, {
          ...registered(state),
          reason: state.withdrawal?.reason ?? "called off",
        }),
    }),

    askAgain: sendable({
      name: "ask for a notice again",
      flow: "CSS-ASK",
      anchor: ({ heard }) => String(heard["asked again"] ?? ""),
      to: ({ heard }) => (heard["asked again"] === undefined ? [] : [css]),
      data: (state, _, now) =>
        message(state, "NoticeResendRequest", `ASK-${state.heard["asked again"] ?? now}`, now, {
          ...registered(state),
          notice: missingNotice(state),
        }),
    }),
  };
}

/** Asked for by us, not ended and not in force; what was never asked of the switching service needs no word to it. */
function isToBeWithdrawn(state: Switch): boolean {
  const { withdrawal, notices } = state;
  return (
    withdrawal !== null &&
    !isCalledOff(state) &&
    endOfSwitch(state) === null &&
    notices.active === null &&
    !isRejected(state)
  );
}

/** The next notice that has not come. */
export function missingNotice({ notices }: Switch): string {
  if (notices.pending === null) return notices.validated === null ? "Validation" : "Pending";
  return notices.secured === null ? "SecuredActive" : "Active";
}
