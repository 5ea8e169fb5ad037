import type { WorkingCalendar } from "../../calendar/working-calendar.ts";
import { defineProcess, type Process } from "../../core/define/define-process.ts";
import { calls, untoldService } from "./calls.ts";
import { gainCommands } from "./commands.ts";
import { switchingServiceSendings } from "./css-actions.ts";
import { switchDeadlines } from "./deadlines.ts";
import { type GainEvents, gainEvents } from "./events.ts";
import { gasMeterTold } from "./gas.ts";
import {
  agentProposed,
  flowPrepared,
  noticeTold,
  requestRejected,
  supplyEnded,
  switchOverdue,
  withdrawalAsked,
  withdrawalRefused,
} from "./handlers.ts";
import { appointments } from "./legacy/appoint-actions.ts";
import { customerSendings } from "./legacy/customer-actions.ts";
import { detailSendings } from "./legacy/detail-actions.ts";
import * as legacy from "./legacy/handlers.ts";
import { readingSendings } from "./legacy/reading-actions.ts";
import {
  openingReadingGiven,
  readingAnswered,
  readingDisputed,
  transferAnswered,
  transferProposed,
} from "./legacy/reading-handlers.ts";
import { updateRegistration } from "./legacy/registration-actions.ts";
import * as halfHourly from "./mhhs/handlers.ts";
import { messageRefused, sentAgain } from "./mhhs/refusals.ts";
import { appointmentRequests, supplierUpdates } from "./mhhs/service-actions.ts";
import { ofOurPoint } from "./ours.ts";
import { otherRequested, requestedByHand, switchRequested, waySaid, wayTold } from "./requests.ts";
import type { Gainer } from "./settings.ts";
import { type Switch, unknownSwitch } from "./state.ts";
import { switchStatus } from "./status.ts";
import { gainTakes } from "./takes.ts";
import { makeWay } from "./way-actions.ts";

type Gain = Process<Switch, GainEvents>;
type Name = keyof GainEvents & string;

/**
 * A switch to us, from the request to the agreed opening reading, keyed by point and first day. What may happen
 * is in `events.ts`, how messages become it in `takes.ts`, and what people may ask in `commands.ts`. Events
 * change the state (`state.ts`) by `requests.ts` and the handlers; `conditions.ts` asks of it, and the files
 * named for actions send. What is the legacy path's alone is in `legacy/`, half-hourly settlement's in `mhhs/`.
 */
export function switchGain(gainer: Gainer, calendar: WorkingCalendar): Gain {
  const gain = defineProcess({
    type: "switch-gain",
    version: 5,
    events: gainEvents,
    takes: gainTakes,
    begin: unknownSwitch,
    status: switchStatus,
    deadlines: (state) => switchDeadlines(state, gainer.settings, calendar),
    commands: gainCommands(gainer.settings, calendar),
  });
  folding(gain, gainer, calendar);
  foldingHalfHourly(gain, gainer, calendar);
  asking(gain, gainer, calendar);
  serving(gain, gainer, calendar);
  calling(gain, gainer);
  return gain;
}

