import type { OutboxRecord } from "../../core/outbound/journal.ts";

/** What made an event that no message brought. */
export interface EventOrigin {
  readonly kind: "command" | "action" | "deadline" | "delivery";
  /** Number of the command, action, deadline or outbound file. */
  readonly ref: number;
  /** The event because of which it was made; null when people asked. */
  readonly cause: number | null;
}

/** A deadline as it was kept. */
export interface DeadlineRecord {
  readonly id: number;
  readonly processType: string;
  readonly key: string;
  readonly eventType: string;
  /** Milliseconds since 1970. */
  readonly dueAt: number;
  readonly anchor: string;
  readonly state: "pending" | "fired" | "dropped" | "missed";
  /** The event that it became; null while it is none. */
  readonly event: number | null;
}

/** What was sent to say what became of a file. */
export interface AnswerSent {
  /** Its number in the outbox. */
  readonly message: number;
  readonly state: OutboxRecord["state"];
}

/** Following what led to what. */
export interface TraceStore {
  /** The idempotency key of the command with a number; null when there is none. */
  commandKey(id: number): Promise<string | null>;
  /** Events that a message became, one on each process that took it. */
  eventsOfMessage(message: number): Promise<readonly number[]>;
  /** What made an event; null when a message brought it. */
  originOf(event: number): Promise<EventOrigin | null>;
  deadline(id: number): Promise<DeadlineRecord | null>;
  /** Deadlines of a process, the first due first. */
  deadlinesOf(process: number): Promise<readonly DeadlineRecord[]>;
  /** Events that were recorded because an outbound file was delivered. */
  eventsOfDelivery(outbound: number): Promise<readonly number[]>;
  /** What was sent to say what became of a file that came in, in the order that it was asked for. */
  answersTo(file: number): Promise<readonly AnswerSent[]>;
  /** The outbound file that something to be sent went in; null while it is in none. */
  outboundOf(message: number): Promise<number | null>;
}
