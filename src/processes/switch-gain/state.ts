import type { IsoDate } from "../../calendar/working-calendar.ts";
import type { ErroneousTransfer } from "./transfers.ts";

/** Roles that a gaining supplier appoints: of the legacy path and of half-hourly settlement. */
export const agentRoles = ["mop", "dc", "da", "ms", "ds"] as const;

/** A role that a gaining supplier appoints. */
export type AgentRole = (typeof agentRoles)[number];

/** A switch to us as far as its events have reported. Plain data; moments are milliseconds since 1970. */
export interface Switch {
  /** MPAN core or MPRN. */
  readonly point: string;
  /** The first day of supply that was asked for. What others say of it is in `dates`. */
  readonly startDate: IsoDate;
  /** The request that counts; null before it is known. */
  readonly request: Request | null;
  /** References of requests that came while one was under way: they count for nothing. */
  readonly otherRequests: readonly string[];
  /** What the request that counts said otherwise when it came again: names of columns. It changed nothing. */
  readonly changedColumns: readonly string[];
  /** Every request for the point that is known here, of this switch and of others. */
  readonly requests: readonly KnownRequest[];
  /** What other switches of the point said to this one, and this one to them, by `wayId`. */
  readonly ways: Readonly<Record<string, WayOfSwitch>>;
  readonly waysSaid: Readonly<Record<string, WayOfSwitch>>;
  /** The state of those that did not make way when they said so, by their key. */
  readonly standings: Readonly<Record<string, string>>;
  readonly registrationId: string | null;
  readonly notices: Notices;
  /** Requests that the switching service refused, by our reference. */
  readonly rejections: Readonly<Record<string, Notice>>;
  /** We asked for its end; the switching service may refuse. */
  readonly withdrawal: Withdrawal | null;
  /** Each first day that a source has reported, none in place of another. */
  readonly dates: readonly DateTold[];
  readonly suppliers: { readonly old: string | null; readonly new: string | null };
  /** What the registration service says of the point; null before it has. */
  readonly registered: Registered | null;
  /** Who served the point before, by the registration service; null before it has reported. */
  readonly before: Before | null;
  /** The point is one of half-hourly settlement: what its registration service says. */
  readonly halfHourly: HalfHourlyPoint | null;
  /** It goes back to the legacy path with this switch. */
  readonly reverse: Reverse | null;
  readonly agents: Readonly<Record<AgentRole, AskedAgent>>;
  /** What was made ready to be sent, and when first: `appoint agents > M:UDMS`. */
  readonly sent: Readonly<Record<string, number>>;
  /** What the platform said of messages of ours that it refused, by the last part of their references. */
  readonly refusals: Readonly<Record<string, string>>;
  /** How often a person had something sent again that the platform refused, by its purpose. */
  readonly again: Readonly<Record<string, number>>;
  readonly details: Details;
  /** The newest readings of each source. */
  readonly readings: readonly OpeningReading[];
  /** When each other flow of the switch first came. */
  readonly heard: Readonly<Record<string, number>>;
  readonly dispute: OpeningDispute | null;
  /** Erroneous transfers, by the supplier they are settled with. */
  readonly transfers: readonly ErroneousTransfer[];
  /** When the switching service said that another supplier has the point from then on. */
  readonly endedAt: number | null;
  /** What was not there in time: type of the deadline, with its anchor. */
  readonly overdue: readonly string[];
}

/** A request for the point, of this switch or of another. */
export interface KnownRequest {
  readonly key: string;
  readonly reference: string;
  readonly at: number;
  readonly startDate: IsoDate;
  /** A person made it, without a file: other switches of the point do not hear of it automatically. */
  readonly byHand: boolean;
}

/** Whether one switch of a point makes way for another. */
export type WayOfSwitch = "made" | "kept";

/** What our own systems asked for. */
export interface Request {
  readonly at: number;
  readonly reference: string;
  /** The row as it came; null when a person asked. */
  readonly row: Readonly<Record<string, unknown>> | null;
  readonly fuel: string;
  readonly domestic: boolean;
  readonly changeOfOccupier: boolean;
  /** It takes back a point that was lost by mistake. */
  readonly returns: boolean;
  readonly halfHourlyMeter: boolean;
  /** The customer's contract began; the duty to switch in time counts from here. */
  readonly relevantDate: IsoDate;
  readonly gspGroup: string | null;
  readonly consent: string | null;
  readonly profileClass: string | null;
  readonly settlementConfiguration: string | null;
  readonly customer: SuppliedCustomer;
}

/** Who is supplied. */
export interface SuppliedCustomer {
  readonly name: string | null;
  readonly contact: string | null;
  readonly telephone: string | null;
  readonly email: string | null;
  readonly address: readonly string[];
  readonly postcode: string | null;
  /** Codes of the priority services register. */
  readonly priorityServices: readonly string[];
}

