import type { WaitingMessage, WaitingQueue } from "../../../core/outbound/outbound.ts";

/** Queues: messages of one flow to one recipient that wait to be composed into a file. */
export interface QueueStore {
  /** Queues in which something waits. */
  waiting(): Promise<readonly WaitingQueue[]>;
  /** How many wait in a queue, counted up to `most`. */
  count(given: { readonly queue: number; readonly most: number }): Promise<number>;
  /** The first that wait in a queue. */
  messages(given: {
    readonly queue: number;
    readonly most: number;
  }): Promise<readonly WaitingMessage[]>;
  /** Says why nothing of a queue can be sent, or that it can (null). */
  setProblem(given: { readonly queue: number; readonly problem: string | null }): Promise<void>;
}
