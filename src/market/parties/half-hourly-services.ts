import { dipIdOf } from "../plan/participants.ts";
import type { PlannedSwitch } from "../plan/switches.ts";
import type { MarketLetter } from "../post/letter.ts";
import type { PartyContext, Registration } from "./party.ts";
import { hourMs } from "./party.ts";
import { platformLetter } from "./platform-messages.ts";
import type { ServiceAnswer } from "./registration-service.ts";
import type { ServiceKind } from "./service-starts.ts";
import { midnightWithOffset } from "./text-forms.ts";

/** What services refuse with. */
const serviceRefusals = ["SP001", "SP005", "SP011"] as const;

/** The metering services: they say yes or no to the registration service within a working day. */
export class MeteringService {
  readonly #context: PartyContext;

  constructor(context: PartyContext) {
    this.#context = context;
  }

  /** The answer to a request. */
  readonly answer: ServiceAnswer = (plan, kind, service) =>
    serviceAnswer(this.#context, plan, kind, service);
}

/** The data services: besides, they read the meter for both suppliers once the supply has begun. */
export class DataService {
  readonly #context: PartyContext;
  /** Registrations whose meter is read: the other service's appointment may become active later. */
  readonly #begun = new Set<string>();

  constructor(context: PartyContext) {
    this.#context = context;
  }

  /** The answer to a request. */
  readonly answer: ServiceAnswer = (plan, kind, service) =>
    serviceAnswer(this.#context, plan, kind, service);

  /** The appointment is active: from the first day on the meter can be read. */
  begin({ plan, id }: Registration, service: string): void {
    if (this.#begun.has(id)) return;
    this.#begun.add(id);
    const { chance, faults, days, later, now, send } = this.#context;
    const from = Math.max(now(), days.startOf(plan.start));
    const name = [id, "reading"] as const;
    const at = days.post(from, chance.whole(0, 4, ...name), chance.whole(0, 2, ...name));
    const tell = (reading: number, event: string) =>
      send(serviceReading(this.#context, plan, { service, reading, event }));
    later(at, () => tell(plan.reading, "[ReadingCOS]"));
    if (chance.happens(faults.revisions, ...name, "revised"))
      later(days.post(at, chance.whole(2, 6, ...name, "revision"), 0), () =>
        tell(plan.reading + 7, "[ReadingOverride]"),
      );
  }
}

/** What a data service tells a supplier that the meter showed at the first moment of the new supply. */
export function serviceReading(
  context: PartyContext,
  plan: PlannedSwitch,
  told: { readonly service: string; readonly reading: number; readonly event: string },
): MarketLetter {
  const { service, reading, event } = told;
  const sender = { participant: service, dipId: dipIdOf(service), role: "SDS" };
  const letter = platformLetter(context, plan, sender, {
    interface: "IF-041",
    event,
    registration: null,
    custom: { B064List: [registerReading(plan, reading)] },
  });
  return { ...letter, says: `${event} ${reading}` };
}

function serviceAnswer(
  { chance, faults, days, now }: PartyContext,
  plan: PlannedSwitch,
  kind: ServiceKind,
  service: string,
) {
  const name = [plan.mpan, plan.start, kind, service] as const;
  if (chance.happens(faults.silence, ...name, "silent")) return null;
  const isRefused = chance.happens(faults.refusals / 2, ...name, "refused");
  const soon = now() + chance.whole(1, 4, ...name, "hours") * hourMs;
  const at = chance.happens(0.5, ...name, "soon") ? soon : days.post(now(), 1, 0);
  return isRefused
    ? { code: "R" as const, why: chance.pick(serviceRefusals, ...name), at }
    : { code: "A" as const, why: "SP000", at };
}

function registerReading(plan: PlannedSwitch, reading: number) {
  return {
    meterID: plan.meter,
    cumulativeRegisterReading: `${reading}.000`,
    cumulativeRegisterReadingDateTime: midnightWithOffset(plan.start),
    readingMethod: "A",
    siteVisitCheckCode: null,
  };
}
