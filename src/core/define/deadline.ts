/** A moment that a state asks for. When it passes, it becomes an event on the process. */
export interface Deadline {
  /** The event that it becomes, e.g. `PAYMENT_OVERDUE`; declared with `deadlineEvent`. */
  readonly eventType: string;
  /** Milliseconds since 1970. With the event type and the anchor, the deadline's identity. */
  readonly dueAt: number;
  /** What it is about, where a process may have several of one type due at once, e.g. a parcel's number. */
  readonly anchor: string;
}

/** What an event that a deadline became carries. */
export interface DeadlinePassed {
  /** Milliseconds since 1970. */
  readonly dueAt: number;
  readonly anchor: string;
}

/** A deadline of the state: see `Deadline`. */
export function deadline(eventType: string, dueAt: number, anchor = ""): Deadline {
  return { eventType, dueAt, anchor };
}

/** Whether the event is what this deadline became. */
export function isPassed(deadline: Deadline, eventType: string, data: unknown): boolean {
  const { dueAt, anchor } = data as DeadlinePassed;
  return deadline.eventType === eventType && deadline.dueAt === dueAt && deadline.anchor === anchor;
}
