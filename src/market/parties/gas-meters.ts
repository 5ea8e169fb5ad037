import type { GroupData } from "../../core/file/document.ts";
import { us } from "../plan/participants.ts";
import type { PlannedSwitch } from "../plan/switches.ts";
import { type MarketLetter, ownSystems } from "../post/letter.ts";
import type { HearsRegistrations, PartyContext, Registration } from "./party.ts";
import { flowDate } from "./text-forms.ts";

/**
 * The readings of gas points. Of one that we gain, our own systems get the opening reading within days of the first
 * of supply, most of the time; of one that we lose, a job on the meter on the very day tells what it showed.
 */
export class GasMeters implements HearsRegistrations {
  readonly #context: PartyContext;

  constructor(context: PartyContext) {
    this.#context = context;
  }

  hear({ plan, state }: Registration): void {
    if (state !== "active" || plan.fuel !== "G") return;
    const { chance, days, later, send } = this.#context;
    const name = [plan.mpan, "gas reading"] as const;
    if (chance.happens(0.1, ...name, "none")) return;
    const day = days.workingDay(plan.start, chance.whole(1, 4, ...name));
    const letter = plan.leaving === null ? openingReading(plan) : jobDone(plan);
    later(days.at(day, "11:00"), () => send(letter));
  }
}

function openingReading(plan: PlannedSwitch): MarketLetter {
  const line = { meterId: plan.meter, registerId: "01", openingReading: `${plan.reading}.0` };
  const data = {
    meteringPoint: plan.mpan,
    supplyStartDate: plan.start,
    readAt: plan.start,
    source: plan.tellsReading ? "customer" : "estimate",
    lines: [line],
  };
  return {
    from: { role: null, participant: ownSystems },
    to: { role: us.role, participant: us.participant },
    ...{ flow: "OPENREADING", about: plan.mpan, says: String(plan.reading), registration: null },
    data: data as unknown as GroupData,
  };
}

function jobDone(plan: PlannedSwitch): MarketLetter {
  const reading = { readingDate: flowDate(plan.start), readingIndex: String(plan.reading) };
  const asset = {
    serialNumber: plan.meter.replaceAll(" ", ""),
    assetClassCode: "METER",
    transactionTypeCode: "OTHER",
    modelCode: "SAMPLE",
    manufacturerCode: "SMP",
    yearOfManufacture: "2015",
    locationCode: "32",
    assetStatusCode: "LI",
    meter: [{ meterTypeCode: "D", meterMechanismCode: "CR", measuringCapacity: "6" }],
    registerDetails: [{ registerTypeCode: "METER", reading }],
  };
  const data = {
    transactionReference: `JOB${plan.number}`,
    transactionTypeCode: "OTHER",
    transactionStatusCode: "CMPLT",
    appointment: { appointmentDateFrom: flowDate(plan.start), appointmentTimeFrom: "090000" },
    meterPoint: { meterPointReferenceNumber: plan.mpan, asset: [asset] },
  };
  return {
    from: { role: "MAM", participant: "MAM" },
    to: { role: "SUP", participant: "SUP" },
    ...{ flow: "G0207", about: plan.mpan, says: `R ${plan.reading}`, registration: null },
    data: data as unknown as GroupData,
  };
}
