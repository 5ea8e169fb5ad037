import type { IsoDate } from "../../../calendar/working-calendar.ts";

/** Which loss something is about, as far as it says: the new supplier's registration, and its first day. */
export interface LossReference {
  readonly registrationId: string | null;
  readonly endDate: IsoDate | null;
}

/** What a notice says of the switch. `notified`: that supply ends, and no more. */
export type NoticeStatus =
  | "invited"
  | "cancelled"
  | "withdrawn"
  | "annulled"
  | "secured"
  | "inactive"
  | "notified";

/** A notice of the switching service, or another that tells that a supply ends. */
export interface NoticeFact extends FactBase {
  readonly what: "notice";
  readonly status: NoticeStatus;
  /** The flow that reported it. */
  readonly source: string;
  /** Our own registration, as far as the notice tells it from the new supplier's. */
  readonly currentRegistrationId: string | null;
  readonly interventionId: string | null;
  readonly reference: string | null;
  readonly submittedAt: number | null;
  readonly domestic: boolean | null;
  readonly changeOfOccupier: boolean | null;
  readonly isReturn: boolean | null;
  readonly newSupplier: string | null;
  readonly isHalfHourly: boolean;
  /** A service whose appointment it ends. */
  readonly service: string | null;
}

/** The switching service does not do what we asked for. */
export interface RefusalFact extends FactBase {
  readonly what: "refusal";
  readonly of: "objection" | "annulment";
  readonly reason: string;
  /** Our reference of what is refused, as far as it is reported. */
  readonly reference: string | null;
}

/** How a reading comes to be, the least good first. */
export const readingRanks = ["estimated", "routine", "actual", "agreed"] as const;

/** How a reading comes to be. */
export type ReadingRank = (typeof readingRanks)[number];

/** A register's reading about the time when supply ended. */
export interface ReadingFact extends FactBase {
  readonly what: "reading";
  readonly meterId: string;
  readonly registerId: string;
  readonly value: string;
  readonly readAt: string;
  readonly type: string | null;
  readonly rank: ReadingRank;
  readonly standing: "stands" | "failed" | "withdrawn";
  readonly source: string;
  readonly from: string | null;
  /** Only in half-hourly settlement. */
  readonly isHalfHourly: boolean;
}

/** A register and what it is said to have shown. */
export interface StatedReading {
  readonly meterId: string;
  readonly registerId: string;
  readonly value: string;
}

/** A message about the reading on change of supplier (D0300), theirs or ours. */
export interface LetterFact extends FactBase {
  readonly what: "letter";
  readonly by: "them" | "us";
  /** Status of the proposed reading (J1660), e.g. `P`; of theirs `TY` when it was agreed by telephone. */
  readonly status: string;
  readonly readings: readonly StatedReading[];
  readonly note: string | null;
  readonly supplier: string | null;
}

/** A message about an erroneous transfer (D0301), theirs or ours. */
export interface TransferFact extends FactBase {
  readonly what: "transfer";
  readonly by: "them" | "us";
  /** Status of erroneous transfer (J1672), e.g. `A`. */
  readonly status: string;
  readonly reason: string | null;
  readonly note: string | null;
  /** The supplier that we speak with. */
  readonly supplier: string | null;
  readonly initiatingSupplier: string | null;
  readonly associatedSupplier: string | null;
}

/** Something that we did, or a person reported to us. */
export interface StepFact extends FactBase {
  readonly what: "step";
  readonly step: StepName;
  /** What tells it from others of its name. */
  readonly said: Readonly<Record<string, string>>;
}

/** What may be done of a loss. */
export type StepName =
  | "objected"
  | "objection withdrawn"
  | "no objection said"
  | "objection too late"
  | "annulment asked"
  | "agents notified"
  | "information given"
  | "bill asked"
  | "outcome settled"
  | "new supplier named"
  | "returned";

/** A moment that was waited for has passed. */
export interface PassedFact extends FactBase {
  readonly what: "passed";
  readonly moment: string;
}

/** What was reported about the losses of a supply point, or done about them. */
export type Fact =
  | NoticeFact
  | RefusalFact
  | ReadingFact
  | LetterFact
  | TransferFact
  | StepFact
  | PassedFact;

interface FactBase extends LossReference {
  /** When it was reported first: milliseconds since 1970. */
  readonly at: number;
}

/**
 * The facts with one more. Reported twice it is one, from the time it was reported first; their order is by time and
 * then by content. So what is worked out from them does not depend on the order in which they came.
 */
export function takeFact(facts: readonly Fact[], fact: Fact): readonly Fact[] {
  const known = facts.find((one) => saySame(one, fact));
  if (known !== undefined && known.at <= fact.at) return facts;
  const others = known === undefined ? facts : facts.filter((one) => one !== known);
  const place = others.findIndex((one) => comesBefore(fact, one));
  return others.toSpliced(place < 0 ? others.length : place, 0, fact);
}

/** The facts of one sort. */
export function factsThat<What extends Fact["what"]>(
  facts: readonly Fact[],
  what: What,
): Extract<Fact, { what: What }>[] {
  return facts.filter((fact): fact is Extract<Fact, { what: What }> => fact.what === what);
}

function saySame(one: Fact, other: Fact): boolean {
  return (
    one.what === other.what &&
    one.registrationId === other.registrationId &&
    one.endDate === other.endDate &&
    JSON.stringify({ ...one, at: 0 }) === JSON.stringify({ ...other, at: 0 })
  );
}

function comesBefore(one: Fact, other: Fact): boolean {
  if (one.at !== other.at) return one.at < other.at;
  return JSON.stringify(one) < JSON.stringify(other);
}
