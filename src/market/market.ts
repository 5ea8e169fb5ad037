import type { Catalogue } from "../catalogue/definition.ts";
import type { GroupData } from "../core/file/document.ts";
import { Chance } from "./chance/chance.ts";
import type { Faults } from "./chance/faults.ts";
import { DataAggregator } from "./parties/data-aggregator.ts";
import { DataCollector } from "./parties/data-collector.ts";
import { GasMeters } from "./parties/gas-meters.ts";
import { DataService, MeteringService } from "./parties/half-hourly-services.ts";
import { MeterOperator } from "./parties/meter-operator.ts";
import { OtherSupplier } from "./parties/other-supplier.ts";
import type { HearsRegistrations, MarketParty, PartyContext, Wish } from "./parties/party.ts";
import { RegistrationService } from "./parties/registration-service.ts";
import { SwitchingService } from "./parties/switching-service.ts";
import { TakingOver } from "./parties/taking-over.ts";
import { contractRow } from "./plan/contract-row.ts";
import type { Leaving } from "./plan/leaving.ts";
import { agents, distributors, otherSuppliers, participantOf, us } from "./plan/participants.ts";
import { switchRequest } from "./plan/switch-request.ts";
import { type PlannedSwitch, processOf } from "./plan/switches.ts";
import type { Ledgers } from "./post/ledger.ts";
import { type MarketLetter, ownSystems, type ReceivedLetter } from "./post/letter.ts";
import type { Mailbox } from "./post/mailbox.ts";
import { PostOffice } from "./post/post-office.ts";
import { Agenda } from "./time/agenda.ts";
import type { MarketDays } from "./time/market-days.ts";

/** What a market is made of. */
export interface MarketOptions {
  readonly seed: string;
  readonly faults: Faults;
  readonly days: MarketDays;
  readonly switches: readonly PlannedSwitch[];
  readonly catalogue: Catalogue;
  readonly mailbox: Mailbox;
  readonly ledgers: Ledgers;
  /** Most messages in a file. */
  readonly perFile: number;
  /** When it begins, in milliseconds since 1970. */
  readonly beginsAt: number;
}

/** The market around one supplier: its parties, the post between them and the supplier, and one clock. */
export class Market {
  readonly #agenda = new Agenda();
  readonly #post: PostOffice;
  readonly #parties = new Map<string, MarketParty>();
  readonly #switches: ReadonlyMap<string, PlannedSwitch>;
  #now: number;
  #toNobody = 0;
  readonly #wishes: Wish[] = [];

