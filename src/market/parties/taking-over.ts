import { us } from "../plan/participants.ts";
import { type PlannedSwitch, processOf } from "../plan/switches.ts";
import type { ReceivedLetter } from "../post/letter.ts";
import { changeReading, configuration, flowLetter } from "./flow-messages.ts";
import { serviceReading } from "./half-hourly-services.ts";
import type { HearsRegistrations, MarketParty, PartyContext, Registration } from "./party.ts";
import { flowDate } from "./text-forms.ts";

/** How much another reading than the collector's differs from it. */
const otherBy = 120;

/**
 * What the side of a supplier that takes a point over from us says to us: its collector or data service gives the
 * reading on change of supplier, it may propose another, and may have taken the point by mistake.
 */
export class TakingOver implements MarketParty, HearsRegistrations {
  readonly #context: PartyContext;

  constructor(context: PartyContext) {
    this.#context = context;
  }

  hear({ plan, state }: Registration): void {
    const { leaving } = plan;
    if (state !== "active" || leaving === null || plan.fuel === "G") return;
    if (plan.path === "mhhs") this.#giveServiceReading(plan);
    else if (plan.metering === "NHH") {
      this.#giveReading(plan);
      if (leaving.proposes !== null) this.#propose(plan, leaving.proposes);
    }
    if (leaving.isMistake && plan.path === "legacy") this.#ownUp(plan);
  }

  /** We agree to its reading: the collector then gives that one to both. */
  receive({ flow, about, data }: ReceivedLetter): void {
    const { chance, days, now, later, planOf } = this.#context;
    const plan = planOf(about);
    const text = JSON.stringify(data);
    if (plan === undefined || flow !== "D0300" || !text.includes('"statusOfProposedReadings":"Y"'))
      return;
    const reading = /"proposedRegisterReading":"(\d+)/.exec(text)?.[1] ?? String(plan.reading);
    const at = days.post(now(), chance.whole(1, 5, about, "agreed"), 1);
    later(at, () => this.#tellReading(plan, reading, "X"));
  }

  #giveReading(plan: PlannedSwitch): void {
    const { chance, faults, days, later, now } = this.#context;
    const name = [plan.mpan, plan.start, "closing"] as const;
    const at = days.post(now(), chance.whole(5, 13, ...name), chance.whole(0, 2, ...name));
    const type = plan.tellsReading ? "A" : "D";
    later(at, () => this.#tellReading(plan, String(plan.reading), type));
    if (chance.happens(faults.revisions, ...name, "revised"))
      later(days.post(at, chance.whole(2, 6, ...name, "revision"), 0), () =>
        this.#tellReading(plan, String(plan.reading + 7), "X"),
      );
  }

  #tellReading(plan: PlannedSwitch, reading: string, type: string): void {
    const from = { role: "D", participant: plan.collectors[0] ?? "" };
    const data = changeReading(plan, reading, type);
    const says = `${type} ${reading}`;
    this.#context.send(flowLetter("D0086002", plan, { from, says }, data));
  }

  #giveServiceReading(plan: PlannedSwitch): void {
    const { chance, faults, days, later, now, send } = this.#context;
    const name = [plan.mpan, plan.start, "closing"] as const;
    const at = days.post(now(), chance.whole(0, 4, ...name), chance.whole(0, 2, ...name));
    const service = plan.dataServices[0] ?? "";
    const tell = (reading: number, event: string) =>
      send(serviceReading(this.#context, plan, { service, reading, event }));
    later(at, () => tell(plan.reading, "[ReadingCOS]"));
    if (chance.happens(faults.revisions, ...name, "revised"))
      later(days.post(at, chance.whole(2, 6, ...name, "revision"), 0), () =>
        tell(plan.reading + 7, "[ReadingOverride]"),
      );
  }

  /** Proposes a reading once the collector has sent one. What we cannot agree to by ourselves somebody answers. */
  #propose(plan: PlannedSwitch, which: "same" | "other"): void {
    const { chance, days, later, now, wish } = this.#context;
    const at = days.post(now(), chance.whole(14, 20, plan.mpan, "proposal"), 1);
    const reading = String(plan.reading + (which === "same" ? 0 : otherBy));
    later(at, () => this.#writeReading(plan, reading, "P"));
    if (which === "same") return;
    const answer = chance.happens(0.5, plan.mpan, "answer") ? "Y" : "D";
    later(days.post(at, 3, 0), () =>
      wish({ ...command(plan), command: "do_answer_reading", data: { answer } }),
    );
  }

  #writeReading(plan: PlannedSwitch, proposedRegisterReading: string, status: "P"): void {
    const { register } = configuration;
    const from = { role: "X", participant: plan.otherSupplier };
    const details = {
      meterRegisterId: register,
      proposedRegisterReading,
      statusOfProposedReadings: status,
    } as const;
    const data = {
      mpanCore: plan.mpan,
      mpanCoreProcess: "N",
      effectiveFromSettlementDateRegiForNewSupplier: flowDate(plan.start),
      meterId: [
        { meterId: plan.meter, initiatingFlowIndicator: "1", meterRegisterDetails: [details] },
      ],
    } as const;
    const says = `${status} ${proposedRegisterReading}`;
    this.#context.send(flowLetter("D0300001", plan, { from, says }, data));
  }

  /** Says that it took the point by mistake; somebody of ours answers. */
  #ownUp(plan: PlannedSwitch): void {
    const { chance, days, later, now, send, wish } = this.#context;
    const at = days.post(now(), chance.whole(4, 9, plan.mpan, "mistake"), 1);
    const from = { role: "X", participant: plan.otherSupplier };
    const customerName = `Customer ${plan.number}`;
    later(at, () => {
      const data = {
        mpanCore: plan.mpan,
        effectiveFromSettlementDateRegiForNewSupplier: flowDate(plan.start),
        initialCustomerContactDate: flowDate(days.dateOf(now())),
        initiatingSupplierId: plan.otherSupplier,
        associatedSupplierId: us.participant,
        customerName,
        erroneousRegistrationTransferDetails: {
          reasonForReturn: "D",
          statusOfErroneousTransfer: "A",
        },
      } as const;
      send(flowLetter("D0301002", plan, { from, says: "A" }, data));
    });
    const accept = chance.happens(0.5, plan.mpan, "accepts");
    const note = accept ? {} : { note: "the customer has signed for it" };
    later(days.post(at, 4, 0), () =>
      wish({
        ...command(plan),
        command: "do_answer_transfer",
        data: { customerName, accept, ...note },
      }),
    );
  }
}

function command(plan: PlannedSwitch) {
  const { type, key } = processOf(plan);
  return { processType: type, key };
}
