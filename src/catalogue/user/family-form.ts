import type { FlowRules } from "../flow-rules.ts";

/** A text that files of a family can say. */
interface Form {
  readonly pattern: RegExp;
  /** What it must be, as the end of a sentence. */
  readonly say: string;
}

/** The rules that a family leaves to its definitions, and what each may be. */
type Choices = { readonly [Rule in ChosenRule]: readonly FlowRules[Rule][] };
type ChosenRule = "delimiter" | "quoting" | "envelope" | "count" | "checksum";

/** What the files of a family can be like: a definition that asks for anything else would match none. */
export interface FamilyForm {
  readonly flow: Form;
  readonly version: Form | null;
  /** Codes of header and trailer, which no other record can have. */
  readonly taken: readonly string[];
  readonly rules: Choices;
}
