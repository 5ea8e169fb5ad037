import type { Party } from "../../core/file/envelope.ts";
import type { PlannedSwitch } from "../plan/switches.ts";
import type { ReceivedLetter } from "../post/letter.ts";
import { Appointments } from "./appointments.ts";
import {
  flowLetter,
  halfHourlyMeterDetails,
  mappingDetails,
  meterDetails,
} from "./flow-messages.ts";
import type { MarketParty, PartyContext } from "./party.ts";

/** A meter operator: notified of the other agents (D0148), it gets the meter's details from the one before, and passes them on. */
export class MeterOperator implements MarketParty {
  readonly #context: PartyContext;
  readonly #self: Party;
  readonly #appointments: Appointments;
  /** Metering points whose details are under way. */
  readonly #sending = new Set<string>();

  constructor(context: PartyContext, participant: string, role: "M" | "S") {
    this.#context = context;
    this.#self = { role, participant };
    this.#appointments = new Appointments(context, this.#self, "mop");
  }

  receive(letter: ReceivedLetter): void {
    const { flow, about } = letter;
    if (flow === "D0155") this.#appointments.ask(letter);
    else if (flow === "D0151") this.#appointments.end(letter);
    else if (flow === "D0148") this.#sendDetails(about, "told");
    else if (flow === "D0170") this.#sendDetails(about, "asked");
  }

  #sendDetails(mpan: string, why: "told" | "asked"): void {
    const { chance, days, now, later, planOf } = this.#context;
    const plan = planOf(mpan);
    const appointment = this.#appointments.find(mpan, null);
    if (plan === undefined || this.#sending.has(mpan)) return;
    // The operator before has them as well, and gives them to a supplier that asks.
    const isAppointed = appointment?.state === "accepted" || appointment?.state === "asked";
    if (!isAppointed && why === "told") return;
    this.#sending.add(mpan);
    const name = [mpan, plan.start, this.#self.participant ?? "", why] as const;
    const at = days.post(now(), chance.whole(1, 4, ...name, "days"), chance.whole(0, 2, ...name));
    later(at, () => {
      this.#sending.delete(mpan);
      if (appointment?.state === "ended" || appointment?.state === "silent") return;
      this.#give(plan);
    });
  }

  #give(plan: PlannedSwitch): void {
    const from = this.#self;
    const { send } = this.#context;
    if (plan.metering === "HH") {
      send(flowLetter("D0268002", plan, { from }, halfHourlyMeterDetails(plan)));
      return;
    }
    send(flowLetter("D0150002", plan, { from }, meterDetails(plan)));
    send(flowLetter("D0149001", plan, { from }, mappingDetails(plan)));
  }
}
