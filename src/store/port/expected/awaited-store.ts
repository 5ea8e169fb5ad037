import type {
  AwaitedAnswer,
  DeliveryBatch,
  ExpectedDelivery,
} from "../../../core/process/expected.ts";

/** Answers that are awaited to what was delivered. */
export interface AwaitedStore {
  /** Deliveries of these flows since the last look, of at most so many events. */
  deliveries(given: {
    readonly flows: readonly string[];
    readonly limit: number;
  }): Promise<DeliveryBatch>;
  /** Notes which deliveries are to be answered and by when; nothing when another program looked meanwhile. */
  record(given: {
    readonly batch: DeliveryBatch;
    readonly awaited: readonly {
      delivery: ExpectedDelivery;
      flows: readonly string[];
      dueAt: number;
    }[];
  }): Promise<void>;
  /**
   * Looks for the answers of those that are due and of those that are overdue, and notes what it finds.
   * Returns how many became overdue.
   */
  settle(now: number): Promise<number>;
  /** When the next answer is due; null when none is awaited. */
  nextDue(): Promise<number | null>;
  /** Answers that are awaited or overdue, by when they are due; `after`: those behind this one in that order. */
  list(
    limit: number,
    after?: Pick<AwaitedAnswer, "dueAt" | "event">,
  ): Promise<readonly AwaitedAnswer[]>;
}
