import type { WorkingCalendar } from "../../../calendar/working-calendar.ts";
import { addWorkingDays, dateAt } from "../../../calendar/working-days.ts";
import type { FlowMessage } from "../../../catalogue/flow-message.ts";
import type { Recipient } from "../../../core/define/effect.ts";
import { agentParty, currentAgent, isAgreed, isSecured, letterOf } from "../conditions.ts";
import { sendable } from "../sending.ts";
import type { Gainer } from "../settings.ts";
import type { Switch } from "../state.ts";
import { allAgreed, fileDate, isLegacy } from "./appoint-actions.ts";

/** Asking for meter details and history, and affirming how the point is settled. */
export function detailSendings({ settings }: Gainer, calendar: WorkingCalendar) {
  /** Whom the details are asked of: agents of before who are no longer; of half-hourly settlement the metering service. */
  function holders(state: Switch): Recipient[] {
    const { before, reverse } = state;
    if (!isLegacy(state) || !allAgreed(state)) return [];
    if (reverse !== null)
      return reverse.meteringService === null
        ? []
        : [{ role: "S", participant: reverse.meteringService }];
    const changed = (["mop", "dc"] as const).filter(
      (role) =>
        before !== null && before[role] !== null && before[role] !== currentAgent(state, role),
    );
    return changed.map((role) => ({
      role: letterOf(state, role),
      participant: before?.[role] ?? null,
    }));
  }

  function question(state: Switch, to: Recipient, now: number): FlowMessage<"D0170001"> {
    const mop = currentAgent(state, "mop");
    const dc = currentAgent(state, "dc");
    const isOperator = to.role === "M";
    const code = state.reverse !== null ? "25" : isOperator ? "06" : "07";
    const by = addWorkingDays(calendar, dateAt(calendar, now), settings.within.details);
    return {
      mpanCore: state.point,
      requestDetails: {
        dateActionRequiredBy: fileDate(by),
        requestedActionCode: code,
        ...(mop === null ? {} : { newMeterOperatorId: mop }),
        ...(dc === null ? {} : { newDataCollectorId: dc }),
      },
    };
  }

  return {
    askForDetails: sendable({
      name: "ask for meter details",
      flow: "D0170",
      to: holders,
      data: question,
    }),

    chaseDetails: sendable({
      name: "chase meter details",
      flow: "D0170",
      to: (state) =>
        state.overdue.includes("DETAILS_LATE") && lacksDetails(state) ? holders(state) : [],
      data: question,
    }),

    affirm: sendable({
      name: "affirm settlement details",
      flow: "D0052",
      to: (state) => (canAffirm(state) ? agentParty(state, "dc") : []),
      data: (state) => affirmation(state, settings.terms.annualConsumption),
    }),
  };
}

/** The meter details, or the mapping of a meter that needs one, have not come. */
export function lacksDetails({ details }: Switch): boolean {
  return details.technicalAt === null || details.mappingAt === null;
}

/** Secured, the collector of a meter read by registers agreed, and all that is to be affirmed known. */
function canAffirm(state: Switch): boolean {
  const { registered, request, details } = state;
  return (
    isLegacy(state) &&
    isSecured(state) &&
    request?.halfHourlyMeter === false &&
    isAgreed(state, "dc") &&
    !lacksDetails(state) &&
    details.regimes.length > 0 &&
    registered !== null
  );
}

function affirmation(state: Switch, annualConsumption: string): FlowMessage<"D0052001"> {
  const { registered, details, request } = state;
  const from = fileDate(state.startDate);
  const each = (Number(annualConsumption) / details.regimes.length).toFixed(1);
  return {
    mpanCore: state.point,
    effectiveFromSettlementDateRegi: from,
    profileClassId: registered?.profileClass ?? request?.profileClass ?? "01",
    effectiveFromSettlementDateMspcdc: from,
    measurementClassId: registered?.measurementClass ?? "A",
    effectiveFromSettlementDateMsmcdc: from,
    settlementDetails: {
      standardSettlementConfigurationSscId:
        details.settlementConfiguration ?? registered?.settlementConfiguration ?? "",
      effectiveFromSettlementDateScon: from,
      gspGroupId: registered?.gspGroup ?? "",
      effectiveFromSettlementDateMsggdc: from,
      timePatternRegime: details.regimes.map((timePatternRegime) => ({
        timePatternRegime,
        estimatedAnnualConsumption: each,
        effectiveFromSettlementDateEacdc: from,
      })),
    },
  };
}
