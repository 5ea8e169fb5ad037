import type { IsoDate } from "../../calendar/working-calendar.ts";
import type { FlowMessage } from "../../catalogue/flow-message.ts";
import type { Party } from "../../core/file/envelope.ts";
import type { PlannedSwitch } from "../plan/switches.ts";
import { type ReceivedLetter, textIn } from "../post/letter.ts";
import { flowLetter } from "./flow-messages.ts";
import type { PartyContext } from "./party.ts";
import { dateOfFlow } from "./text-forms.ts";

/** Where an agent is in an appointment. */
export interface AgentAppointment {
  readonly plan: PlannedSwitch;
  readonly start: IsoDate;
  state: "asked" | "accepted" | "refused" | "silent" | "ended";
}

/** Which date of an acceptance is the agent's own. */
export type OwnDate = "mop" | "dc" | "da";

/**
 * What an agent was appointed to by D0155 or D0153, by metering point and first day: it accepts by D0011 within
 * days, refuses by D0261 with the reason `Z` (ask), or stays silent. Asked once more it says the same again.
 */
export class Appointments {
  readonly #context: PartyContext;
  readonly #self: Party;
  readonly #own: OwnDate;
  readonly #accepted: (appointment: AgentAppointment) => void;
  readonly #known = new Map<string, AgentAppointment>();

  /** `accepted` is called for each one that is accepted. */
  constructor(
    context: PartyContext,
    self: Party,
    own: OwnDate,
    accepted: (appointment: AgentAppointment) => void = () => {},
  ) {
    this.#accepted = accepted;
    this.#context = context;
    this.#self = self;
    this.#own = own;
  }

  /** The supplier appoints: decided, and answered later. */
  ask({ about, data }: ReceivedLetter): void {
    const { chance, faults, days, now, later, planOf } = this.#context;
    const plan = planOf(about);
    const date = textIn(data, "effectiveFromSettlementDateRegi");
    if (plan === undefined) return;
    const key = appointmentKey(about, dateOfFlow(date));
    const name = [key, this.#self.participant ?? "", this.#own] as const;
    const isSilent = chance.happens(faults.silence, ...name, "silent");
    const isRefused = !isSilent && chance.happens(faults.refusals / 2, ...name, "refused");
    const appointment: AgentAppointment = {
      plan,
      start: dateOfFlow(date),
      state: isSilent ? "silent" : "asked",
    };
    this.#known.set(key, appointment);
    if (isSilent) return;
    const at = days.post(now(), chance.whole(0, 2, ...name, "days"), chance.whole(0, 2, ...name));
    later(at, () => {
      // One that was ended meanwhile may not know yet, and answers all the same.
      if (appointment.state === "asked") appointment.state = isRefused ? "refused" : "accepted";
      this.#answer(plan, data, isRefused);
      if (appointment.state === "accepted") this.#accepted(appointment);
    });
  }

  /** The supplier ends it. */
  end({ about, data }: ReceivedLetter): void {
    const date = dateOfFlow(textIn(data, "effectiveFromSettlementDateRegi"));
    const appointment = this.#known.get(appointmentKey(about, date));
    if (appointment !== undefined) appointment.state = "ended";
  }

  /** The appointment at a metering point from a day on; of the newest day when none is given. */
  find(mpan: string, start: IsoDate | null): AgentAppointment | undefined {
    if (start !== null) return this.#known.get(appointmentKey(mpan, start));
    const plan = this.#context.planOf(mpan);
    return plan === undefined ? undefined : this.#known.get(appointmentKey(mpan, plan.start));
  }

  #answer(plan: PlannedSwitch, asked: unknown, isRefused: boolean): void {
    const contractReference = textIn(asked, "contractReference");
    const date = textIn(asked, "effectiveFromSettlementDateRegi");
    const common = {
      mpanCore: plan.mpan,
      contractReference,
      effectiveFromSettlementDateRegi: date,
    };
    const from = this.#self;
    if (isRefused) {
      const refusal = { ...common, rejectionOfAgentAppointmentCode: "Z" };
      this.#context.send(flowLetter("D0261001", plan, { from, says: "Z" }, refusal));
      return;
    }
    const accepted: FlowMessage<"D0011001"> = { ...common, ...ownDate(this.#own, date) };
    this.#context.send(flowLetter("D0011001", plan, { from, says: "accepted" }, accepted));
  }
}

function ownDate(own: OwnDate, date: string) {
  if (own === "mop") return { mopEffectiveDate: { effectiveFromDateMoa: date } };
  if (own === "dc") return { dcEffectiveDate: { effectiveFromDateDca: date } };
  return { daEffectiveDate: { effectiveFromSettlementDateDaa: date } };
}

function appointmentKey(mpan: string, start: IsoDate): string {
  return `${mpan}@${start}`;
}
