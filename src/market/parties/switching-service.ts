import type { IsoDate } from "../../calendar/working-calendar.ts";
import { type ReceivedLetter, textIn } from "../post/letter.ts";
import { calendarDay } from "../time/market-days.ts";
import { type CssNotice, noticeLetter, notices } from "./css-notices.ts";
import { Departures } from "./departures.ts";
import {
  type HearsRegistrations,
  hourMs,
  type MarketParty,
  minuteMs,
  type PartyContext,
  type Registration,
} from "./party.ts";
import { localDate, midnightWithOffset } from "./text-forms.ts";

/** How late the notices of an outage come, in calendar days. */
const outageDays = 33;

/** A registration with the notices that were given to the installation, by what they say, to give them again. */
interface Kept {
  readonly registration: Registration;
  readonly given: Map<string, { readonly notice: CssNotice; times: number }>;
}

/**
 * The switching service: validates requests, has them pending until the gate closes at 17:00 of the day before
 * the supply begins, then secures and activates them, and tells both suppliers and the registration services.
 */
export class SwitchingService implements MarketParty {
  readonly #context: PartyContext;
  readonly #hearers: readonly HearsRegistrations[];
  /** By metering point, then in the order of their requests. */
  readonly #kept = new Map<string, Kept[]>();
  readonly #departures: Departures;

