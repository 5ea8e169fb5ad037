import type { Remedy } from "../../core/stuck/remedy.ts";
import type { Sentence } from "./sentence.ts";

/**
 * Of an action that was done and brought about nothing: its conditions are judged as of its event, and what
 * came between that and its turn left it nothing to do.
 */
export const didNothing =
  "it did nothing: no event, no file and no e-mail; when its turn came there was nothing left to do";

/** One thing, with what it came of and what it led to. */
export interface Story {
  /** What people call it, e.g. `event 34`. */
  readonly item: Sentence;
  /** What it is and how it is, in one line. */
  readonly said: Sentence;
  /** What else is to be known of it. */
  readonly notes: readonly Sentence[];
  readonly because: readonly Story[];
  readonly ledTo: readonly Story[];
  /** How many more it led to than are given. */
  readonly more: number;
  /** What a person may do next, or look at. */
  readonly goOn: readonly Remedy[];
}

/** Says things for people: moments and types of events. */
export interface Formatter {
  moment(at: number): string;
  event(type: string): string;
}
