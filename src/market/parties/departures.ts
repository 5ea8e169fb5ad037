import { type ReceivedLetter, textIn } from "../post/letter.ts";
import { calendarDay } from "../time/market-days.ts";
import { type CssNotice, notices } from "./css-notices.ts";
import { hourMs, minuteMs, type PartyContext, type Registration } from "./party.ts";
import { midnightWithOffset } from "./text-forms.ts";

/** What departures need of the switching service that they are a part of. */
export interface ServiceDesk {
  /** Notes a registration, so that its notices can be sent. */
  open(registration: Registration): void;
  change(registration: Registration, state: Registration["state"]): void;
  tell(registration: Registration, notice: CssNotice): void;
  /** When the gate of a registration closes. */
  gateOf(registration: Registration): number;
  /** How late an outage has the notices of a registration come, in milliseconds. */
  lateBy(registration: Registration): number;
}

/** A switch away from the installation, and what was objected to it. */
interface Departure {
  readonly registration: Registration;
  isWindowOpen: boolean;
  isObjected: boolean;
}

/**
 * The switches that other suppliers ask for points of ours, as the switching service has them: it invites us to
 * intervene, takes an objection until its window shuts and an annulment until the gate closes, and says how it ended.
 */
export class Departures {
  readonly #context: PartyContext;
  readonly #desk: ServiceDesk;
  readonly #known = new Map<string, Departure>();

  constructor(context: PartyContext, desk: ServiceDesk) {
    this.#context = context;
    this.#desk = desk;
  }

  /** Another supplier asks for the point. */
  begin(mpan: string): void {
    const { chance, days, faults, now, later, planOf } = this.#context;
    const plan = planOf(mpan);
    if (plan === undefined) return;
    const id = `REG-${chance.hex(12, mpan, plan.start, "registration")}`;
    const registration: Registration = { id, plan, start: plan.start, state: "pending" };
    const departure: Departure = { registration, isWindowOpen: true, isObjected: false };
    this.#known.set(mpan, departure);
    this.#desk.open(registration);
    const submittedAt = now();
    later(now() + 5 * minuteMs, () => {
      this.#desk.change(registration, "pending");
      this.#desk.tell(registration, notices.invitation(registration, submittedAt));
    });
    const submitted = days.dateOf(submittedAt);
    const shuts = days.at(days.workingDay(submitted, plan.domestic ? 1 : 2), "17:00");
    later(Math.min(shuts, this.#desk.gateOf(registration)), () => this.#shutWindow(departure));
    this.#closeGate(registration);
    if (!chance.happens(faults.withdrawals, id, "withdrawal")) return;
    later(days.at(days.workingDay(submitted, 1), "14:00"), () => {
      if (registration.state === "pending") this.#end(registration, "withdrawn", "Withdrawn");
    });
  }

  /** We object, or say that we do not. */
  respond({ about, data }: ReceivedLetter): void {
    const { chance, faults, now, later } = this.#context;
    const departure = this.#known.get(about);
    if (departure === undefined) return;
    const { registration, isWindowOpen } = departure;
    const isObjection = textIn(data, "data.response") === "Object";
    const isRefused =
      isObjection && chance.happens(faults.refusals, registration.id, "objection refused");
    if (isWindowOpen && !isRefused) {
      departure.isObjected = isObjection;
      return;
    }
    if (!isObjection) return;
    const why = isWindowOpen ? "the ground is not allowed" : "the objection window has shut";
    const reference = textIn(data, "data.supplierGeneratedReference");
    const refused = notices.refused("Objection", why, "losing", reference);
    later(now() + 3 * minuteMs, () => this.#desk.tell(registration, refused));
  }

  /** The customer did not want it. */
  annul({ about, data }: ReceivedLetter): void {
    const { now, later } = this.#context;
    const registration = this.#known.get(about)?.registration;
    if (registration === undefined) return;
    const reference = textIn(data, "data.supplierGeneratedReference");
    later(now() + 3 * minuteMs, () => {
      if (registration.state === "pending") this.#end(registration, "annulled", "Annulled");
      else if (registration.state !== "annulled")
        this.#desk.tell(
          registration,
          notices.refused("Annulment", "the gate has closed", "losing", reference),
        );
    });
  }

  #shutWindow(departure: Departure): void {
    departure.isWindowOpen = false;
    const { registration, isObjected } = departure;
    if (registration.state === "pending" && isObjected)
      this.#end(registration, "cancelled", "Cancelled");
  }

  #closeGate(registration: Registration): void {
    const { days, chance, faults, later } = this.#context;
    const { id, start } = registration;
    const gate = this.#desk.gateOf(registration);
    const delay = this.#desk.lateBy(registration);
    const isOtherDay = chance.happens(faults.dates, id, "dates");
    const date = midnightWithOffset(isOtherDay ? calendarDay(start, 1) : start);
    const secured = notices.securedInactive(registration, date);
    later(gate, () => {
      if (registration.state !== "pending") {
        if (chance.happens(faults.ghosts, id, "ghost") && registration.state !== "active")
          this.#desk.tell(registration, secured);
        return;
      }
      this.#desk.change(registration, "secured");
      later(gate + delay, () => this.#desk.tell(registration, secured));
      if (chance.happens(faults.duplicates, id, "secured twice"))
        later(gate + delay + 26 * hourMs, () => this.#desk.tell(registration, secured));
      later(days.startOf(start), () => this.#desk.change(registration, "active"));
      const inactive = notices.status("Inactive", midnightWithOffset(start), "losing");
      later(days.startOf(start) + delay, () => this.#desk.tell(registration, inactive));
    });
  }

  #end(registration: Registration, state: Registration["state"], says: string): void {
    this.#desk.change(registration, state);
    const from = midnightWithOffset(this.#context.days.dateOf(this.#context.now()));
    this.#desk.tell(registration, notices.status(says, from, "losing"));
  }
}
