import { type SequenceRule, usualWaitForMs } from "../core/file/sequence.ts";
import type { FlowRules } from "./flow-rules.ts";

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

/** What the catalogue knows of a family whose files are records in a tree, from a header to a trailer. */
export interface TreeFamilyRow {
  /** The rules of its flows, for what a definition does not say. */
  readonly rules: FlowRules;
  /** What a definition may ask for. */
  readonly form: FamilyForm;
  /** Families of one name space name their flows alike, and their files follow each other's definitions. */
  readonly nameSpace: string;
}

/** The sequence check of families whose files are not numbered one by one. */
export const unsequenced: SequenceRule = {
  check: "off",
  onGap: "pass",
  waitForMs: usualWaitForMs,
};
/** The sequence check of families whose files are numbered one by one. */
export const sequentialFiles: SequenceRule = {
  check: "warn",
  onGap: "pass",
  waitForMs: usualWaitForMs,
};
/** The rules of families whose lines end with pipes. */
export const piped = { delimiter: "|", quoting: "none", tree: "parent" } as const;

/** What a trailer may count. */
export const trailerCounts = ["groups", "records", "undecided", "none"] as const;
/** What a definition of a family with pipes may ask for. */
export const pipedForm = { delimiter: ["|"], quoting: ["none"] } as const;
/** What a definition of a family with other separators may ask for. */
export const separated = {
  delimiter: [",", ";", "|", "\t"],
  quoting: ["text", "all-text", "needed", "none"],
  checksum: ["none"],
} as const;
