import type { WorkingCalendar } from "../../../calendar/working-calendar.ts";
import type { Recipient } from "../../../core/define/effect.ts";
import {
  currentAgent,
  hasLapsed,
  isLive,
  isMigrating,
  isPendingOrBeyond,
  isSecured,
  pathOf,
} from "../conditions.ts";
import { purposeOf, sendable } from "../sending.ts";
import type { Gainer } from "../settings.ts";
import type { Switch } from "../state.ts";
import { localMidnight, newMessage } from "./new-message.ts";
import { serviceRequests } from "./refusals.ts";

/** The switch goes on by half-hourly settlement: once appointments lapse, it does not. */
function isHalfHourly(state: Switch): boolean {
  const goesOn = isLive(state) && isPendingOrBeyond(state) && !hasLapsed(state);
  return goesOn && pathOf(state) === "half-hourly";
}

/** The registration service, by its DIP id: whoever notified us of the point. */
function registrationService({ halfHourly }: Switch): Recipient[] {
  return halfHourly === null ? [] : [{ role: "REGS", participant: halfHourly.service }];
}

interface Terms {
  readonly state: Switch;
  readonly service: string;
  readonly dipId: string;
  readonly from: string;
}

function meteringTerms({ state, service, dipId, from }: Terms): object {
  return {
    B070: {
      proposedMeteringServiceDIPID: dipId,
      proposedMeteringServiceMPID: service,
      proposedMeteringServiceDIPEffectiveFromDate: from,
      contractReferenceMeteringService: state.agents.ms.contract,
      appointmentScenario: scenarioOf(state),
    },
  };
}

function dataTerms({ state, service, dipId, from }: Terms): object {
  return {
    B071: {
      proposedDataServiceDIPID: dipId,
      proposedDataServiceMPID: service,
      proposedDataServiceDIPEffectiveFromDate: from,
      contractReferenceDataService: state.agents.ds.contract,
      appointmentScenario: scenarioOf(state),
      supplierProposedConsentGranularity: state.request?.consent ?? "D",
      supplierProposedDomesticIndicator: state.request?.domestic ?? false,
    },
  };
}

/** What distinguishes the two appointment requests. */
interface Asked {
  readonly role: "ms" | "ds";
  readonly name: string;
  readonly eventCode: string;
  readonly terms: (terms: Terms) => object;
}

/** Asks the registration service for a service; after a refusal for the next. */
function requestFor(
  gainer: Gainer,
  calendar: WorkingCalendar,
  { role, name, eventCode, terms }: Asked,
) {
  return sendable({
    name,
    flow: "IF-031",
    anchor: (state) => currentAgent(state, role) ?? "",
    to: (state) =>
      isHalfHourly(state) && currentAgent(state, role) !== null ? registrationService(state) : [],
    data: (state, to, now) => {
      const service = currentAgent(state, role) ?? "";
      const dipId = gainer.dipIds.get(service) ?? service;
      const from = localMidnight(calendar, state.startDate);
      return newMessage(gainer, state, {
        flow: "IF-031",
        eventCode,
        to,
        now,
        purpose: purposeOf(name, service),
        blocks: { ...registered(state), ...terms({ state, service, dipId, from }) },
      });
    },
  });
}

/** Appointment requests. None of the legacy appointment flows goes with them. */
export function appointmentRequests(gainer: Gainer, calendar: WorkingCalendar) {
  return {
    requestMeteringService: requestFor(gainer, calendar, {
      role: "ms",
      name: serviceRequests.ms,
      eventCode: "[MSApp]",
      terms: meteringTerms,
    }),
    requestDataService: requestFor(gainer, calendar, {
      role: "ds",
      name: serviceRequests.ds,
      eventCode: "[DSApp]",
      terms: dataTerms,
    }),
  };
}

/** What a supplier tells of a point of its own, once the registration is in force. */
export function supplierUpdates(gainer: Gainer, calendar: WorkingCalendar) {
  const update = (said: {
    name: string;
    eventCode: string;
    isSaid: (state: Switch) => boolean;
    blocks: (state: Switch, from: string) => object;
  }) =>
    sendable({
      name: said.name,
      flow: "IF-025",
      to: (state) => (isRegistered(state) && said.isSaid(state) ? registrationService(state) : []),
      data: (state, to, now) => {
        const { name, eventCode } = said;
        const own = said.blocks(state, localMidnight(calendar, state.startDate));
        const blocks = { ...registered(state), ...own };
        return newMessage(gainer, state, {
          flow: "IF-025",
          eventCode,
          to,
          now,
          purpose: name,
          blocks,
        });
      },
    });
  return {
    updateConsent: update({
      name: "tell the consent",
      eventCode: "[ConsentGranularity]",
      isSaid: ({ request }) => request?.consent != null,
      blocks: ({ request }, from) => ({
        B068: {
          consentGranularity: request?.consent ?? "D",
          consentGranularityEffectiveFromDate: from,
        },
      }),
    }),
    updateProfile: update({
      name: "tell profile class and configuration",
      eventCode: "[SSCandProfileClass]",
      isSaid: ({ request }) => request?.settlementConfiguration != null,
      blocks: ({ request }, from) => ({
        B032: {
          profileClass: request?.profileClass ?? null,
          profileClassEffectiveFromDate: from,
          SSC: request?.settlementConfiguration ?? null,
          SSCEffectiveFromDate: from,
        },
      }),
    }),
  };
}

function isRegistered(state: Switch): boolean {
  return isHalfHourly(state) && isSecured(state) && state.halfHourly?.confirmedAt != null;
}

function registered({ registrationId }: Switch): object {
  return registrationId === null ? {} : { B013: { CSSRegistrationID: registrationId } };
}

/** A change of supplier, or one that brings the point to half-hourly settlement. */
function scenarioOf(state: Switch): "COS" | "MCS" {
  return isMigrating(state) ? "MCS" : "COS";
}
