import { us } from "../plan/participants.ts";
import type { PlannedSwitch } from "../plan/switches.ts";
import { type ReceivedLetter, textIn } from "../post/letter.ts";
import { flowLetter, oldSupplierDetails, registrationDetails } from "./flow-messages.ts";
import {
  type HearsRegistrations,
  hourMs,
  type MarketParty,
  minuteMs,
  type PartyContext,
  type Registration,
} from "./party.ts";
import { platformLetter, pointBlocks, supplierBlocks } from "./platform-messages.ts";
import { endsOfServices, reversal } from "./service-ends.ts";
import { activeBlock, type ServiceKind } from "./service-starts.ts";
import { midnightWithOffset } from "./text-forms.ts";

/** An appointment that a supplier asked for. */
interface Appointment {
  readonly kind: ServiceKind;
  readonly service: string;
  readonly block: unknown;
  state: "asked" | "accepted" | "rejected" | "lapsed" | "active";
}

/** What the registration service knows of a switch. */
interface Known {
  registration: Registration;
  readonly appointments: Appointment[];
}

/** Answers to a request for a service: accepted with `SP000`, or why not; null: never. */
export type ServiceAnswer = (
  plan: PlannedSwitch,
  kind: ServiceKind,
  service: string,
) => { readonly code: "A" | "R"; readonly why: string; readonly at: number } | null;

/** What a day's requests are refused with. */
const refusals = ["REG1031", "REG1032", "REG1024"] as const;

/**
 * The registration service of a distributor: of a point that takes part in half-hourly settlement it works by
 * messages of the platform, of another by flows.
 */
