import type { IsoDate, WorkingCalendar } from "../../calendar/working-calendar.ts";
import { dateAt } from "../../calendar/working-days.ts";
import { type Deadline, deadline } from "../../core/define/deadline.ts";
import { gateCloses, objectionWindowEnds } from "../switch/clock.ts";
import { workingDaysAfter, workingDaysFrom } from "../switch/days.ts";
import {
  currentAgent,
  hasSettledReading,
  isAgreed,
  isLive,
  isPendingOrBeyond,
  isSecured,
} from "./conditions.ts";
import { awaitsTheirsSince } from "./disputes.ts";
import { overdueName } from "./handlers.ts";
import { lacksDetails } from "./legacy/detail-actions.ts";
import type { GainSettings } from "./settings.ts";
import { agentRoles, type Switch } from "./state.ts";
import { isAccepted } from "./transfers.ts";

/** Moments that a switch waits for, by the calendar's working days and the settings. */
export function switchDeadlines(
  state: Switch,
  settings: GainSettings,
  calendar: WorkingCalendar,
): readonly Deadline[] {
  const clock = clockOf(settings, calendar);
  if (state.request === null) return [];
  const all = [
    ...ofRegistration(state, settings, calendar),
    ...ofAgents(state, clock),
    ...ofDetails(state, clock),
    ...ofSupply(state, clock),
    ...ofTalks(state, clock),
  ];
  return all.filter(
    ({ eventType, anchor }) => !state.overdue.includes(overdueName(eventType, anchor)),
  );
}

/** Ends of so many working days after a day or a moment. */
interface Clock {
  readonly within: GainSettings["within"];
  after(from: IsoDate, days: number): number;
  afterMoment(at: number, days: number): number;
}

function clockOf({ within }: GainSettings, calendar: WorkingCalendar): Clock {
  return {
    within,
    after: (from, days) => workingDaysAfter(calendar, from, days),
    afterMoment: (at, days) => workingDaysFrom(calendar, at, days),
  };
}

/** When the last thing of a purpose was made ready; null before. */
function sentAt(state: Switch, purpose: string): number | null {
  const moments = Object.entries(state.sent).flatMap(([id, at]) =>
    id.startsWith(purpose) ? [at] : [],
  );
  return moments.length === 0 ? null : Math.max(...moments);
}

/** What the switching service is to say. */
function ofRegistration(
  state: Switch,
  settings: GainSettings,
  calendar: WorkingCalendar,
): Deadline[] {
  const { request, notices } = state;
  if (!isLive(state) || request === null) return [];
  const { within, after, afterMoment } = clockOf(settings, calendar);
  const found: Deadline[] = [];
  if (!isPendingOrBeyond(state) && notices.validated === null)
    found.push(deadline("VALIDATION_OVERDUE", afterMoment(request.at, within.validation)));
  if (notices.pending !== null && !isSecured(state)) {
    const closed = dateAt(calendar, gateCloses(settings.gateClosure, state.startDate, calendar));
    const submitted = { at: request.at, isDomestic: request.domestic === true };
    const ends = objectionWindowEnds(settings.objectionWindow, submitted, calendar);
    found.push(deadline("OBJECTION_WINDOW_CLOSED", ends));
    found.push(deadline("SECURED_OVERDUE", after(closed, within.secured)));
  }
  if (notices.active === null)
    found.push(deadline("DUTY_MISSED", after(request.relevantDate, settings.duty)));
  return found;
}

/** Each one who was asked and has not answered. */
function ofAgents(state: Switch, { within, afterMoment }: Clock): Deadline[] {
  if (!isLive(state)) return [];
  return agentRoles.flatMap((role) => {
    const current = currentAgent(state, role);
    if (current === null || isAgreed(state, role)) return [];
    const asked = Object.entries(state.sent).find(([id]) => isAsked(id, role, current));
    if (asked === undefined) return [];
    return [deadline("AGENT_OVERDUE", afterMoment(asked[1], within.agents), current)];
  });
}

/** Meter details, asked for and chased. */
function ofDetails(state: Switch, { within, afterMoment }: Clock): Deadline[] {
  const asked = sentAt(state, "ask for meter details");
  const chased = sentAt(state, "chase meter details");
  if (!isLive(state) || asked === null || !lacksDetails(state)) return [];
  const late = deadline("DETAILS_LATE", afterMoment(asked, within.details));
  return chased === null
    ? [late]
    : [late, deadline("DETAILS_OVERDUE", afterMoment(chased, within.details))];
}

function ofSupply(state: Switch, { within, after }: Clock): Deadline[] {
  if (!isLive(state) || !isSecured(state) || hasSettledReading(state)) return [];
  const days = state.request?.fuel === "G" ? within.gasReading : within.reading;
  return [deadline("READING_OVERDUE", after(state.startDate, days))];
}

/** A dispute and erroneous transfers go on when the switch is long done. */
function ofTalks(state: Switch, { within, afterMoment }: Clock): Deadline[] {
  const { dispute, transfers } = state;
  const since = dispute === null ? null : awaitsTheirsSince(dispute);
  const found =
    since === null
      ? []
      : [deadline("DISPUTE_OVERDUE", afterMoment(since, within.dispute), String(since))];
  for (const { supplier, at, answeredAt, status, ours } of transfers) {
    if (ours && answeredAt === null)
      found.push(deadline("TRANSFER_OVERDUE", afterMoment(at, within.erroneousTransfer), supplier));
    if (answeredAt !== null && isAccepted({ status }) && state.endedAt === null)
      found.push(
        deadline(
          "RE_REGISTRATION_OVERDUE",
          afterMoment(answeredAt, within.reRegistration),
          supplier,
        ),
      );
  }
  return found;
}

/** Whether a thing made ready asks somebody for a role. */
function isAsked(id: string, role: string, participant: string): boolean {
  if (role === "ms") return id.startsWith(`ask for the metering service ${participant} `);
  if (role === "ds") return id.startsWith(`ask for the data service ${participant} `);
  return id.startsWith("appoint ") && id.endsWith(`:${participant}`);
}
