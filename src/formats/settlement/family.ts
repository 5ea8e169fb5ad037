import type { FormatFamily } from "../family.ts";
import { settlementAnswers } from "./answers.ts";
import { madeUpSettlement } from "./made-up.ts";
import { settlementTree } from "./tree.ts";

/** Files of the central settlement systems (NETA Interface Definition and Design, part 1). */
export const settlement: FormatFamily = {
  ...settlementTree,
  numbering: "header",
  repeats: "by-bytes",
  saysVersion: true,
  saysSender: true,
  lettersRoles: false,
  emptyTestFlag: () => "live",
  usualIdentifier: "{number}",
  extension: "txt",
  answers: settlementAnswers,
  madeUp: madeUpSettlement,
};