export class RegistrationService implements MarketParty, HearsRegistrations {
  readonly #context: PartyContext;
  readonly #answer: ServiceAnswer;
  readonly #onActive: (
    registration: Registration,
    services: ReadonlyMap<ServiceKind, string>,
  ) => void;
  readonly #known = new Map<string, Known>();
  #instructions = 0;

  constructor(
    context: PartyContext,
    answer: ServiceAnswer,
    onActive: (registration: Registration, services: ReadonlyMap<ServiceKind, string>) => void,
  ) {
    this.#context = context;
    this.#answer = answer;
    this.#onActive = onActive;
  }

  hear(registration: Registration): void {
    const { plan, state } = registration;
    if (plan.leaving !== null || plan.fuel === "G") {
      if (plan.path === "mhhs" && state === "secured") this.#endServices(registration);
      return;
    }
    const known = this.#known.get(plan.mpan) ?? { registration, appointments: [] };
    if (known.registration !== registration && state === "pending") {
      known.appointments.length = 0;
      known.registration = registration;
    }
    this.#known.set(plan.mpan, known);
    if (known.registration !== registration) return;
    if (state === "pending") this.#describe(registration);
    else if (plan.path === "mhhs" && state === "secured") this.#secure(known);
    else if (plan.path === "mhhs" && state === "active") this.#remind(known);
    else if (plan.path === "mhhs") this.#lapse(known);
  }

  receive(letter: ReceivedLetter): void {
    const { flow } = letter;
    if (flow === "D0205") this.#update(letter);
    else if (flow === "IF-031") this.#appoint(letter);
    else if (flow === "IF-025") this.#consent(letter);
  }

  /** What the new supplier is sent while the switch is pending: before or after the switching service's own notice. */
  #describe({ id, plan }: Registration): void {
    const { chance, now, later, send, days } = this.#context;
    const at = now() + chance.whole(-3, 90, id, "description") * minuteMs;
    later(at, () => {
      if (plan.moves === "out")
        for (const { event, custom } of reversal(plan))
          this.#sendPlatform(plan, "IF-003", event, id, custom);
      if (plan.path === "mhhs")
        this.#sendPlatform(plan, "IF-002", "[GainMPANInfo]", id, {
          B005: {
            currentMeteringServiceDIPID: null,
            currentMeteringServiceMPID: null,
            currentDataServiceDIPID: null,
            currentDataServiceMPID: null,
          },
          ...pointBlocks(plan),
        });
      // A point that moves in with this switch is reported by both.
      if (plan.path === "mhhs" && plan.moves !== "in") return;
      const from = { role: "P", participant: plan.distributor.participant };
      this.#instructions += 2;
      const details = registrationDetails(plan, this.#instructions, days.dateOf(now()));
      send(flowLetter("D0217002", plan, { from }, details));
      const old = oldSupplierDetails(plan, this.#instructions + 1);
      send(flowLetter("D0260002", plan, { from }, old));
    });
  }

  /** Of a point that we lose. */
  #endServices({ plan, id }: Registration): void {
    const { later, now } = this.#context;
    later(now() + hourMs, () => {
      for (const { event, custom } of endsOfServices(plan))
        this.#sendPlatform(plan, "IF-037", event, id, custom);
    });
  }

  /** A change of registration: taken without a word. */
  #update(_letter: ReceivedLetter): void {}

  #appoint({ about, data }: ReceivedLetter): void {
    const { chance, faults, now, later } = this.#context;
    const known = this.#known.get(about);
    if (known === undefined) return;
    const { registration } = known;
    const kind = textIn(data, "CommonBlock.S0.eventCode").includes("DSApp") ? "DS" : "MS";
    const name = kind === "MS" ? "B070" : "B071";
    const block = (data["CustomBlock"] as Record<string, unknown> | undefined)?.[name];
    const member = kind === "MS" ? "proposedMeteringServiceMPID" : "proposedDataServiceMPID";
    const service = textIn(block, member);
    const event = `[${kind}AppInitialResp]`;
    const { plan, id } = registration;
    const key = [id, kind, service, known.appointments.length] as const;
    const isRefused = chance.happens(faults.refusals / 3, ...key, "refused");
    const code = isRefused ? "R" : "A";
    const messages = isRefused ? [chance.pick(refusals, ...key)] : [];
    later(now() + minuteMs, () =>
      this.#sendPlatform(plan, "IF-032", event, id, { [name]: block }, { code, messages }),
    );
    if (isRefused) return;
    const appointment: Appointment = { kind, service, block, state: "asked" };
    known.appointments.push(appointment);
    this.#askService(known, appointment);
  }

  #askService(known: Known, appointment: Appointment): void {
    const { registration } = known;
    const { plan, id } = registration;
    const { kind, service, block } = appointment;
    const answer = this.#answer(plan, kind, service);
    if (answer === null) return;
    this.#context.later(answer.at, () => {
      if (appointment.state !== "asked") return;
      appointment.state = answer.code === "A" ? "accepted" : "rejected";
      const word = answer.code === "A" ? "Accepted" : "Rejected";
      const said = { responseCode: answer.code, proposedAppointmentResponseCode: answer.why };
      this.#sendPlatform(plan, "IF-035", `[${kind}App${word}]`, id, {
        B007: said,
        B012: this.#requester(),
        [kind === "MS" ? "B070" : "B071"]: block,
      });
      const { state } = registration;
      if (state === "secured" || state === "active") this.#activate(known);
    });
  }

  #requester() {
    return {
      serviceProviderAppointmentRequestingSupplierDIPID: us.dipId,
      serviceProviderAppointmentRequestingSupplierMPID: us.participant,
    };
  }

  #secure(known: Known): void {
    const { later, now } = this.#context;
    const { registration } = known;
    const { plan, id } = registration;
    later(now() + hourMs, () => {
      this.#sendPlatform(plan, "IF-001", "[ChangeOfSupplier]", id, {
        ...supplierBlocks(plan),
        ...pointBlocks(plan),
      });
      this.#activate(known);
    });
  }

  /** Accepted appointments begin, each once. */
  #activate(known: Known): void {
    const { registration, appointments } = known;
    const { plan, id } = registration;
    for (const appointment of appointments) {
      if (appointment.state !== "accepted") continue;
      appointment.state = "active";
      const { kind, service } = appointment;
      this.#sendPlatform(plan, "IF-036", `[${kind}AppActive]`, id, {
        ...pointBlocks(plan),
        B012: this.#requester(),
        B028: {
          domesticPremiseIndicator: plan.domestic,
          domesticPremiseIndicatorEffectiveFromDate: midnightWithOffset(plan.start),
        },
        ...activeBlock(kind, service, appointment.block, plan),
      });
    }
    const active = appointments.filter(({ state }) => state === "active");
    if (active.length > 0)
      this.#onActive(registration, new Map(active.map(({ kind, service }) => [kind, service])));
  }

  /** Nobody accepted by the first day. */
  #remind({ registration, appointments }: Known): void {
    for (const kind of ["MS", "DS"] as const) {
      const has = appointments.some((one) => one.kind === kind && one.state === "active");
      if (!has)
        this.#sendPlatform(
          registration.plan,
          "IF-045",
          `[No${kind}Appointed]`,
          registration.id,
          {},
        );
    }
  }

  /** The switch ended: what was asked or accepted lapses. */
  #lapse({ registration, appointments }: Known): void {
    const { plan, id } = registration;
    for (const appointment of appointments) {
      if (appointment.state !== "accepted" && appointment.state !== "asked") continue;
      appointment.state = "lapsed";
      const { kind, block } = appointment;
      this.#sendPlatform(plan, "IF-035", `[${kind}AppLapsed]`, id, {
        B007: { responseCode: "L", proposedAppointmentResponseCode: null },
        B012: this.#requester(),
        [kind === "MS" ? "B070" : "B071"]: block,
      });
    }
  }

  #consent({ about, data }: ReceivedLetter): void {
    const known = this.#known.get(about);
    if (known === undefined) return;
    const { now, later } = this.#context;
    const event = textIn(data, "CommonBlock.S0.eventCode");
    const custom = (data["CustomBlock"] ?? {}) as Record<string, unknown>;
    const { plan, id } = known.registration;
    const response = { code: "A", messages: [] };
    later(now() + 2 * minuteMs, () =>
      this.#sendPlatform(plan, "IF-026", event, id, custom, response),
    );
  }

  #sendPlatform(
    plan: PlannedSwitch,
    name: string,
    event: string,
    registration: string,
    custom: Readonly<Record<string, unknown>>,
    response?: { readonly code: string; readonly messages: readonly string[] },
  ): void {
    const { participant, dipId } = plan.distributor;
    const sender = { participant, dipId, role: "REGS" };
    const words = { interface: name, event, registration, custom };
    this.#context.send(
      platformLetter(this.#context, plan, sender, {
        ...words,
        ...(response !== undefined && { response }),
      }),
    );
  }
}
