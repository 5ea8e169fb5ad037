import type { WaitingLane, WaitingMessage } from "../../../core/outbound/journal.ts";

/** Lanes: messages of one flow to one recipient that wait to be composed into a file. */
export interface LaneStore {
  /** Lanes in which something waits. */
  waiting(): Promise<readonly WaitingLane[]>;
  /** How many wait in a lane, counted up to `most`. */
  count(given: { readonly lane: number; readonly most: number }): Promise<number>;
  /** The first that wait in a lane. */
  messages(given: {
    readonly lane: number;
    readonly most: number;
  }): Promise<readonly WaitingMessage[]>;
  /** Says why nothing of a lane can be sent, or that it can (null). */
  setProblem(given: { readonly lane: number; readonly problem: string | null }): Promise<void>;
}
