import {
  piped,
  pipedForm,
  type TreeFamilyRow,
  trailerCounts,
  unsequenced,
} from "../../catalogue/tree-family.ts";
import { dataTransfer } from "../user-file/row.ts";

declare module "../../catalogue/definition.ts" {
  interface Families {
    readonly pool: "tree";
  }
}

/** What definitions of pool files may say, and what holds where they say nothing. */
export const poolRow: TreeFamilyRow = {
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
    rules: {
      ...pipedForm,
      envelope: ["ZHD-ZPT"],
      count: trailerCounts,
      checksum: ["xor", "opaque"],
    },
  },
};
