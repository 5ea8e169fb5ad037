import {
  piped,
  pipedForm,
  sequentialFiles,
  type TreeFamilyRow,
  trailerCounts,
} from "../../catalogue/tree-family.ts";

declare module "../../catalogue/definition.ts" {
  interface Families {
    readonly settlement: "tree";
  }
}

/** What definitions of settlement files may say, and what holds where they say nothing. */
export const settlementRow: TreeFamilyRow = {
  nameSpace: "settlement",
  rules: {
    ...piped,
    envelope: "AAA-ZZZ",
    count: "records",
    checksum: "xor",
    sequence: sequentialFiles,
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
    rules: {
      ...pipedForm,
      envelope: ["AAA-ZZZ"],
      count: trailerCounts,
      checksum: ["xor", "opaque"],
    },
  },
};