  constructor(options: MarketOptions) {
    const { seed, faults, days, switches, catalogue, mailbox, ledgers, perFile } = options;
    this.#now = options.beginsAt;
    this.#switches = new Map(switches.map((plan) => [plan.mpan, plan]));
    const chance = new Chance(seed);
    const common = {
      chance,
      faults,
      days,
      now: () => this.#now,
      later: (at: number, happen: () => void) => this.#agenda.note(Math.max(at, this.#now), happen),
    };
    const onRefused = ({ about }: ReceivedLetter) => this.#sendAgain(about, common);
    this.#post = new PostOffice({ ...common, catalogue, mailbox, ledgers, perFile, onRefused });
    const context: PartyContext = {
      ...common,
      send: (letter) => this.#post.send(letter),
      planOf: (mpan) => this.#switches.get(mpan),
      wish: (wish) => this.#wishes.push(wish),
    };
    const service = this.#settle(context);
    const nextDay = ({ askAt }: PlannedSwitch) =>
      days.at(days.workingDay(days.dateOf(askAt), 1), "10:00");
    for (const plan of switches) {
      const { leaving } = plan;
      if (leaving !== null) {
        common.later(leaving.listedAt, () => this.#list(plan, leaving, days));
        common.later(plan.askAt, () => service.depart(plan.mpan));
        if (leaving.wish !== null)
          common.later(nextDay(plan), () => this.#wish(plan, leaving.wish));
        continue;
      }
      common.later(plan.askAt, () => this.#askFor(plan));
      if (chance.happens(faults.withdrawals, plan.reference, "withdrawal"))
        common.later(nextDay(plan), () => this.#wish(plan, "withdraw"));
    }
  }

  /** People put right, the next working day, most of what the platform refused. */
  #sendAgain(
    about: string,
    { chance, days, later }: Pick<PartyContext, "chance" | "days" | "later">,
  ) {
    const plan = this.#switches.get(about);
    if (plan === undefined || chance.happens(0.3, about, "left refused")) return;
    const next = days.workingDay(days.dateOf(this.#now), 1);
    later(days.at(next, "10:00"), () => this.#wish(plan, "send-again"));
  }

  #wish(plan: PlannedSwitch, what: keyof typeof wishes | null): void {
    if (what === null) return;
    const { type, key } = processOf(plan);
    this.#wishes.push({ processType: type, key, ...wishes[what] });
  }

  /** Milliseconds since 1970. */
  get now(): number {
    return this.#now;
  }

  /** When something happens next; null when nothing is to. */
  get next(): number | null {
    return this.#agenda.next;
  }

  /** Files that the parties put down so far. */
  get files(): number {
    return this.#post.files;
  }

  /** Messages of the installation to somebody who is not in the market. */
  get toNobody(): number {
    return this.#toNobody;
  }

  /** Lets time pass up to a moment: what is due by then happens, and its files are put down. Returns how many. */
  pass(until: number): number {
    for (let { next } = this.#agenda; next !== null && next <= until; next = this.#agenda.next) {
      this.#now = Math.max(this.#now, next);
      this.#agenda.pass(this.#now);
    }
    this.#now = Math.max(this.#now, until);
    return this.#post.flush();
  }

  /** What people of the supplier want since that was asked last. */
  takeWishes(): readonly Wish[] {
    return this.#wishes.splice(0);
  }

  /** Gives the parties what the installation put down for them; returns how many files that were. */
  collect(): number {
    const { letters, files } = this.#post.collect();
    for (const letter of letters) this.#give(letter);
    return files;
  }

  #give(letter: ReceivedLetter): void {
    const party = this.#parties.get(participantOf(letter.to.participant ?? ""));
    if (party === undefined) this.#toNobody += 1;
    else party.receive(letter);
  }

  #askFor(plan: PlannedSwitch): void {
    const data = switchRequest(plan) as unknown as GroupData;
    this.#handOver({ flow: "SWITCHREQ", about: plan.mpan, says: plan.start, data });
  }

  #list(plan: PlannedSwitch, leaving: Leaving, days: MarketDays): void {
    const data = contractRow(plan, leaving, days.dateOf(this.#now)) as unknown as GroupData;
    this.#handOver({ flow: "CONTRACTS", about: plan.mpan, says: leaving.debt, data });
  }

  /** Our own systems hand something over to the installation. */
  #handOver(said: Pick<MarketLetter, "flow" | "about" | "says" | "data">): void {
    this.#post.send({
      from: { role: null, participant: ownSystems },
      to: { role: us.role, participant: us.participant },
      registration: null,
      ...said,
    });
  }

  /** Everybody has their place: who hears of registrations, who answers for whom. */
  #settle(context: PartyContext): SwitchingService {
    const hearers: HearsRegistrations[] = [];
    const settle = (participant: string, party: MarketParty & Partial<HearsRegistrations>) => {
      this.#parties.set(participant, party);
      const hear = party.hear?.bind(party);
      if (hear !== undefined) hearers.push({ hear });
    };
    const metering = new MeteringService(context);
    const data = new DataService(context);
    for (const { participant } of distributors) {
      const registrations = new RegistrationService(
        context,
        (plan, kind, service) => (kind === "MS" ? metering : data).answer(plan, kind, service),
        (registration, services) => {
          const service = services.get("DS");
          if (service !== undefined) data.begin(registration, service);
        },
      );
      this.#parties.set(participant, registrations);
      hearers.push({
        hear: (registration) => {
          if (registration.plan.distributor.participant === participant)
            registrations.hear(registration);
        },
      });
    }
    for (const id of agents.operators) settle(id, new MeterOperator(context, id, "M"));
    for (const id of agents.collectors) settle(id, new DataCollector(context, id, "D"));
    for (const id of agents.halfHourlyCollectors) settle(id, new DataCollector(context, id, "C"));
    for (const id of agents.aggregators) settle(id, new DataAggregator(context, id, "B"));
    for (const id of agents.halfHourlyAggregators) settle(id, new DataAggregator(context, id, "A"));
    // A metering service hands over what it knows of a meter whose point leaves half-hourly settlement.
    for (const id of agents.meteringServices) settle(id, new MeterOperator(context, id, "S"));
    for (const id of agents.dataServices) settle(id, { receive: () => {} });
    const takingOver = new TakingOver(context);
    hearers.push(takingOver, new GasMeters(context));
    for (const id of otherSuppliers) settle(id, new OtherSupplier(context, id, takingOver));
    this.#parties.set("BILLING", { receive: () => {} });
    const service = new SwitchingService(context, hearers);
    this.#parties.set("CSS", service);
    return service;
  }
}

/** What people ask for the day after a switch was asked for. */
const wishes = {
  withdraw: { command: "do_withdraw", data: { reason: "the customer changed their mind" } },
  "send-again": { command: "do_send_again", data: { reason: "the code was put right" } },
  annul: { command: "do_annul", data: { reason: "the customer did not want to go" } },
  "withdraw-objection": {
    command: "do_withdraw_objection",
    data: { reason: "the debt has been paid" },
  },
} as const;