/** What each event does to the state. */
function folding(gain: Gain, { settings }: Gainer, calendar: WorkingCalendar): void {
  gain
    .on("SWITCH_REQUESTED", switchRequested(calendar))
    .on("REQUESTED_BY_HAND", requestedByHand(calendar))
    .on("OTHER_REQUESTED", otherRequested)
    .on("WAY_TOLD", wayTold)
    .on("WAY_SAID", waySaid)
    .on("FLOW_PREPARED", flowPrepared)

    .on("REQUEST_VALIDATED", noticeTold("validated", calendar))
    .on("REQUEST_REJECTED", ofOurPoint(requestRejected))
    .on("SWITCH_PENDING", noticeTold("pending", calendar))
    .on("SWITCH_CANCELLED", noticeTold("cancelled", calendar))
    .on("SWITCH_WITHDRAWN", noticeTold("withdrawn", calendar))
    .on("SWITCH_ANNULLED", noticeTold("annulled", calendar))
    .on("SECURED_ACTIVE", noticeTold("secured", calendar))
    .on("SWITCH_ACTIVE", noticeTold("active", calendar))
    .on("WITHDRAWAL_ASKED", withdrawalAsked)
    .on("WITHDRAWAL_REFUSED", ofOurPoint(withdrawalRefused))

    .on("REGISTRATION_CONFIRMED", legacy.registrationConfirmed(settings))
    .on("OLD_REGISTRATION_TOLD", legacy.oldRegistrationTold(settings))
    .on("AGENT_PROPOSED", agentProposed)
    .on("AGENT_AGREED", legacy.agentAgreed(settings))
    .on("AGENT_REFUSED", legacy.agentRefused(settings))
    .on("METER_DETAILS_TOLD", legacy.meterDetailsTold(settings))
    .on("MAPPING_TOLD", legacy.mappingTold(settings))
    .on("READINGS_TOLD", legacy.readingsTold(settings))
    .on("OPENING_READING_TOLD", legacy.readingsTold(settings))
    .on("OPENING_READING_GIVEN", openingReadingGiven)
    .on("GAS_METER_TOLD", gasMeterTold(settings))
    .on("READING_DISPUTED", readingDisputed)
    .on("DISPUTE_ANSWERED", legacy.disputeAnswered(settings))
    .on("READING_ANSWERED", readingAnswered)
    .on("TRANSFER_PROPOSED", transferProposed)
    .on("TRANSFER_ANSWERED", transferAnswered)
    .on("SUPPLY_ENDED", ofOurPoint(supplyEnded))
    .on("TRANSFER_TOLD", legacy.transferTold(settings))
    .on("OLD_SUPPLIER_TOLD", legacy.oldSupplierTold(settings))
    .on("SETTLEMENT_DETAILS_REFUSED", legacy.flowNoted(settings))
    .on("REGISTRATION_UPDATE_REFUSED", legacy.registrationUpdateRefused(settings))
    .on("HALF_HOURLY_DATA_TOLD", legacy.flowNoted(settings))
    .on("FLOW_NOTED", legacy.flowNoted(settings))

    .on("NOTICE_ASKED_AGAIN", (state, { occurredAt }) => ({
      ...state,
      heard: { ...state.heard, "asked again": occurredAt },
    }));
  const deadlines: Name[] = Object.entries(gainEvents).flatMap(([name, { kind }]) =>
    kind === "deadline" ? [name as Name] : [],
  );
  for (const name of deadlines) gain.on(name, switchOverdue as never);
}

/** What the messages of half-hourly settlement do to the state. */
function foldingHalfHourly(gain: Gain, { settings }: Gainer, calendar: WorkingCalendar): void {
  const by = { settings, calendar };
  gain
    .on("POINT_INFORMED", halfHourly.pointInformed(by))
    .on("REGIME_REVERSED", halfHourly.regimeReversed(by))
    .on("APPOINTMENT_JUDGED", halfHourly.appointmentJudged(by))
    .on("SERVICE_ANSWERED", halfHourly.serviceAnswered(by))
    .on("SUPPLY_REGISTERED", halfHourly.supplyRegistered(by))
    .on("SERVICE_ACTIVE", halfHourly.serviceActive(by))
    .on("HALF_HOURLY_READING", halfHourly.readingTold(by))
    .on("HALF_HOURLY_NOTED", halfHourly.halfHourlyNoted(by))
    .on("NOBODY_APPOINTED", halfHourly.halfHourlyNoted(by))
    .on("MESSAGE_REFUSED", messageRefused)
    .on("SENT_AGAIN", sentAgain);
}

/** Subscribes something to each event that may make it due. */
function when(
  gain: Gain,
  events: readonly Name[],
  ...many: readonly { readonly action: unknown; readonly isDue: unknown }[]
): void {
  for (const name of events)
    for (const { action, isDue } of many) gain.act(name, action as never, isDue as never);
}

const requested = ["SWITCH_REQUESTED", "REQUESTED_BY_HAND"] as const;
/** The switching service has taken it up; whichever of these comes first tells. */
const takenUp = ["SWITCH_PENDING", "SECURED_ACTIVE", "SWITCH_ACTIVE"] as const;
const sure = ["SECURED_ACTIVE", "SWITCH_ACTIVE"] as const;
const ended = ["SWITCH_CANCELLED", "SWITCH_WITHDRAWN", "SWITCH_ANNULLED"] as const;

