import { dayFrom, timeOn, workingDaysAfter, workingDaysFrom } from "../switch/days.ts";
import { agentsToTell, closesWithData, mayEnd, owesInformation } from "./owed.ts";
import type { LossRules } from "./settings.ts";
import type { Loss } from "./state.ts";
import { type Fact, factsThat } from "./told/facts.ts";

/** Something that a loss waits for. */
export interface Wait {
  /** What for, in words: also the name of what is overdue. */
  readonly moment: Moment;
  readonly eventType: MomentEvent;
  readonly dueAt: number;
}

/** The events that deadlines become, and what each waited for. */
export const moments = {
  OBJECTION_WINDOW_SHUT: "objection window",
  OBJECTION_ANSWER_OVERDUE: "answer to objection",
  ANNULMENT_ANSWER_OVERDUE: "answer to annulment",
  SECURED_NOTICE_OVERDUE: "secured notice",
  SUPPLY_ENDED: "supply",
  TERMINATION_OVERDUE: "telling the agents",
  CLOSING_READING_OVERDUE: "closing reading",
  INFORMATION_OVERDUE: "old supplier information",
  READING_ANSWER_OVERDUE: "answer on the disputed reading",
  AGREED_READING_OVERDUE: "agreed reading",
  TRANSFER_ANSWER_OVERDUE: "answer on the erroneous transfer",
  TRANSFER_RETURN_OVERDUE: "return of the erroneous transfer",
} as const;

/** A deadline's event. */
export type MomentEvent = keyof typeof moments;

type Moment = (typeof moments)[MomentEvent];

/** The moments that only pass: nothing is late when they do. */
const onlyPass: ReadonlySet<string> = new Set(["objection window", "supply"]);

/** What a loss waits for now, whether the time for it has passed or not. */
export function waitsOf(loss: Loss, rules: LossRules): readonly Wait[] {
  return [...untilItEnds(loss, rules), ...afterItEnded(loss, rules), ...talks(loss, rules)];
}

/** What was due and is still waited for. */
export function overdueOf(loss: Loss, facts: readonly Fact[], rules: LossRules): readonly string[] {
  const passed = factsThat(facts, "passed").filter(({ moment }) => !onlyPass.has(moment));
  if (passed.length === 0) return [];
  return waitsOf(loss, rules)
    .filter(({ moment }) => !onlyPass.has(moment))
    .filter(({ moment, dueAt }) => passed.some((one) => one.moment === moment && one.at >= dueAt))
    .map(({ moment }) => moment);
}

function wait(eventType: MomentEvent, dueAt: number): Wait {
  return { moment: moments[eventType], eventType, dueAt };
}

function untilItEnds(loss: Loss, { calendar, settings }: LossRules): Wait[] {
  const { within } = settings;
  const { outcome, objection, annulment, windowShuts, endDate } = loss;
  const found: Wait[] = [];
  if (outcome === "open") {
    if (windowShuts !== null) found.push(wait("OBJECTION_WINDOW_SHUT", windowShuts));
    if (objection.state === "made" && objection.at !== null)
      found.push(
        wait(
          "OBJECTION_ANSWER_OVERDUE",
          workingDaysFrom(calendar, objection.at, within.objectionAnswer),
        ),
      );
    if (endDate !== null)
      found.push(
        wait(
          "SECURED_NOTICE_OVERDUE",
          workingDaysAfter(
            calendar,
            dayFrom(endDate, -settings.gateClosure.daysBefore),
            within.secured,
          ),
        ),
      );
  }
  const asked = loss.annulmentAskedAt;
  if (annulment === "asked" && asked !== null && (outcome === "open" || outcome === "secured"))
    found.push(
      wait("ANNULMENT_ANSWER_OVERDUE", workingDaysFrom(calendar, asked, within.annulmentAnswer)),
    );
  return found;
}

function afterItEnded(loss: Loss, { calendar, settings }: LossRules): Wait[] {
  const { endDate } = loss;
  if (!mayEnd(loss) || endDate === null) return [];
  const { within } = settings;
  const after = (count: number) => workingDaysAfter(calendar, endDate, count);
  const found = [wait("SUPPLY_ENDED", timeOn(calendar, endDate, "00:00"))];
  if (agentsToTell(loss).length > 0 || (needsAgents(loss) && loss.agents.length === 0))
    found.push(wait("TERMINATION_OVERDUE", after(within.termination)));
  if (loss.closing.length === 0 && !closesWithData(loss))
    found.push(wait("CLOSING_READING_OVERDUE", after(within.reading)));
  if (owesInformation(loss)) found.push(wait("INFORMATION_OVERDUE", after(within.information)));
  return found;
}

function needsAgents(loss: Loss): boolean {
  return !loss.isHalfHourly && loss.isElectricity;
}

function talks({ dispute, transfer }: Loss, { calendar, settings }: LossRules): Wait[] {
  const { within } = settings;
  const found: Wait[] = [];
  const last = dispute.last?.at;
  if (last !== undefined) {
    if (dispute.state === "answer due" || dispute.state === "awaits their answer")
      found.push(wait("READING_ANSWER_OVERDUE", workingDaysFrom(calendar, last, within.dispute)));
    if (dispute.state === "agreed" || dispute.state === "awaits a reading")
      found.push(
        wait("AGREED_READING_OVERDUE", workingDaysFrom(calendar, last, within.agreedReading)),
      );
  }
  if (transfer.at === null) return found;
  if (transfer.state === "answer due" || transfer.state === "proposed")
    found.push(
      wait(
        "TRANSFER_ANSWER_OVERDUE",
        workingDaysFrom(calendar, transfer.at, within.erroneousTransfer),
      ),
    );
  if (transfer.state === "accepted") {
    const back = Temporal.Instant.fromEpochMilliseconds(transfer.at)
      .toZonedDateTimeISO(calendar.zone)
      .toPlainDate()
      .add({ days: within.return });
    found.push(wait("TRANSFER_RETURN_OVERDUE", timeOn(calendar, back.toString(), "18:00")));
  }
  return found;
}
