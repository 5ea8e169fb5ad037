import type { FormatFamily } from "../family.ts";
import { quotedTree } from "../tree/read/quoted-tree.ts";
import { ukLinkFrame } from "./frame.ts";
import { madeUpUkLink } from "./made-up.ts";

/** UK Link: what gas shippers and Xoserve send each other. */
export const ukLink: FormatFamily = {
  ...quotedTree(ukLinkFrame),
  numbering: "header",
  repeats: "by-bytes",
  saysVersion: false,
  saysSender: true,
  lettersRoles: false,
  emptyTestFlag: () => "live",
  usualIdentifier: "{number:6}",
  extension: "txt",
  answers: null,
  madeUp: madeUpUkLink,
};
