import type { AnswerRule } from "../process/expected.ts";
import type { RepeatRule } from "./identity.ts";
import type { SequenceRule } from "./sequence.ts";

/** What this installation makes of a flow, over what its definition says. */
export interface FlowSettings {
  /** `strict`: a value that is not among the listed codes is an error, not a warning. */
  readonly codes: "advisory" | "strict";
  /** `advisory`: a message about an MPAN core with a wrong check digit, as made-up ones have, is no error. */
  readonly checkDigits: "strict" | "advisory";
  /** What an error inside one message refuses: that message, or the whole file. */
  readonly refuse: "message" | "file";
  /** When the same bytes are the same file; null: by what the family tells. */
  readonly duplicates: RepeatRule | null;
  /** Files sent this far apart, in milliseconds, may bear one identifier; null: never. */
  readonly identityWithinMs: number | null;
  /** What of the definition's rule is otherwise here. */
  readonly sequence: Partial<SequenceRule>;
  /** The answer that a file of it asks for when we send it; null for none. */
  readonly answer: AnswerRule | null;
  /** What is otherwise for one sender: by participant, or role letter and participant, e.g. `D:UDMS`. */
  readonly senders: Readonly<Record<string, { readonly sequence: Partial<SequenceRule> }>>;
}

/** What holds for a flow that has no settings of its own. */
export const usualFlowSettings: FlowSettings = {
  codes: "advisory",
  checkDigits: "strict",
  refuse: "message",
  duplicates: null,
  identityWithinMs: null,
  sequence: {},
  answer: null,
  senders: {},
};
