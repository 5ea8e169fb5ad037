import type { FlowRules, TreeFamily } from "../flow-rules.ts";

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

/** A ZHV or ZHD line names flow and version in one: `D0010002` (J0937). */
const dataTransfer = {
  flow: {
    pattern: /^[A-Z]\d{4}$/,
    say: "must be a capital letter and four digits, such as D9901: a header names it so",
  },
  version: {
    pattern: /^\d{3}$/,
    say: 'must be three digits, such as "001": a header names it so',
  },
  // Files of either family may follow definitions of the other.
  taken: ["ZHV", "ZHD", "ZPT"],
} as const;

const counts = ["groups", "records", "undecided", "none"] as const;
const piped = { delimiter: ["|"], quoting: ["none"] } as const;
const separated = {
  delimiter: [",", ";", "|", "\t"],
  quoting: ["text", "all-text", "needed", "none"],
  checksum: ["none"],
} as const;

/** What the files of each family can be like. */
export const familyForms: Readonly<Record<TreeFamily, FamilyForm>> = {
  "user-file": {
    ...dataTransfer,
    rules: { ...piped, envelope: ["ZHV-ZPT"], count: counts, checksum: ["opaque", "none"] },
  },
  pool: {
    ...dataTransfer,
    rules: { ...piped, envelope: ["ZHD-ZPT"], count: counts, checksum: ["xor", "opaque"] },
  },
  settlement: {
    // An AAA line has five characters of file type, then the version; responses are all ADT.
    flow: {
      pattern: /^(?:[A-Z][A-Z0-9]{4}|ADT)$/,
      say: "must be five capital letters and digits, a letter first, such as S0142: a header names it so",
    },
    version: {
      pattern: /^\d{3}$/,
      say: 'must be three digits, such as "001": a header names it so',
    },
    taken: ["AAA", "ZZZ"],
    rules: { ...piped, envelope: ["AAA-ZZZ"], count: counts, checksum: ["xor", "opaque"] },
  },
  "uk-link": {
    flow: {
      pattern: /^[A-Z][A-Z0-9]{0,2}$/,
      say: "must be up to three capital letters and digits, a letter first, such as XMP: a header has room for no more",
    },
    version: null,
    taken: ["A00", "Z99"],
    rules: { ...separated, envelope: ["A00-Z99"], count: counts },
  },
  rgma: {
    flow: {
      pattern: /^[A-Z][A-Z0-9]{0,4}$/,
      say: "must be up to five capital letters and digits, a letter first, such as ONJOB: a header has room for no more",
    },
    version: null,
    taken: ["HEADR"],
    rules: { ...separated, envelope: ["HEADR"], count: ["none"] },
  },
};
