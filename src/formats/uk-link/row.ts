import {
  separated,
  sequentialFiles,
  type TreeFamilyRow,
  trailerCounts,
} from "../../catalogue/tree-family.ts";

declare module "../../catalogue/definition.ts" {
  interface Families {
    readonly "uk-link": "tree";
  }
}

/** What definitions of UK Link files may say, and what holds where they say nothing. */
export const ukLinkRow: TreeFamilyRow = {
  nameSpace: "uk-link",
  rules: {
    delimiter: ",",
    quoting: "text",
    envelope: "A00-Z99",
    tree: "level",
    count: "undecided",
    checksum: "none",
    sequence: sequentialFiles,
  },
  form: {
    flow: {
      pattern: /^[A-Z][A-Z0-9]{0,2}$/,
      say: "must be up to three capital letters and digits, a letter first, such as XMP: a header has room for no more",
    },
    version: null,
    taken: ["A00", "Z99"],
    rules: { ...separated, envelope: ["A00-Z99"], count: trailerCounts },
  },
};
