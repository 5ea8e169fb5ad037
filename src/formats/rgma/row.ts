import { separated, type TreeFamilyRow, unsequenced } from "../../catalogue/tree-family.ts";

declare module "../../catalogue/definition.ts" {
  interface Families {
    readonly rgma: "tree";
  }
}

/** What definitions of RGMA files may say, and what holds where they say nothing. */
export const rgmaRow: TreeFamilyRow = {
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
};