/** What the switching service may tell of a switch. */
export type NoticeName =
  | "validated"
  | "pending"
  | "cancelled"
  | "withdrawn"
  | "annulled"
  | "secured"
  | "active";

/** When each was first reported, and what it said. */
export type Notices = Readonly<Record<NoticeName, Notice | null>>;

/** A notice of the switching service. */
export interface Notice {
  readonly at: number;
  /** From when it holds; null when it does not say. */
  readonly effective: IsoDate | null;
  readonly reason: string | null;
}

/** Our wish to end it. */
export interface Withdrawal {
  readonly at: number;
  readonly reason: string;
  readonly refused: string | null;
}

/** A first day, and who says so. */
export interface DateTold {
  readonly source: string;
  readonly date: IsoDate;
}

/** What the registration service confirms of a point of the legacy path. */
export interface Registered {
  readonly at: number;
  /** Its participant id, which is the distributor's too. */
  readonly service: string | null;
  readonly gspGroup: string;
  readonly address: readonly string[];
  readonly postcode: string | null;
  readonly profileClass: string | null;
  readonly measurementClass: string | null;
  readonly settlementConfiguration: string | null;
}

/** Who served the point before. */
export interface Before {
  readonly at: number;
  readonly mop: string | null;
  readonly dc: string | null;
  readonly da: string | null;
}

/** What the registration service says of a point of half-hourly settlement. */
export interface HalfHourlyPoint {
  readonly at: number;
  /** DIP ids of the registration service and of the distributor. */
  readonly service: string;
  readonly distributor: string | null;
  readonly gspGroup: string | null;
  readonly meteringService: string | null;
  readonly dataService: string | null;
  /** The registration is in force (IF-001). */
  readonly confirmedAt: number | null;
}

/** The point leaves half-hourly settlement with this switch. */
export interface Reverse {
  readonly at: number;
  readonly meteringService: string | null;
}

/** Who is to serve the point in a role. */
export interface AskedAgent {
  /** In the order in which they are asked. */
  readonly proposals: readonly string[];
  readonly contract: string | null;
  readonly accepted: readonly string[];
  /** Who refused, or whose appointment lapsed, and why. */
  readonly refused: Readonly<Record<string, string>>;
}

/** What is known of the meters. */
export interface Details {
  /** When technical details and mapping came. */
  readonly technicalAt: number | null;
  readonly mappingAt: number | null;
  readonly settlementConfiguration: string | null;
  readonly regimes: readonly string[];
  readonly meters: readonly { readonly id: string; readonly registers: readonly string[] }[];
}

/** A reading that may open the supply. */
export interface OpeningReading {
  /** Flow or system it came from, e.g. `D0086`, `IF-041`, `customer`. */
  readonly source: string;
  readonly type: string | null;
  readonly date: IsoDate;
  readonly at: number;
  readonly registers: readonly Register[];
}

/** What one register shows. */
export interface Register {
  readonly meter: string;
  readonly register: string;
  readonly value: string;
}

/** A disputed opening reading. */
export interface OpeningDispute {
  readonly at: number;
  readonly proposed: readonly Register[];
  /** Status of the newest word of the other side: `Y` agreed, `A`, `D`, `M`, `R`, `U`; null before any. */
  readonly answer: string | null;
  readonly answeredAt: number | null;
  readonly reason: string | null;
  /** What the other side proposed last, or has in question. */
  readonly stated: readonly Register[];
  /** What we answered last to their word; null when nothing. */
  readonly said: SaidOnReading | null;
}

/** Our answer on a disputed reading. */
export interface SaidOnReading {
  readonly at: number;
  readonly status: "Y" | "A" | "D" | "R";
  readonly registers: readonly Register[];
  readonly note: string | null;
}

const nobody: AskedAgent = { proposals: [], contract: null, accepted: [], refused: {} };

/** A switch of which nothing is known but its key, `1200000000003@2026-12-08`. */
export function unknownSwitch(key: string): Switch {
  const [point = "", startDate = ""] = key.split("@");
  return {
    point,
    startDate,
    request: null,
    otherRequests: [],
    changedColumns: [],
    requests: [],
    ways: {},
    waysSaid: {},
    standings: {},
    registrationId: null,
    notices: {
      validated: null,
      pending: null,
      cancelled: null,
      withdrawn: null,
      annulled: null,
      secured: null,
      active: null,
    },
    rejections: {},
    withdrawal: null,
    dates: [],
    suppliers: { old: null, new: null },
    registered: null,
    before: null,
    halfHourly: null,
    reverse: null,
    agents: { mop: nobody, dc: nobody, da: nobody, ms: nobody, ds: nobody },
    sent: {},
    refusals: {},
    again: {},
    details: {
      technicalAt: null,
      mappingAt: null,
      settlementConfiguration: null,
      regimes: [],
      meters: [],
    },
    readings: [],
    heard: {},
    dispute: null,
    transfers: [],
    endedAt: null,
    overdue: [],
  };
}
