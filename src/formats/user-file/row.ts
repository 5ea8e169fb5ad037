import {
  piped,
  pipedForm,
  type TreeFamilyRow,
  trailerCounts,
  unsequenced,
} from "../../catalogue/tree-family.ts";

declare module "../../catalogue/definition.ts" {
  interface Families {
    readonly "user-file": "tree";
  }
}

/** A ZHV or ZHD line names flow and version in one: `D0010002` (J0937). */
export const dataTransfer = {
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

/** What definitions of User File Format may say, and what holds where they say nothing. */
export const userFileRow: TreeFamilyRow = {
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
    rules: {
      ...pipedForm,
      envelope: ["ZHV-ZPT"],
      count: trailerCounts,
      checksum: ["opaque", "none"],
    },
  },
};
