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
export interface Delivery {
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
  readonly deliveries: readonly Delivery[];
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

/** What is expected from others: answers, and files by a calendar. */
export interface ExpectedStore {
  /** Deliveries of these flows since the last look, of at most so many events. */
  deliveriesToLookAt(flows: readonly string[], limit: number): Promise<DeliveryBatch>;
  /** Notes which of them are to be answered and by when; nothing, when another program looked meanwhile. */
  awaitAnswers(
    batch: DeliveryBatch,
    awaited: readonly { delivery: Delivery; flows: readonly string[]; dueAt: number }[],
  ): Promise<void>;
  /**
   * Looks for the answers of those that are due and of those that are overdue, and notes what it finds.
   * Returns how many became overdue.
   */
  settleAnswers(now: number): Promise<number>;
  /** When the next answer is due; null when none is awaited. */
  nextAnswerDue(): Promise<number | null>;
  /** Those that are awaited or overdue, by when they are due. */
  awaitedAnswers(limit: number): Promise<readonly AwaitedAnswer[]>;

  /** The last moment noted of an expectation; null when it was never watched. */
  lastExpected(expectation: string): Promise<ExpectedMoment | null>;
  /** Notes that a file is watched for from now on. */
  beginExpecting(expectation: string, now: number): Promise<void>;
  /** Notes whether the file came that was due at a moment. */
  settleExpected(expected: ExpectedFile, dueAt: number): Promise<ExpectedMoment>;
  /** Looks for files that were missing and may have come late. Returns how many did. */
  recheckMissing(expected: readonly ExpectedFile[]): Promise<number>;
}
