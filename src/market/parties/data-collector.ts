import type { Party } from "../../core/file/envelope.ts";
import { type PlannedSwitch, switchKey } from "../plan/switches.ts";
import { type ReceivedLetter, textIn } from "../post/letter.ts";
import { calendarDay } from "../time/market-days.ts";
import { type AgentAppointment, Appointments } from "./appointments.ts";
import { changeReading, configuration, flowLetter } from "./flow-messages.ts";
import { halfHourlyData } from "./half-hourly-data.ts";
import type { HearsRegistrations, MarketParty, PartyContext, Registration } from "./party.ts";
import { flowDate } from "./text-forms.ts";

/** Half-hourly data comes every day of a supply; as many are reported here. */
const daysOfData = 3;

/** A reading that the supplier passed on. */
interface OwnReading {
  readonly reading: string;
  readonly type: string;
}

/**
 * A data collector. Of a meter that is read by hand it gives both suppliers the reading on change of supplier: the
 * one that the new supplier passed on, or a deemed one; afterwards it says when the meter is read and what it uses.
 * Of a half-hourly meter it affirms that it reads it, and gives what was used in each half-hour.
 */
export class DataCollector implements MarketParty, HearsRegistrations {
  readonly #context: PartyContext;
  readonly #self: Party;
  readonly #appointments: Appointments;
  readonly #readings = new Map<string, OwnReading>();
  /** Supplies that have begun, and those that it collects for. */
  readonly #active = new Set<string>();
  readonly #begun = new Set<string>();
  #instructions = 0;

  constructor(context: PartyContext, participant: string, role: "C" | "D") {
    this.#context = context;
    this.#self = { role, participant };
    this.#appointments = new Appointments(context, this.#self, "dc", (one) => this.#begin(one));
  }

  receive(letter: ReceivedLetter): void {
    const { flow, about, data } = letter;
    if (flow === "D0155") this.#appointments.ask(letter);
    else if (flow === "D0151") this.#appointments.end(letter);
    else if (flow === "D0071" || flow === "D0010") this.#keepReading(about, data);
  }

  hear({ state, plan, start }: Registration): void {
    if (state !== "active") return;
    this.#active.add(switchKey({ mpan: plan.mpan, start }));
    const appointment = this.#appointments.find(plan.mpan, start);
    if (appointment !== undefined) this.#begin(appointment);
  }

  /** Once supply has begun and it has accepted, whichever is later; once for each supply. */
  #begin(appointment: AgentAppointment): void {
    const { plan, start } = appointment;
    const key = switchKey({ mpan: plan.mpan, start });
    if (!isAppointed(appointment) || !this.#active.has(key) || this.#begun.has(key)) return;
    this.#begun.add(key);
    if (plan.metering === "HH") {
      this.#affirm(plan, appointment);
      this.#giveData(plan, appointment);
    } else this.#giveReading(plan, appointment);
  }

  #keepReading(mpan: string, data: unknown): void {
    const reading = findText(data, "registerReading");
    if (reading === null) return;
    const type = textIn(data, "readingType") || "C";
    this.#readings.set(mpan, { reading, type });
  }

  #giveReading(plan: PlannedSwitch, appointment: AgentAppointment): void {
    const { chance, faults, days, later, now } = this.#context;
    const name = [plan.mpan, plan.start, "reading"] as const;
    const early = days.post(now(), chance.whole(5, 8, ...name), chance.whole(0, 2, ...name));
    const late = days.post(now(), chance.whole(8, 13, ...name, "late"), 1);
    later(early, () => {
      const own = this.#readings.get(plan.mpan);
      if (own === undefined || !isAppointed(appointment)) return;
      this.#tellReading(plan, own.reading, own.type === "" ? "C" : own.type);
    });
    later(late, () => {
      if (!isAppointed(appointment)) return;
      if (!this.#readings.has(plan.mpan)) this.#tellReading(plan, String(plan.reading), "D");
      this.#tellSchedule(plan);
    });
    if (!chance.happens(faults.revisions, ...name, "revised")) return;
    const revised = days.post(late, chance.whole(2, 6, ...name, "revision"), 0);
    later(revised, () => {
      if (isAppointed(appointment)) this.#tellReading(plan, String(plan.reading + 7), "X");
    });
  }

  #tellReading(plan: PlannedSwitch, reading: string, type: string): void {
    const from = this.#self;
    const says = `${type} ${reading}`;
    const data = changeReading(plan, reading, type);
    this.#context.send(flowLetter("D0086002", plan, { from, says }, data));
  }

  #tellSchedule(plan: PlannedSwitch): void {
    const { send, days } = this.#context;
    const from = this.#self;
    const start = flowDate(plan.start);
    const next = flowDate(days.workingDay(plan.start, 60));
    const schedule = {
      mpanCore: plan.mpan,
      meterReadingScheduleDate: next,
      regularReadingCycle: "Q",
    } as const;
    send(flowLetter("D0012001", plan, { from }, schedule));
    this.#instructions += 1;
    const { timePatternRegime } = configuration;
    const estimates = [{ timePatternRegime, estimatedAnnualConsumption: "3100.0" }];
    send(
      flowLetter(
        "D0019001",
        plan,
        { from },
        {
          instructionNumber: String(this.#instructions),
          typeCode: "NH01",
          meteringSystemId: plan.mpan,
          instructionFileAdditionalHeader: { fileSequenceNumber: "1" },
          significantDate: { significantDate: start },
          estimatedAnnualConsumptionHeader: [
            { effectiveFromSettlementDate: start, estimatedAnnualConsumptionDetails: estimates },
          ],
        },
      ),
    );
  }

  #affirm(plan: PlannedSwitch, appointment: AgentAppointment): void {
    const { chance, days, later, now, send } = this.#context;
    const at = days.post(now(), chance.whole(1, 3, plan.mpan, "affirmation"), 0);
    later(at, () => {
      if (!isAppointed(appointment)) return;
      const start = flowDate(plan.start);
      send(
        flowLetter(
          "D0051001",
          plan,
          { from: this.#self },
          {
            mpanCore: plan.mpan,
            retrievalMethod: "R",
            retrievalMethodEffectiveDate: start,
            effectiveFromSettlementDateRegi: start,
          },
        ),
      );
    });
  }

  /** Half-hourly data of each of the first days, the day after it. */
  #giveData(plan: PlannedSwitch, appointment: AgentAppointment): void {
    const { chance, days, later, now } = this.#context;
    for (let after = 0; after < daysOfData; after += 1) {
      const date = calendarDay(plan.start, after);
      const at = days.post(now(), after + 1, chance.whole(0, 2, plan.mpan, date, "data"));
      later(at, () => {
        if (!isAppointed(appointment)) return;
        const data = halfHourlyData(plan, date);
        this.#context.send(flowLetter("D0036001", plan, { from: this.#self, says: date }, data));
      });
    }
  }
}

function isAppointed({ state }: AgentAppointment): boolean {
  return state === "accepted";
}

/** The first text of that name, wherever it is. */
function findText(data: unknown, name: string): string | null {
  if (typeof data !== "object" || data === null) return null;
  for (const [key, value] of Object.entries(data)) {
    if (key === name && typeof value === "string") return value;
    const below = findText(value, name);
    if (below !== null) return below;
  }
  return null;
}
