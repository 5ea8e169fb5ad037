import type { IsoDate } from "../../calendar/working-calendar.ts";
import type { Fact, NoticeStatus, ReadingFact, StatedReading } from "./told/facts.ts";

/** A point that we supply, or supplied: what was reported about its losses, and what that comes to. */
export interface SupplyPoint {
  /** MPAN core or MPRN. */
  readonly point: string;
  readonly fuel: "E" | "G";
  /** What the contract list says: the newest of each supply, by its first day. */
  readonly contracts: readonly Contract[];
  /** Agents that a person named, where the list does not. */
  readonly namedAgents: readonly Agent[];
  readonly namedStart: IsoDate | null;
  /** One for each switch away from us, by the day on which supply ends. Worked out from the facts. */
  readonly losses: readonly Loss[];
  readonly facts: readonly Fact[];
}

/** What our own systems say of a supply. */
export interface Contract {
  readonly asOf: IsoDate;
  readonly suppliedFrom: IsoDate;
  readonly domestic: boolean;
  readonly debt: number;
  readonly debtSince: IsoDate | null;
  readonly contractEnds: IsoDate | null;
  readonly customerAsksToObject: boolean;
  readonly account: string | null;
  readonly metering: "NHH" | "HH" | null;
  /** Whether it takes part in half-hourly settlement; null when the list does not say. */
  readonly migrated: boolean | null;
  readonly agents: readonly Agent[];
}

/** An agent by its market role letter and participant id. */
export interface Agent {
  readonly role: string;
  readonly participant: string;
}

/** What may be objected on. */
export type Ground = "debt" | "customer request" | "contract";

/**
 * Where a loss is. `contradicted`: notices say both that it was called off and that it goes on.
 * `unnotified`: only readings or messages of the other supplier tell of it.
 */
export type LossOutcome =
  | "unnotified"
  | "open"
  | "kept"
  | "secured"
  | "lost"
  | "contradicted"
  | "returned";

/** One switch away from us. */
export interface Loss {
  /** The new supplier's registration, or the date while that is not known. */
  readonly name: string;
  readonly registrationId: string | null;
  readonly interventionId: string | null;
  readonly references: readonly string[];
  /** The first day of the new supplier, by the source that counts most. */
  readonly endDate: IsoDate | null;
  /** Every date that was reported, with who reported it. */
  readonly dates: readonly { readonly date: IsoDate; readonly source: string }[];
  readonly notices: readonly NoticeTold[];
  readonly outcome: LossOutcome;
  readonly domestic: boolean | null;
  readonly changeOfOccupier: boolean;
  /** The switch brings an erroneous transfer back: nobody may object. */
  readonly isReturn: boolean;
  /** Milliseconds since 1970. */
  readonly submittedAt: number | null;
  readonly windowShuts: number | null;
  readonly gateCloses: number | null;
  readonly newSupplier: string | null;
  readonly newSuppliers: readonly { readonly participant: string; readonly source: string }[];
  readonly oldSupplier: string | null;
  readonly suppliedFrom: IsoDate | null;
  readonly account: string | null;
  readonly isElectricity: boolean;
  readonly isHalfHourly: boolean;
  /** Our agents that are to be notified, by the contract list. */
  readonly agents: readonly Agent[];
  readonly services: readonly string[];
  readonly metering: "NHH" | "HH" | null;
  readonly ground: Ground | null;
  readonly objection: Objection;
  readonly annulment: "none" | "asked" | "refused" | "annulled";
  readonly annulmentAskedAt: number | null;
  readonly agentsTold: AgentsTold | null;
  readonly informationGivenTo: string | null;
  /** The closing reading of each register, and every other that was reported. */
  readonly closing: readonly ReadingFact[];
  readonly otherReadings: readonly ReadingFact[];
  readonly bills: readonly Bill[];
  readonly dispute: Dispute;
  readonly transfer: Transfer;
  /** What was waited for and is not there yet. */
  readonly overdue: readonly string[];
}

/** A notice, and when it was sent first. */
export interface NoticeTold {
  readonly status: NoticeStatus;
  readonly source: string;
  readonly at: number;
}

/** What became of our right to object. */
export interface Objection {
  readonly state: "none" | "made" | "upheld" | "refused" | "withdrawn" | "too late" | "not wanted";
  readonly ground: string | null;
  readonly at: number | null;
  /** Why it was refused. */
  readonly reason: string | null;
}

/** The agents that were notified of the end, and which end. */
export interface AgentsTold {
  readonly endDate: IsoDate;
  readonly agents: readonly string[];
  readonly at: number;
}

/** A row for the final bill. */
export interface Bill {
  readonly number: number;
  /** The readings, as text that can be compared. */
  readonly readings: string;
  readonly because: string;
  readonly at: number;
}

/** The talk about the reading on change of supplier. */
export interface Dispute {
  readonly state:
    | "none"
    | "answer due"
    | "answered"
    | "awaits their answer"
    | "awaits a reading"
    | "agreed"
    | "settled"
    | "our flow refused";
  readonly last: {
    readonly by: "them" | "us";
    readonly status: string;
    readonly at: number;
    readonly readings: readonly StatedReading[];
    readonly note: string | null;
  } | null;
  readonly with: string | null;
}

/** The talk about an erroneous transfer. */
export interface Transfer {
  readonly state:
    | "none"
    | "answer due"
    | "proposed"
    | "accepted"
    | "rejected by us"
    | "rejected by them"
    | "cancelled"
    | "returned";
  readonly reason: string | null;
  readonly at: number | null;
  readonly with: string | null;
  /** Suppliers between us and the one that we speak with. */
  readonly chain: readonly string[];
  readonly note: string | null;
}
