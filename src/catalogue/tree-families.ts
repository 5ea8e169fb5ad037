import { type SequenceRule, usualWaitForMs } from "../core/file/sequence.ts";
import type { FlowRules } from "./flow-rules.ts";
import type { FamilyForm } from "./user/family-form.ts";

/** What the catalogue knows of a family whose files are records in a tree, from a header to a trailer. */
interface TreeFamilyRow {
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
const sequenced: SequenceRule = { check: "warn", onGap: "pass", waitForMs: usualWaitForMs };
const piped = { delimiter: "|", quoting: "none", tree: "parent" } as const;

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
const pipedForm = { delimiter: ["|"], quoting: ["none"] } as const;
const separated = {
  delimiter: [",", ";", "|", "\t"],
  quoting: ["text", "all-text", "needed", "none"],
  checksum: ["none"],
} as const;

/**
 * The families of record trees: a row for each. What a family's files are besides is its `FormatFamily`,
 * which the compiler asks for once there is a row here.
 */
export const treeFamilies = {
  "user-file": {
    nameSpace: "data transfer",
    rules: {
      ...piped,
      envelope: "ZHV-ZPT",
      count: "groups",
      checksum: "opaque",
      sequence: unsequenced,
    },
    form: {
      ...dataTransfer,
      rules: { ...pipedForm, envelope: ["ZHV-ZPT"], count: counts, checksum: ["opaque", "none"] },
    },
  },
  pool: {
    nameSpace: "data transfer",
    rules: {
      ...piped,
      envelope: "ZHD-ZPT",
      count: "records",
      checksum: "xor",
      sequence: unsequenced,
    },
    form: {
      ...dataTransfer,
      rules: { ...pipedForm, envelope: ["ZHD-ZPT"], count: counts, checksum: ["xor", "opaque"] },
    },
  },
  settlement: {
    nameSpace: "settlement",
    rules: {
      ...piped,
      envelope: "AAA-ZZZ",
      count: "records",
      checksum: "xor",
      sequence: sequenced,
    },
    form: {
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
      rules: { ...pipedForm, envelope: ["AAA-ZZZ"], count: counts, checksum: ["xor", "opaque"] },
    },
  },
  "uk-link": {
    nameSpace: "uk-link",
    rules: {
      delimiter: ",",
      quoting: "text",
      envelope: "A00-Z99",
      tree: "level",
      count: "undecided",
      checksum: "none",
      sequence: sequenced,
    },
    form: {
      flow: {
        pattern: /^[A-Z][A-Z0-9]{0,2}$/,
        say: "must be up to three capital letters and digits, a letter first, such as XMP: a header has room for no more",
      },
      version: null,
      taken: ["A00", "Z99"],
      rules: { ...separated, envelope: ["A00-Z99"], count: counts },
    },
  },
  rgma: {
    nameSpace: "rgma",
    rules: {
      delimiter: ",",
      quoting: "text",
      envelope: "HEADR",
      tree: "level",
      count: "none",
      checksum: "none",
      sequence: unsequenced,
    },
    form: {
      flow: {
        pattern: /^[A-Z][A-Z0-9]{0,4}$/,
        say: "must be up to five capital letters and digits, a letter first, such as ONJOB: a header has room for no more",
      },
      version: null,
      taken: ["HEADR"],
      rules: { ...separated, envelope: ["HEADR"], count: ["none"] },
    },
  },
} satisfies Readonly<Record<string, TreeFamilyRow>>;

/** A family of record trees. */
export type TreeFamily = keyof typeof treeFamilies;

/** What the catalogue knows of a family of record trees. */
export function treeFamily(family: TreeFamily): TreeFamilyRow {
  return treeFamilies[family];
}

/** The names of all families of record trees. */
export const treeFamilyNames = Object.keys(treeFamilies) as [TreeFamily, ...TreeFamily[]];

/** What the definitions of all families may say of the codes of their first and last record. */
export const treeEnvelopes: readonly string[] = [
  ...new Set(treeFamilyNames.flatMap((name) => treeFamilies[name].form.rules.envelope)),
];

/** The name space of a family's flows: a family of other files than record trees has one of its own. */
export function nameSpaceOf(family: string): string {
  const rows: Readonly<Partial<Record<string, TreeFamilyRow>>> = treeFamilies;
  return rows[family]?.nameSpace ?? family;
}