/** What goes to the switching service, and who is appointed. */
function asking(gain: Gain, gainer: Gainer, calendar: WorkingCalendar): void {
  const css = switchingServiceSendings(gainer, calendar);
  when(gain, [...requested, "WAY_TOLD"], css.askForSwitch);
  when(gain, [...requested, "OTHER_REQUESTED", "WITHDRAWAL_ASKED"], makeWay);
  when(gain, ["REQUEST_REJECTED", ...ended, "SWITCH_ACTIVE"], makeWay);
  when(gain, ["WITHDRAWAL_ASKED"], css.withdraw);
  when(gain, ["NOTICE_ASKED_AGAIN"], css.askAgain);

  const { appoint, appointAggregator, tellOthers, endAppointments } = appointments(gainer);
  const legacy = [
    ...takenUp,
    "REGISTRATION_CONFIRMED",
    "REGIME_REVERSED",
    "AGENT_PROPOSED",
  ] as const;
  when(gain, [...requested, ...legacy, "AGENT_REFUSED"], appoint, appointAggregator);
  when(gain, ["AGENT_AGREED", "OLD_REGISTRATION_TOLD"], tellOthers);
  when(gain, [...ended, "AGENT_AGREED", "POINT_INFORMED"], endAppointments);

  const { requestMeteringService, requestDataService } = appointmentRequests(gainer, calendar);
  const { updateConsent, updateProfile } = supplierUpdates(gainer, calendar);
  const services = [...takenUp, "POINT_INFORMED", "AGENT_PROPOSED"] as const;
  when(
    gain,
    [...requested, ...services, "APPOINTMENT_JUDGED", "SERVICE_ANSWERED", "SENT_AGAIN"],
    requestMeteringService,
    requestDataService,
  );
  when(
    gain,
    [...sure, "SUPPLY_REGISTERED", "POINT_INFORMED", "SENT_AGAIN"],
    updateConsent,
    updateProfile,
  );
}

/** What those who serve the point are asked and sent. */
function serving(gain: Gain, gainer: Gainer, calendar: WorkingCalendar): void {
  const { askForDetails, chaseDetails, affirm } = detailSendings(gainer, calendar);
  when(gain, ["AGENT_AGREED", "OLD_REGISTRATION_TOLD", "REGIME_REVERSED"], askForDetails);
  when(gain, ["DETAILS_LATE"], chaseDetails);
  const known = ["METER_DETAILS_TOLD", "MAPPING_TOLD"] as const;
  when(gain, [...known, "AGENT_AGREED", "REGISTRATION_CONFIRMED", ...sure], affirm);

  when(gain, ["AGENT_AGREED", "REGISTRATION_CONFIRMED", ...sure], updateRegistration);

  const { tellCustomer, tellAddress, tellPriorities } = customerSendings(gainer);
  const told = [...sure, "AGENT_AGREED", "REGISTRATION_CONFIRMED"] as const;
  when(gain, [...told, "SERVICE_ANSWERED", "POINT_INFORMED"], tellCustomer, tellPriorities);
  when(gain, told, tellAddress);

  const readings = readingSendings(gainer);
  const given = ["OPENING_READING_GIVEN", "AGENT_AGREED"] as const;
  when(gain, given, readings.giveCustomerReading, readings.giveSmartReading);
  when(gain, ["READING_DISPUTED"], readings.disputeReading);
  when(gain, ["READING_ANSWERED"], readings.answerReading);
  when(gain, ["TRANSFER_PROPOSED"], readings.proposeTransfer);
  when(gain, ["TRANSFER_ANSWERED"], readings.answerTransfer);
}

/** What needs a person. */
function calling(gain: Gain, gainer: Gainer): void {
  when(gain, [...ended, ...sure], calls.endedYetSecured);
  when(gain, ["REQUEST_REJECTED"], calls.rejected);
  when(gain, requested, calls.requestedOtherwise);
  when(gain, ["WAY_TOLD"], calls.otherUnderWay);
  when(gain, ["AGENT_REFUSED", "REGISTRATION_CONFIRMED", "POINT_INFORMED"], calls.nobodyLeft);
  when(gain, ["APPOINTMENT_JUDGED", "SERVICE_ANSWERED"], calls.nobodyLeft);
  when(gain, ["WITHDRAWAL_REFUSED"], calls.withdrawalRefused);
  when(gain, ["MESSAGE_REFUSED"], calls.messageRefused);
  when(gain, ["SETTLEMENT_DETAILS_REFUSED"], calls.notAffirmed);
  when(gain, ["REGISTRATION_UPDATE_REFUSED"], calls.notRegistered);
  when(gain, [...requested, "REGISTRATION_CONFIRMED"], calls.otherMeter);
  when(gain, ["SERVICE_ANSWERED", ...sure], untoldService(gainer));
  when(gain, ["DISPUTE_ANSWERED"], calls.disputeAnswered);
  when(gain, ["TRANSFER_TOLD"], calls.transferTold);
  when(gain, ["VALIDATION_OVERDUE", "SECURED_OVERDUE"], calls.securedOverdue);
  when(gain, ["AGENT_OVERDUE", "NOBODY_APPOINTED"], calls.agentOverdue);
  when(gain, ["DETAILS_OVERDUE"], calls.detailsOverdue);
  when(gain, ["READING_OVERDUE"], calls.readingOverdue);
  when(gain, ["DISPUTE_OVERDUE"], calls.disputeOverdue);
  when(gain, ["TRANSFER_OVERDUE"], calls.transferOverdue);
  when(gain, ["RE_REGISTRATION_OVERDUE"], calls.reRegistrationOverdue);
}