  constructor(context: PartyContext, hearers: readonly HearsRegistrations[]) {
    this.#context = context;
    this.#hearers = hearers;
    this.#departures = new Departures(context, {
      open: (registration) => this.#keep(registration),
      change: (registration, state) => this.#change(registration, state),
      tell: (registration, notice) => this.#tell(registration, notice),
      gateOf: ({ start }) => this.#gateOf(start),
      lateBy: (registration) => this.#lateBy(registration),
    });
  }

  /** Another supplier asks for a point of the installation. */
  depart(mpan: string): void {
    this.#departures.begin(mpan);
  }

  receive(letter: ReceivedLetter): void {
    const { flow } = letter;
    if (flow === "CSS01800") this.#request(letter);
    else if (flow === "CSS-WITHDRAW") this.#withdraw(letter);
    else if (flow === "CSS-ASK") this.#ask(letter);
    else if (flow === "CSS-OBJECT") this.#departures.respond(letter);
    else if (flow === "CSS-ANNUL") this.#departures.annul(letter);
  }

  #request({ about, data }: ReceivedLetter): void {
    const { chance, faults, now, later, planOf } = this.#context;
    const plan = planOf(about);
    const start = localDate(textIn(data, "data.supplyStartDate"));
    const kept = this.#kept.get(about) ?? [];
    const key = `${about}@${start}`;
    // The same request once more changes nothing.
    if (plan === undefined || kept.some(({ registration }) => registration.start === start)) return;
    const id = `REG-${chance.hex(12, key, "registration")}`;
    const registration: Registration = { id, plan, start, state: "pending" };
    this.#keep(registration);
    const isRefused = chance.happens(faults.refusals / 2, key, "rejected");
    const fault = isRefused ? "supply start date not allowed" : this.#dateFault(registration);
    if (fault !== null) {
      registration.state = "cancelled";
      later(now() + 2 * minuteMs, () => this.#tell(registration, notices.rejected(fault)));
      return;
    }
    later(now() + 2 * minuteMs, () => this.#tell(registration, notices.validated()));
    later(now() + 5 * minuteMs, () => {
      this.#change(registration, "pending");
      this.#tell(registration, notices.pending(registration));
    });
    this.#shutWindow(registration, now());
    this.#closeGate(registration);
  }

  /** Why the supply cannot begin then; null when it can. */
  #dateFault({ start }: Registration): string | null {
    const { days, now } = this.#context;
    if (this.#gateOf(start) <= now()) return "the gate of that supply start date has closed";
    const latest = calendarDay(days.dateOf(now()), 28);
    return start > latest ? "more than 28 days ahead" : null;
  }

  #gateOf(start: IsoDate): number {
    return this.#context.days.at(calendarDay(start, -1), "17:00");
  }

  /** The other supplier objects in time or not at all; on an upheld objection the registration is cancelled. */
  #shutWindow(registration: Registration, submittedAt: number): void {
    const { days, chance, faults, later } = this.#context;
    const { id, plan, start } = registration;
    const submitted = days.dateOf(submittedAt);
    const shuts = days.at(days.workingDay(submitted, plan.domestic ? 1 : 2), "17:00");
    const isObjected = chance.happens(faults.refusals, id, "objection");
    later(Math.min(shuts, this.#gateOf(start)), () => {
      if (registration.state !== "pending") return;
      if (isObjected) this.#end(registration, "cancelled", "Cancelled");
      else this.#tell(registration, notices.confirmed(registration));
    });
  }

  #closeGate(registration: Registration): void {
    const { days, chance, faults, later } = this.#context;
    const { id, start } = registration;
    const gate = this.#gateOf(start);
    const delay = this.#lateBy(registration);
    const date = midnightWithOffset(
      chance.happens(faults.dates, id, "dates") ? calendarDay(start, 1) : start,
    );
    const secured = notices.securedActive(registration, date);
    later(gate, () => {
      if (registration.state !== "pending") {
        // What was taken back or cancelled is ordered to be secured all the same.
        if (chance.happens(faults.ghosts, id, "ghost") && registration.state !== "active")
          this.#tell(registration, secured);
        return;
      }
      this.#change(registration, "secured");
      later(gate + delay, () => this.#tell(registration, secured));
      if (chance.happens(faults.duplicates, id, "secured twice"))
        later(gate + delay + 26 * hourMs, () => this.#tell(registration, secured));
      later(days.startOf(start), () => this.#change(registration, "active"));
      const active = notices.status("Active", midnightWithOffset(start), "gaining");
      later(days.startOf(start) + delay, () => this.#tell(registration, active));
    });
  }

  #lateBy({ id }: Registration): number {
    const { chance, faults } = this.#context;
    return chance.happens(faults.outage, id, "outage") ? outageDays * 24 * hourMs : 0;
  }

  #keep(registration: Registration): void {
    const { mpan } = registration.plan;
    const kept = this.#kept.get(mpan) ?? [];
    this.#kept.set(mpan, [...kept, { registration, given: new Map() }]);
  }

  #withdraw({ about, data }: ReceivedLetter): void {
    const registration = this.#find(about, textIn(data, "data.registrationId"));
    if (registration === null) return;
    const { now, later } = this.#context;
    if (registration.state === "pending") {
      later(now() + 3 * minuteMs, () => {
        if (registration.state === "pending") this.#end(registration, "withdrawn", "Withdrawn");
      });
      return;
    }
    if (registration.state === "withdrawn") return;
    const refused = notices.refused("Withdrawal", "the gate has closed", "gaining");
    later(now() + 3 * minuteMs, () => this.#tell(registration, refused));
  }

  /** Gives a notice again that was given before; one that was never given cannot be. */
  #ask({ about, data }: ReceivedLetter): void {
    const { now, later } = this.#context;
    const wanted = textIn(data, "data.notice");
    const saying = wanted === "Validation" ? ["Validated", "Rejected"] : [wanted];
    for (const { registration, given } of this.#kept.get(about) ?? [])
      for (const says of saying) {
        const notice = given.get(says)?.notice;
        if (notice === undefined) continue;
        later(now() + 10 * minuteMs, () => this.#tell(registration, notice));
      }
  }

  #end(registration: Registration, state: Registration["state"], says: string): void {
    this.#change(registration, state);
    const from = midnightWithOffset(this.#context.days.dateOf(this.#context.now()));
    this.#tell(registration, notices.status(says, from, "gaining"));
  }

  #change(registration: Registration, state: Registration["state"]): void {
    registration.state = state;
    for (const hearer of this.#hearers) hearer.hear(registration);
  }

  #tell(registration: Registration, notice: CssNotice): void {
    const kept = this.#kept.get(registration.plan.mpan) ?? [];
    const { given } = kept.find((one) => one.registration === registration) ?? {};
    const before = given?.get(notice.says) ?? { notice, times: 0 };
    given?.set(notice.says, before);
    this.#context.send(noticeLetter(this.#context, registration, notice, before.times));
    before.times += 1;
  }

  #find(mpan: string, id: string): Registration | null {
    const kept = this.#kept.get(mpan) ?? [];
    const found = kept.findLast(({ registration }) => id === "" || registration.id === id);
    return found?.registration ?? null;
  }
}
