/** The answer that a flow we send asks for. */
export interface AnswerRule {
  /** Any of these flows is the answer, e.g. `D0011` and `D0261`. */
  readonly flows: readonly string[];
  /** Working days after the day of delivery; the answer may come until the end of the last. */
  readonly withinDays: number;
  /** The calendar whose working days are counted, e.g. `england-and-wales`. */
  readonly calendar: string;
}

/** A file that comes regularly. */
export interface ExpectedFile {
  /** What people call it by and the store knows it by, e.g. `D0010 from D:UDMS by 18:00 on working-days`. */
  readonly name: string;
  readonly flow: string;
  /** Who sends it: a participant, or role letter and participant, e.g. `D:UDMS`; null for anybody. */
  readonly from: string | null;
  /** By which time of the day, e.g. `18:00`. */
  readonly by: string;
  readonly on: "daily" | "working-days";
  readonly calendar: string;
}

/** Something that was delivered and may have to be answered. */
export interface ExpectedDelivery {
  /** Recording number of the event that tells of it. */
  readonly event: number;
  readonly process: number;
  readonly outbound: number;
  readonly flow: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Deliveries that nobody has looked at yet. */
export interface DeliveryBatch {
  readonly cursor: number;
  readonly next: number;
  readonly deliveries: readonly ExpectedDelivery[];
}

/** An answer that is awaited. */
export interface AwaitedAnswer {
  readonly event: number;
  readonly outbound: number;
  readonly processType: string;
  readonly key: string;
  readonly flow: string;
  /** Whom it was sent to, e.g. `M:UDMS`; null when the file does not say. */
  readonly to: string | null;
  readonly flows: readonly string[];
  /** Milliseconds since 1970. */
  readonly askedAt: number;
  readonly dueAt: number;
  readonly state: "pending" | "answered" | "overdue";
  /** The event that answers it. */
  readonly answer: number | null;
}

/** One moment by which a file was expected. */
export interface ExpectedMoment {
  readonly id: number;
  readonly expectation: string;
  /** Milliseconds since 1970. */
  readonly dueAt: number;
  /** `began`: since then it is watched. */
  readonly state: "began" | "came" | "missing";
  readonly file: number | null;
}
