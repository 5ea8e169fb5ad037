import type { FormatFamily } from "../family.ts";
import { quotedTree } from "../tree/read/quoted-tree.ts";
import { rgmaFrame } from "./frame.ts";
import { madeUpRgma } from "./made-up.ts";

/** RGMA: flows about gas meters, between shippers, transporters and metering agents. */
export const rgma: FormatFamily = {
  ...quotedTree(rgmaFrame),
  numbering: "definition",
  repeats: "by-bytes",
  saysVersion: false,
  saysSender: true,
  lettersRoles: false,
  emptyTestFlag: () => "live",
  usualIdentifier: "{number:8}",
  extension: "txt",
  answers: null,
  madeUp: madeUpRgma,
};
